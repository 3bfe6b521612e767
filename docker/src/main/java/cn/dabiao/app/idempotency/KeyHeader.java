package cn.dabiao.app.idempotency;

import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jakarta.servlet.http.HttpServletRequest;

import cn.dabiao.api.Headers;
import cn.dabiao.api.problem.IdempotencyKeyException;

/**
 * Reads the header: a string of RFC 9651 (§3.3.3), in quotes, whose parameters mean nothing to us; or, as many send it, the bare
 * key. Both are the same key. It has 1 to 255 printable characters of ASCII.
 */
final class KeyHeader {

    private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,510})\"(?: *;[ -~]*)?");
    private static final Pattern BARE = Pattern.compile("[!#-~][ -~]*");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\])");
    private static final int LONGEST = 255;

    private KeyHeader() {}

    static boolean isOn(HttpServletRequest request) {
        return request.getHeader(Headers.IDEMPOTENCY_KEY) != null;
    }

    /** @throws IdempotencyKeyException when it is no key, or there are several */
    static String of(HttpServletRequest request) {
        List<String> values = Collections.list(request.getHeaders(Headers.IDEMPOTENCY_KEY));
        String value = values.size() == 1 ? values.getFirst().strip() : String.join(", ", values);
        String key = values.size() == 1 ? unquoted(value) : "";
        if (key.isEmpty() || key.length() > LONGEST) {
            throw IdempotencyKeyException.invalid(value);
        }
        return key;
    }

    private static String unquoted(String value) {
        Matcher quoted = QUOTED.matcher(value);
        if (quoted.matches()) {
            return ESCAPED.matcher(quoted.group(1)).replaceAll("$1");
        }
        return BARE.matcher(value).matches() ? value : "";
    }
}
