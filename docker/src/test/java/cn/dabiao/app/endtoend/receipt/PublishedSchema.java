package cn.dabiao.app.endtoend.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/** The schema as it is committed for everybody who builds on receipts. */
public final class PublishedSchema {

    private static final String TEXT = read();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT, InputFormat.JSON);

    private PublishedSchema() {}

    public static String text() {
        return TEXT;
    }

    public static void requireValid(String receipt) {
        assertThat(SCHEMA.validate(receipt, InputFormat.JSON, context -> context.executionConfig(
                        config -> config.formatAssertionsEnabled(true))))
                .as(receipt)
                .isEmpty();
    }

    private static String read() {
        try {
            return Files.readString(Path.of("..", "api-spec", "receipt.schema.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
