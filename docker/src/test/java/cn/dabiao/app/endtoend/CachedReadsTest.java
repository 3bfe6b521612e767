package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;

/** Every read of the contract says which version it is, and is not sent again to whoever has it. */
@DabiaoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CachedReadsTest {

    private static final String CAMPAIGN = "cached";
    private static final String JSON = "application/json, */*";
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String STREAM = "text/event-stream";
    private static final String ASSESSMENT = "/assessments/{assessmentId}";
    private static final String STATISTICS = "/campaigns/{campaignId}/statistics";

    /** What has no entity tag, and why not. Nor may it be kept, so that nobody has to be told that it still holds. */
    private static final Map<String, String> WITHOUT = Map.of(
            "/schools/{schoolCode}/bundle", "is packed while it is sent: what it is, is known when it ends",
            "/feed " + STREAM, "never ends, and goes on from Last-Event-ID",
            CSV, "is written row by row from one snapshot, of any number of rows: what it is, is known when it ends",
            XLSX, "is written like that, too");

    /** What is the same for ever, and need not be asked for again. */
    private static final Set<String> FOR_EVER = Set.of(
            "/ledger/proof/inclusion?position=1&size=@", "/ledger/proof/consistency?from=1&to=@");

    /** What is asked for beside the path, where there has to be something or where it leads elsewhere; {@code @} is the last position. */
    private static final Map<String, List<String>> QUERIES = Map.of(
            ASSESSMENT, List.of("", "?atPosition=@"),
            ASSESSMENT + "/diff", List.of("?fromPosition=0"),
            ASSESSMENT + "/explanation", List.of("", "?standard=guannan-2018", "?atPosition=@"),
            "/campaigns/{campaignId}/ranking", List.of("", "?atPosition=@"),
            STATISTICS, List.of("", "?atPosition=@"),
            STATISTICS + "/comparison", List.of("?with=cached-before"),
            STATISTICS + "/comparison/schools", List.of("?with=cached-before"),
            "/feed", List.of("?after=-1", "?after=@"),
            "/ledger/proof/inclusion", List.of("?position=1", "?position=1&size=@"),
            "/ledger/proof/consistency", List.of("?from=1&to=@"));

    @LocalServerPort
    private int port;

    private MaskedCounty county = new MaskedCounty(0);

    /**
     * @param pattern without {@code /api/v1}, with its query
     * @param table   whether it is given as a table, too
     */
    record Read(String pattern, String client, boolean table) {

        @Override
        public String toString() {
            return pattern;
        }
    }

    @BeforeAll
    void a_county_in_which_something_of_everything_has_happened() {
        county = new MaskedCounty(port, CAMPAIGN, "2132074811", "2132074812").lived();
        assertThat(county.county()
                        .as("office", "POST", "/webhooks", """
                                {"webhookId": "cached", "url": "https://9.9.9.9/in", "filter": {"campaign": "cached-none"}}""")
                        .statusCode())
                .isEqualTo(201);
    }

    Stream<Read> reads() {
        return operations().flatMap(operation -> QUERIES
                .getOrDefault(operation.getKey(), List.of(""))
                .stream()
                .map(query -> new Read(
                        operation.getKey() + query,
                        client(operation.getValue().get("description").asString()),
                        operation.getValue().at("/responses/200/content").has(XLSX))));
    }

    Stream<Read> tagged() {
        return reads().filter(read -> !WITHOUT.containsKey(read.pattern()));
    }

    Stream<Read> tables() {
        return reads().filter(Read::table);
    }

    @ParameterizedTest
    @MethodSource("tagged")
    void who_has_what_is_shown_is_told_so_without_a_body(Read read) {
        // What operators are shown of projections may change between two reads.
        await().atMost(Duration.ofSeconds(4)).untilAsserted(() -> {
            HttpResponse<String> shown = ask(read, "GET");
            assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
            String tag = shown.headers().firstValue("ETag").orElse("none");
            assertThat(tag).matches("\"[^\"]+\"");
            assertThat(header(shown, "Cache-Control")).contains("private").doesNotContain("no-store");
            assertThat(header(shown, "Cache-Control").contains("no-cache")).isNotEqualTo(FOR_EVER.contains(read.pattern()));
            assertThat(header(shown, "Vary")).isEqualTo("Accept, Accept-Language, Authorization");

            for (String known : List.of(tag, "\"other\", W/" + tag)) {
                HttpResponse<String> same = ask(read, "GET", "If-None-Match", known);
                assertThat(same.statusCode()).as(known).isEqualTo(304);
                assertThat(same.body()).isEmpty();
                // As RFC 9110 §15.4.5 has it: what a cache needs to go on with what it has.
                for (String name : List.of("ETag", "Cache-Control", "Vary", "Dabiao-Position")) {
                    assertThat(header(same, name)).as(name).isEqualTo(header(shown, name));
                }
            }
            HttpResponse<String> another = ask(read, "GET", "If-None-Match", "\"other\"");
            assertThat(another.statusCode()).isEqualTo(200);
            assertThat(another.body()).isEqualTo(shown.body());
        });
    }

    @ParameterizedTest
    @MethodSource("tagged")
    void who_asks_for_the_head_alone_is_told_the_same(Read read) {
        await().atMost(Duration.ofSeconds(4)).untilAsserted(() -> {
            HttpResponse<String> shown = ask(read, "GET");
            HttpResponse<String> head = ask(read, "HEAD");
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            for (String name : List.of("ETag", "Cache-Control", "Vary", "Content-Type", "Dabiao-Position")) {
                assertThat(header(head, name)).as(name).isEqualTo(header(shown, name));
            }
            assertThat(ask(read, "HEAD", "If-None-Match", header(shown, "ETag")).statusCode()).isEqualTo(304);
        });
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_table_is_kept_by_nobody(Read read) throws IOException {
        isKeptByNobody(read, CSV);
        isKeptByNobody(read, XLSX);
    }

    @Test
    void neither_is_a_bundle_nor_a_stream() throws IOException {
        isKeptByNobody(new Read("/schools/{schoolCode}/bundle", "auditor", false), "*/*");
        isKeptByNobody(new Read("/feed?after=-1", "office", false), STREAM);
    }

    @Test
    void nor_is_a_refusal_and_it_varies_as_well() {
        Caller caller = new Caller(port);
        HttpResponse<String> nobodys = caller.get("/api/v1/schools");
        HttpResponse<String> nothing = county.county().as("office", "GET", "/schools/2132074899", "");

        assertThat(nobodys.statusCode()).isEqualTo(401);
        assertThat(nothing.statusCode()).isEqualTo(404);
        for (HttpResponse<String> refusal : List.of(nobodys, nothing)) {
            assertThat(header(refusal, "ETag")).isEmpty();
            assertThat(header(refusal, "Cache-Control")).contains("no-store");
            assertThat(header(refusal, "Vary")).isEqualTo("Accept, Accept-Language, Authorization");
        }
    }

    @Test
    void what_is_written_is_kept_by_nobody_and_says_its_new_version() {
        HttpResponse<String> written = county.county().as(
                "office", "POST", "/inspectors", "{\"inspectorId\": \"cached-i9\", \"name\": \"王五\", \"township\": \"百禄镇\"}");

        assertThat(header(written, "ETag")).isEqualTo("\"1\"");
        assertThat(header(written, "Cache-Control")).contains("no-store");
    }

    @Test
    void the_contract_says_which_reads_have_a_tag_and_which_have_not() {
        assertThat(operations()).hasSizeGreaterThan(35).allSatisfy(operation -> {
            boolean without = WITHOUT.containsKey(operation.getKey());
            assertThat(operation.getValue().at("/responses/200/headers").has("ETag")).isNotEqualTo(without);
            assertThat(operation.getValue().at("/responses").has("304")).isNotEqualTo(without);
        });
    }

    private void isKeptByNobody(Read read, String type) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path(read)))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + new Caller(port).tokenOf(read.client()))
                .header("Accept", type)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream _ = answer.body()) {
                assertThat(answer.statusCode()).as(read + " " + type).isEqualTo(200);
                assertThat(header(answer, "ETag")).isEmpty();
                assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
                assertThat(header(answer, "Vary")).isEqualTo("Accept, Accept-Language, Authorization");
            }
            http.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> ask(Read read, String method, String... headers) {
        String[] all = Stream.concat(Stream.of(headers), Stream.of("Accept", JSON)).toArray(String[]::new);
        return county.county().as(read.client(), method, path(read), "", all);
    }

    private String path(Read read) {
        return county.path(read.pattern().replace("{webhookId}", "cached"));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    /** A demo client of the first of these roles that may. */
    private static String client(String description) {
        String roles = description.substring(description.lastIndexOf("Roles: "));
        return Stream.of("OFFICE", "AUDITOR", "OPERATOR")
                .filter(roles::contains)
                .findFirst()
                .orElseThrow(() -> new AssertionError(description))
                .toLowerCase(Locale.ROOT);
    }

    /** The reads, by their paths without {@code /api/v1}. */
    private Stream<Map.Entry<String, JsonNode>> operations() {
        return Caller.json(new Caller(port).get("/v3/api-docs")).get("paths").properties().stream()
                .filter(path -> path.getValue().has("get"))
                .map(path -> Map.entry(
                        path.getKey().replace("/api/v1", ""), Objects.requireNonNull(path.getValue().get("get"))));
    }
}
