package cn.dabiao.api.explanation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The JSON Schema of receipts, as it is committed beside {@code openapi.yaml}. */
public final class ReceiptSchema {

    /** Its media type, as the drafts of JSON Schema name it. */
    public static final String MEDIA_TYPE = "application/schema+json";

    private static final String TEXT = read();

    private ReceiptSchema() {}

    /** Byte for byte what is committed. */
    public static String text() {
        return TEXT;
    }

    private static String read() {
        try (InputStream file = ReceiptSchema.class.getResourceAsStream("/contract/receipt.schema.json")) {
            return new String(Objects.requireNonNull(file, "the schema is packed with the contract").readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
