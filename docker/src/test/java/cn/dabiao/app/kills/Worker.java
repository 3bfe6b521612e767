package cn.dabiao.app.kills;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;
import cn.dabiao.app.endtoend.County;
import cn.dabiao.app.kills.Entry.Kind;

/**
 * Registers one school after the other and writes its assessment, one write at a time. It knows the version of what it
 * writes to as long as it is answered; after any other outcome it reads it anew.
 */
final class Worker implements Runnable {

    private static final long EVENTS_OF_AN_ASSESSMENT = 60;
    private static final long PAUSE_MILLIS = 100;

    private final Caller caller;
    private final County county;
    private final int number;
    private final Journal journal;
    private final Map<String, String> tokens = new HashMap<>();
    private volatile boolean stopped;
    private int requests;

    Worker(int port, County county, int number, Journal journal) {
        this.caller = new Caller(port);
        this.county = county;
        this.number = number;
        this.journal = journal;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        for (int nth = 0; !stopped; nth++) {
            String school = "%03d%07d".formatted(900 + number, nth);
            register(school);
            assess(school);
        }
    }

    /** Until it is registered: what was not answered may be, and then it is refused. */
    private void register(String school) {
        Step step = new Step("office", "POST", "/schools", County.school(school));
        Entry last = null;
        while (!stopped && (last == null || last.kind() == Kind.UNKNOWN)) {
            last = write(step, "/schools", "school:" + school);
        }
    }

    private void assess(String school) {
        String path = county.assessment(school);
        String stream = "assessment:load:" + school;
        long version = 0;
        while (!stopped && version < EVENTS_OF_AN_ASSESSMENT) {
            Step step = Step.after(version, county, school);
            Entry entry = version == 0
                    ? write(step, path + step.path(), stream)
                    : write(step, path + step.path(), stream, "If-Match", "\"" + version + "\"");
            version = entry.isAcknowledged() ? entry.version() : versionOf(path, version);
        }
    }

    private Entry write(Step step, String path, String stream, String... ifMatch) {
        String token = token(step.client());
        String requestId = "load-%d-%d".formatted(number, requests++);
        String[] headers = ifMatch.length == 0
                ? new String[] {"X-Request-Id", requestId}
                : new String[] {"X-Request-Id", requestId, ifMatch[0], ifMatch[1]};
        long began = System.currentTimeMillis();
        HttpResponse<String> answer = call(token, step.method(), path, step.body(), headers);
        long ended = System.currentTimeMillis();
        Entry entry = entry(answer, began, ended, requestId, stream);
        journal.keep(entry);
        if (!entry.isAcknowledged()) {
            pause();
        }
        return entry;
    }

    private static Entry entry(
            @Nullable HttpResponse<String> answer, long began, long ended, String requestId, String stream) {
        int status = answer == null ? 0 : answer.statusCode();
        if (answer != null && status / 100 == 2) {
            JsonNode written = Caller.json(answer);
            return new Entry(
                    Kind.ACKNOWLEDGED, began, ended, requestId, status, stream,
                    written.get("position").asLong(), written.get("version").asLong());
        }
        Kind kind = answer == null || status == 503 ? Kind.UNKNOWN : Kind.REFUSED;
        return new Entry(kind, began, ended, requestId, status, stream, -1, -1);
    }

    /** As the view shows it, which may lag behind: then the next write is refused, and it is read once more. */
    private long versionOf(String path, long before) {
        while (!stopped) {
            HttpResponse<String> shown = call(token("office"), "GET", path, "");
            if (shown != null && shown.statusCode() == 200) {
                return Caller.json(shown).get("version").asLong();
            }
            if (shown != null && shown.statusCode() == 404) {
                return 0;
            }
            pause();
        }
        return before;
    }

    private String token(String client) {
        String known = tokens.get(client);
        while (known == null) {
            HttpResponse<String> answer = answered(() -> caller.requestToken(client, client));
            if (answer != null && answer.statusCode() == 200) {
                known = Caller.json(answer).get("access_token").asString();
                tokens.put(client, known);
            } else if (stopped) {
                return "";
            } else {
                pause();
            }
        }
        return known;
    }

    private @Nullable HttpResponse<String> call(String token, String method, String path, String body, String... headers) {
        return answered(() -> caller.call(token, method, "/api/v1" + path, body, headers));
    }

    private static @Nullable HttpResponse<String> answered(Supplier<HttpResponse<String>> request) {
        try {
            return request.get();
        } catch (UncheckedIOException e) {
            return null;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
