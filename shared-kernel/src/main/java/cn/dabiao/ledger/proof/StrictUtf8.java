package cn.dabiao.ledger.proof;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** UTF-8 that is UTF-8: no byte is replaced by a question mark. */
public final class StrictUtf8 {

    private StrictUtf8() {}

    /** @throws Malformed unless the bytes are valid UTF-8 */
    public static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new Malformed("not UTF-8");
        }
    }
}
