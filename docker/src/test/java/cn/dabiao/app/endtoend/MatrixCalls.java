package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.nimbusds.jose.jwk.RSAKey;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls each operation as everybody, and keeps what came of it, cell by cell. */
final class MatrixCalls {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** A request that is refused for this alone does nothing, and was let in: the rules are looked at before. */
    static final String UNKNOWN_PARAMETER = "?nothing=1";

    /** What a served request may be told all the same: somebody else has done it before. */
    private static final Set<Integer> SERVED_BUT_DONE = Set.of(409, 412, 422);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final int port;
    private final RSAKey key;
    private final List<MatrixCaller> callers;
    private final MatrixTable table;
    private final Map<String, String> ids = new HashMap<>(Map.of(
            "assessmentId", "mx." + MatrixCounty.SCHOOL, "schoolCode", MatrixCounty.SCHOOL, "campaignId", "mx",
            "inspectorId", "mx-1", "standardId", "mx-2018", "round", "1", "itemNo", "1", "drawNo", "1", "appealId", "a1"));
    private final MatrixSight sight = new MatrixSight();
    private long reached;

    MatrixCalls(int port, RSAKey key) {
        this.port = port;
        this.key = key;
        this.callers = MatrixCaller.all(key);
        this.table = new MatrixTable(callers.stream().map(MatrixCaller::name).toList());
        ids.putAll(Map.of("orderId", "r1", "measureId", "m1", "commitmentNo", "1", "publicationNo", "1", "group", "ranking"));
    }

    MatrixSight sight() {
        return sight;
    }

    MatrixTable table() {
        return table;
    }

    void known(String name, String id) {
        ids.put(name, id);
    }

    long reached() {
        return reached;
    }

    JsonNode shipped() {
        MatrixCaller theirs = MatrixCaller.of(key, "of-the-demo", "320724", "OFFICE", Map.of(), List.of());
        return JSON.readTree(send(theirs, MatrixCall.of("GET /standards/guannan-2018", "")).body());
    }

    /** A step that has to succeed. */
    JsonNode as(String caller, String method, String path, String body, String... header) {
        MatrixCaller who = callers.stream().filter(each -> each.name().equals(caller)).findFirst().orElseThrow();
        return step(who, method, path, body, header);
    }

    JsonNode asInspector(String id, String method, String path, String body, String... header) {
        MatrixCaller who = MatrixCaller.of(
                key, id, MatrixCaller.BUREAU, "INSPECTOR", Map.of("inspector", id), List.of());
        return step(who, method, path, body, header);
    }

    private JsonNode step(MatrixCaller who, String method, String path, String body, String... header) {
        MatrixCall call = MatrixCall.of(method + " " + path, body);
        HttpResponse<byte[]> answer = send(who, header.length == 0 ? call : call.header(header[0], header[1]));
        assertThat(answer.statusCode()).as(method + " " + path + ": " + text(answer)).isBetween(200, 299);
        return written(answer);
    }

    /** Calls as everybody; what the first was answered whom it served, or nothing where that cannot be. */
    JsonNode turn(MatrixCall call) {
        JsonNode first = null;
        String last = "";
        for (MatrixCaller caller : callers) {
            HttpResponse<byte[]> answer = send(caller, call);
            String text = text(answer);
            boolean good = answer.statusCode() / 100 == 2;
            table.put(call.row(), caller.name(), cell(call, caller, answer.statusCode(), text));
            sight.look(call, caller, good, text);
            last = text;
            if (good && first == null && !caller.ofAnotherBureau()) {
                first = call.method().equals("GET") ? JSON.createObjectNode() : written(answer);
            }
        }
        if (first == null && !call.mayLack()) {
            throw new AssertionError(call.row() + " served nobody, not even the last: " + last);
        }
        return first == null ? JSON.createObjectNode() : first;
    }

    /** Notes what was told of a stream of events, that an ordinary call would wait for in vain. */
    void streamed(MatrixCall call, MatrixCaller caller, String cell, String text) {
        table.put(call.row(), caller.name(), cell);
        sight.look(call, caller, cell.equals("in"), text);
    }

    List<MatrixCaller> callers() {
        return callers;
    }

    private static String cell(MatrixCall call, MatrixCaller caller, int status, String text) {
        if (status / 100 == 2 || SERVED_BUT_DONE.contains(status)) {
            return "in";
        }
        String problem = JSON.readTree(text).path("type").asString("").replaceFirst(".*/", "");
        if ((status == 404 && call.mayLack()) || (status == 400 && call.path().endsWith(UNKNOWN_PARAMETER))) {
            return "in";
        }
        if (status != 401 && status != 403 && status != 404) {
            throw new AssertionError(call.row() + " as " + caller + ": " + status + " " + text);
        }
        return status == 401 ? "401" : status + " " + problem;
    }

    private JsonNode written(HttpResponse<byte[]> answer) {
        JsonNode written = JSON.readTree(answer.body());
        reached = Math.max(reached, written.path("position").asLong(0));
        return written;
    }

    private HttpResponse<byte[]> send(MatrixCaller caller, MatrixCall call) {
        Object body = caller.ofAnotherBureau() ? call.another() : call.body();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path(call)))
                .timeout(PATIENCE)
                .header("Content-Type", call.type())
                .method(call.method(), switch (body) {
                    case Form form -> form.body();
                    case String text when text.isEmpty() -> HttpRequest.BodyPublishers.noBody();
                    default -> HttpRequest.BodyPublishers.ofString(body.toString());
                });
        call.headers().forEach(request::header);
        if (call.method().equals("GET")) {
            request.header("Dabiao-Min-Position", Long.toString(reached));
        }
        if (caller.token() != null) {
            request.header("Authorization", "Bearer " + caller.token());
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(call.row() + " as " + caller, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String path(MatrixCall call) {
        Map<String, String> all = new HashMap<>(ids);
        all.put("position", Long.toString(reached));
        all.putAll(call.ids());
        String path = call.path().replace("@", Long.toString(reached));
        for (Map.Entry<String, String> id : all.entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue());
        }
        return path;
    }

    private static String text(HttpResponse<byte[]> answer) {
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith(XLSX)) {
            try {
                return ExportedTable.workbook(answer.body()).rows().toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
