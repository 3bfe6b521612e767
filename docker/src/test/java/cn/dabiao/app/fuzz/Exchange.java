package cn.dabiao.app.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.hc.core5.http.HttpException;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;

/** Sends requests with the tokens of their clients, and remembers from the answers which version a resource has. */
final class Exchange implements AutoCloseable {

    private static final Pattern ITEM = Pattern.compile("/reviews/[^/]*/items/[^/]*$");
    private static final Pattern RESOURCE = Pattern.compile("^/api/v1/(assessments|campaigns|schools)/[^/?]*");

    private final Caller caller;
    private final Wire wire;
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, String> versions = new HashMap<>();

    Exchange(int port, Caller caller) {
        this.caller = caller;
        this.wire = new Wire(port);
    }

    record Exchanged(FuzzRequest request, Wire.Answer answer) {}

    Exchanged answer(FuzzRequest made) {
        String resource = resource(made.path());
        FuzzRequest request = made.with(made.headers().stream()
                .map(header -> header.getValue().equals(FuzzRequest.CURRENT)
                        ? Map.entry(header.getKey(), versions.getOrDefault(resource, "\"1\""))
                        : header)
                .toList());
        try {
            Wire.Answer answer = wire.send(request, authorization(request));
            learn(resource, answer);
            return new Exchanged(request, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(request.curl(""), e);
        } catch (HttpException e) {
            throw new IllegalStateException(request.curl(""), e);
        }
    }

    private List<Map.Entry<String, String>> authorization(FuzzRequest request) {
        boolean own = request.headers().stream().anyMatch(header -> header.getKey().equals("Authorization"));
        return request.client().isEmpty() || own
                ? List.of()
                : new ArrayList<>(List.of(Map.entry(
                        "Authorization", "Bearer " + tokens.computeIfAbsent(request.client(), caller::tokenOf))));
    }

    /** A write says what it made, a refusal what it would have needed. */
    private void learn(String resource, Wire.Answer answer) {
        if (!answer.type().endsWith("json")) {
            return;
        }
        try {
            JsonNode body = Shapes.JSON.readTree(answer.body());
            String actual = body.path("actual").asString("");
            if (!actual.isEmpty()) {
                versions.put(resource, actual.startsWith("\"") ? actual : "\"" + actual + "\"");
            } else if (answer.status() < 300 && body.path("version").isNumber()) {
                versions.put(resource, "\"" + body.get("version").asLong() + "\"");
            }
        } catch (JacksonException e) {
            // The verdict says so.
        }
    }

    /** An item of a round has a version of its own. */
    private static String resource(String path) {
        String plain = path.split("\\?", 2)[0];
        if (ITEM.matcher(plain).find()) {
            return plain;
        }
        Matcher resource = RESOURCE.matcher(plain);
        return resource.find() ? resource.group() : plain;
    }

    @Override
    public void close() {
        wire.close();
    }
}
