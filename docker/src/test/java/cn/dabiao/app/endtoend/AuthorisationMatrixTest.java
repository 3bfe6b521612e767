package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;

/**
 * Who may call what (RULES.md §6): every operation of the contract, called by everybody on things that are there. What is
 * right stands in {@code authorisation-matrix.csv}; {@code -Dmatrix=write} writes it anew, and the difference is then to be
 * read.
 */
@DabiaoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorisationMatrixTest {

    private static final String ASSESSMENT = "/assessments/{assessmentId}";
    private static final String CAMPAIGN = "/campaigns/{campaignId}";
    private static final String FEED = "/feed?after=-1&limit=500";
    private static final String STREAM = "text/event-stream";

    /** What is asked for beside the path, where something has to be or where it leads elsewhere in the code. */
    private static final Map<String, List<String>> QUERIES = Map.ofEntries(
            Map.entry("/assessments", List.of("", "?campaign=mx", "?q=2132077001")),
            Map.entry("/schools", List.of("", "?q=2132077001")),
            Map.entry("/feed", List.of("?after=-1&limit=500", "?after=-1&limit=500&school=2132077001")),
            Map.entry(ASSESSMENT, List.of("", "?atPosition=@")),
            Map.entry(ASSESSMENT + "/diff", List.of("?fromPosition=0")),
            Map.entry(ASSESSMENT + "/explanation", List.of("", "?standard=mx-2018", "?atPosition=@")),
            Map.entry(CAMPAIGN + "/ranking", List.of("", "?atPosition=@")),
            Map.entry(CAMPAIGN + "/statistics", List.of("", "?atPosition=@")),
            Map.entry(CAMPAIGN + "/statistics/comparison", List.of("?with=mx-before")),
            Map.entry(CAMPAIGN + "/statistics/comparison/schools", List.of("?with=mx-before")),
            Map.entry("/ledger/proof/inclusion", List.of("?position=@")),
            Map.entry("/ledger/proof/consistency", List.of("?from=1&to=@")));

    /** Which reads show other schools to a school or an inspector: what is published, the register, and who is recused for whom. */
    private static final Set<String> ABOUT_OTHERS = Set.of(
            "/schools", "/schools/{schoolCode}", CAMPAIGN + "/ranking", CAMPAIGN + "/publications/{publicationNo}",
            "/inspectors", "/inspectors/{inspectorId}");

    private final MatrixCalls calls;
    private final Caller caller;
    private final int port;

    AuthorisationMatrixTest(@Autowired JWKSource<SecurityContext> keys, @LocalServerPort int port) throws Exception {
        this.calls = new MatrixCalls(
                port, keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null).getFirst().toRSAKey());
        this.caller = new Caller(port);
        this.port = port;
    }

    @BeforeAll
    void everything_is_called_by_everybody() throws IOException {
        MatrixCounty county = new MatrixCounty(calls);
        county.lives();
        operations("get").forEach((path, operation) -> {
            if (!path.startsWith("/webhooks/")) {
                QUERIES.getOrDefault(path, List.of("")).forEach(query -> read(path, query, types(operation)));
            }
        });
        for (MatrixCaller each : calls.callers()) {
            stream(each);
        }
        if ("write".equals(System.getProperty("matrix"))) {
            calls.table().write();
        }
    }

    @Test
    void everybody_is_served_or_refused_as_the_table_says() throws IOException {
        assertThat(calls.table().lines()).containsExactlyElementsOf(MatrixTable.committed());
    }

    @Test
    void there_is_a_row_for_every_operation_of_the_contract() {
        Set<String> rows = calls.table().rowNames().stream()
                .map(row -> row.replaceFirst("[?(].*", "").strip().replace(" of an analyst", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> operations = new TreeSet<>();
        for (String method : List.of("get", "put", "post", "delete", "patch", "head")) {
            operations(method).keySet().forEach(path -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path));
        }

        assertThat(operations).hasSizeGreaterThan(90);
        assertThat(rows).isEqualTo(operations);
    }

    @Test
    void nobody_is_shown_what_is_not_theirs() {
        List<String> leaks = calls.sight().leaks().stream()
                .filter(leak -> !(leak.contains(MatrixSight.SCHOOL) && !leak.contains("-b ") && ABOUT_OTHERS.contains(path(leak))))
                .toList();

        assertThat(leaks).isEmpty();
    }

    /** Or the test above would prove little. */
    @Test
    void what_is_hidden_from_others_is_there_for_its_own() {
        assertThat(calls.sight().seenBy("office")).containsExactlyInAnyOrder(
                MatrixCaller.SCHOOLS, MatrixCaller.OTHER_SCHOOLS, MatrixCaller.BUREAUS);
        assertThat(calls.sight().seenBy("office-b")).containsExactly(MatrixCaller.ANOTHER_BUREAUS);
        assertThat(calls.sight().seenBy("school")).contains(MatrixCaller.SCHOOLS);
        assertThat(calls.sight().seenBy("inspector")).contains(MatrixCaller.SCHOOLS);
        assertThat(calls.sight().seenBy("other-school")).contains(MatrixCaller.OTHER_SCHOOLS);
        assertThat(calls.sight().told()).contains(
                "GET /assessments", "GET /assessments (csv)", "GET /assessments (xlsx)", "GET /schools",
                "GET " + CAMPAIGN + "/overdue", "GET " + CAMPAIGN + "/overdue (csv)", "GET " + CAMPAIGN + "/overdue (xlsx)",
                "GET " + CAMPAIGN + "/annual-evaluation", "GET " + CAMPAIGN + "/eligibility", "GET " + CAMPAIGN + "/ranking",
                "GET " + FEED, "GET " + FEED + " (stream)");
        assertThat(calls.sight().seenBy("school-b")).containsExactly(MatrixCaller.ANOTHER_BUREAUS);
    }

    private static String path(String leak) {
        String operation = leak.substring(leak.indexOf(' ') + 1);
        return operation.replaceFirst("[? ].*", "");
    }

    private void read(String path, String query, Set<String> types) {
        MatrixCall call = MatrixCall.of("GET " + path + query, "")
                .with("campaignId", path.endsWith("/overdue") ? MatrixCounty.LATE : "mx");
        calls.turn(call.header("Accept", "application/json, */*"));
        if (types.contains(MatrixCalls.XLSX)) {
            calls.turn(call.called(" (csv)").header("Accept", "text/csv"));
            calls.turn(call.called(" (xlsx)").header("Accept", MatrixCalls.XLSX));
        }
    }

    /** An ordinary call would wait for the end of a stream. */
    private void stream(MatrixCaller each) throws IOException {
        MatrixCall call = MatrixCall.of("GET " + FEED, "").called(" (stream)");
        if (each.token() == null) {
            calls.streamed(call, each, Integer.toString(caller.get("/api/v1/feed", "Accept", STREAM).statusCode()), "");
            return;
        }
        try (FeedSocket feed = new FeedSocket(port, each.token(), "-1", "")) {
            calls.streamed(call, each, "in", String.join("\n", feed.read(1 << 22)));
        } catch (IOException refused) {
            String answer = String.valueOf(refused.getMessage());
            assertThat(answer).contains("HTTP/1.1 403");
            calls.streamed(call, each, "403 " + answer.replaceFirst("(?s).*problems/([a-z-]+)\".*", "$1"), answer);
        }
    }

    private static Set<String> types(JsonNode operation) {
        return new ArrayList<>(operation.at("/responses/200/content").propertyNames()).stream()
                .collect(Collectors.toSet());
    }

    /** By their paths, without {@code /api/v1}. */
    private Map<String, JsonNode> operations(String method) {
        return Caller.json(caller.get("/v3/api-docs")).get("paths").properties().stream()
                .filter(path -> path.getValue().has(method))
                .collect(Collectors.toMap(
                        path -> path.getKey().replace("/api/v1", ""), path -> path.getValue().get(method)));
    }
}
