package cn.dabiao.app.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A request, not yet resolved: {@link #CURRENT} in a header stands for the version that its resource has by then.
 *
 * @param client  whose token it brings; none when empty
 * @param path    as it goes over the wire
 * @param headers in their order, names may repeat
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record FuzzRequest(
        Contract.Operation operation,
        String client,
        String path,
        List<Map.Entry<String, String>> headers,
        byte[] body) {

    static final String CURRENT = "@current";

    FuzzRequest with(List<Map.Entry<String, String>> others) {
        return new FuzzRequest(operation, client, path, others, body);
    }

    /** The request as it can be sent again by hand; {@code $TOKEN} is one of the client's. */
    String curl(String base) {
        StringBuilder line = new StringBuilder("curl -i --path-as-is -X ").append(operation.method());
        line.append(client.isEmpty() ? "" : " -H \"Authorization: Bearer $TOKEN\"");
        headers.forEach(header -> line.append(" -H ")
                .append(quoted((header.getKey() + ": " + header.getValue()).getBytes(StandardCharsets.ISO_8859_1))));
        if (body.length > 0) {
            line.append(" --data-binary ").append(quoted(body));
        }
        line.append(' ').append(quoted((base + path).getBytes(StandardCharsets.ISO_8859_1)));
        return line.append(client.isEmpty() ? "" : " # as " + client).toString();
    }

    /** Whatever the bytes, in the quotes of bash that know escapes; what is long is told by its beginning. */
    private static String quoted(byte[] bytes) {
        StringBuilder quoted = new StringBuilder("$'");
        for (int i = 0; i < Math.min(bytes.length, 3000); i++) {
            char c = (char) (bytes[i] & 0xff);
            if (c == '\'' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                quoted.append("\\x%02x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append(bytes.length > 3000 ? "…(%d bytes)'".formatted(bytes.length) : "'").toString();
    }
}
