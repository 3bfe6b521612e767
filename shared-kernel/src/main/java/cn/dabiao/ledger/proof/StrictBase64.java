package cn.dabiao.ledger.proof;

import java.util.Base64;

/** Standard base64 (RFC 4648 §4) in its one canonical form: each byte string has exactly one text. */
public final class StrictBase64 {

    private StrictBase64() {}

    public static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * Reads what {@link #encode} writes and nothing else.
     *
     * @throws Malformed for foreign characters, line breaks, missing or superfluous padding, and stray bits
     */
    public static byte[] decode(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new Malformed("not base64");
        }
        // The JDK forgives missing padding and ignores the last character's unused bits.
        if (!encode(bytes).equals(text)) {
            throw new Malformed("not canonical base64");
        }
        return bytes;
    }
}
