package cn.dabiao.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import cn.dabiao.domain.standard.Standard;

/** The standards that come with the product, as data, word for word from their source. */
public final class ShippedStandards {

    private ShippedStandards() {}

    /** The standard of 2018: notice 灌教发〔2018〕26号, the table of attachment 2. */
    public static Standard guannan2018() {
        try (InputStream json = ShippedStandards.class.getResourceAsStream("/standards/guannan-2018.json")) {
            return DomainJson.mapper().readValue(json, Standard.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
