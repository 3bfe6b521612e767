package cn.dabiao.app.endtoend.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;

/** The product as its demo clients call it; whatever is read shows at least what was written last. */
public final class Api {

    private final Caller caller;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final AtomicLong reached = new AtomicLong();

    public Api(Caller caller) {
        this.caller = caller;
    }

    /** A write, or the attempt; headers come in pairs. */
    Answer send(String client, String method, String path, String body, String... headers) {
        return noted(new Answer(caller.call(token(client), method, "/api/v1" + path, body, headers)));
    }

    Answer upload(String client, String path, String type, BodyPublisher body) {
        return noted(new Answer(caller.send(token(client), "/api/v1" + path, type, body)));
    }

    JsonNode read(String client, String path) {
        return get(client, path).done().json();
    }

    Answer get(String client, String path) {
        return new Answer(caller.call(
                token(client), "GET", "/api/v1" + path, "", "Dabiao-Min-Position", Long.toString(reached.get())));
    }

    /** Every row of a list; it has to be on one page. */
    List<JsonNode> rows(String client, String path) {
        JsonNode page = read(client, path + (path.contains("?") ? "&" : "?") + "limit=500");
        assertThat(page.path("nextCursor").isString()).as("more than one page of %s", path).isFalse();
        return page.get("items").valueStream().toList();
    }

    byte[] download(String client, String path) {
        HttpResponse<byte[]> answer = caller.download(token(client), "/api/v1" + path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private Answer noted(Answer answer) {
        if (answer.isDone()) {
            reaches(answer.position());
        }
        return answer;
    }

    /** What is read from now on shows what stands at this position, too. */
    void reaches(long position) {
        reached.accumulateAndGet(position, Math::max);
    }

    private String token(String client) {
        return tokens.computeIfAbsent(client, caller::tokenOf);
    }
}
