package cn.dabiao.command.school.importing;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.api.school.SchoolFile;

/**
 * Makes text of bytes. Excel on Chinese Windows saves a CSV in GBK, of which GB18030 is the whole: what is no UTF-8, which
 * Chinese text in GBK never is by chance, is taken for it.
 */
final class Decoding {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final char MARK = '\uFEFF';

    private Decoding() {}

    /** @param said the character set that the caller names; null when it is to be found out */
    static String text(byte[] bytes, @Nullable Charset said) {
        List<Charset> candidates = said == null ? likely(bytes) : List.of(said);
        for (Charset charset : candidates) {
            try {
                String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                // Not in this one, then.
            }
        }
        throw new InvalidRequestException(
                SchoolFile.PART, null, "decodable", Map.of("charset", candidates.stream().map(Charset::name).toList()));
    }

    private static List<Charset> likely(byte[] bytes) {
        if (bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return List.of(UTF_16LE);
        }
        if (bytes.length > 1 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return List.of(UTF_16BE);
        }
        return List.of(UTF_8, GB18030);
    }
}
