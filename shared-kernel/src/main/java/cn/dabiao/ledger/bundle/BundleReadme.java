package cn.dabiao.ledger.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The text that tells an auditor how to check the bundle without us. */
final class BundleReadme {

    private BundleReadme() {}

    static byte[] bytes() {
        try (InputStream text = BundleReadme.class.getResourceAsStream("bundle-readme.txt")) {
            if (text == null) {
                throw new IllegalStateException("bundle-readme.txt is part of the jar");
            }
            return text.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
