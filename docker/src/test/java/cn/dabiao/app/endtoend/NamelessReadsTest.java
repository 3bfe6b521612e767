package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import cn.dabiao.api.export.ListOperation;
import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;

/** An analyst comes to see no person (RULES.md §6), whatever there is that can be read. */
@DabiaoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamelessReadsTest {

    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String ASSESSMENT = "/api/v1/assessments/{assessmentId}";
    private static final String STATISTICS = "/api/v1/campaigns/{campaignId}/statistics";
    private static final String FEED = "/api/v1/feed";

    /** What is asked for beside the path, where there is something to be asked for; {@code @} is the last position. */
    private static final Map<String, List<String>> QUERIES = Map.of(
            ASSESSMENT, List.of("", "?atPosition=@"),
            ASSESSMENT + "/diff", List.of("?fromPosition=0", "?fromPosition=0&toPosition=@"),
            ASSESSMENT + "/explanation", List.of("", "?standard=guannan-2018", "?atPosition=@"),
            "/api/v1/campaigns/{campaignId}/ranking", List.of("", "?atPosition=@"),
            STATISTICS, List.of("?by=township,kind,ownership,item", "?atPosition=@"),
            STATISTICS + "/comparison", List.of("?with=masked-before"),
            STATISTICS + "/comparison/schools", List.of("?with=masked-before"),
            FEED, List.of("?after=-1&limit=500&campaign=masked", "?after=-1&limit=500&school=" + MaskedCounty.SCHOOL),
            "/api/v1/ledger/proof/inclusion", List.of("?position=@"),
            "/api/v1/ledger/proof/consistency", List.of("?from=1&to=@"));

    /** What is no analyst's to read: raw events and bundles, pictures, and what only operators may. */
    private static final Set<String> REFUSED = Set.of(
            "/api/v1/ledger/events/{position}",
            "/api/v1/schools/{schoolCode}/bundle",
            ASSESSMENT + "/evidence/{sha256}",
            "/api/v1/admin/projections",
            "/api/v1/admin/projections/{group}/dead-letters");

    @LocalServerPort
    private int port;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private MaskedCounty masked = new MaskedCounty(0);

    /** @param list whether it is a list, and a table too */
    record Read(String pattern, String path, boolean list) {

        @Override
        public String toString() {
            return path;
        }
    }

    @BeforeAll
    void a_county_in_which_something_of_everything_has_happened() {
        masked = new MaskedCounty(port).lived();
    }

    Stream<Read> reads() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(mapped -> mapped.getValue().getBeanType().getName().startsWith("cn.dabiao."))
                .filter(mapped -> isGet(mapped.getKey()))
                .flatMap(mapped -> mapped.getKey().getPatternValues().stream()
                        .filter(pattern -> !pattern.startsWith("/api/v1/probe"))
                        .flatMap(pattern -> QUERIES.getOrDefault(pattern, List.of("")).stream()
                                .map(query -> new Read(
                                        pattern,
                                        masked.path(pattern + query),
                                        ListOperation.of(mapped.getValue()).isPresent()))))
                .distinct();
    }

    private static boolean isGet(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    @ParameterizedTest
    @MethodSource("reads")
    void an_analyst_is_shown_no_person(Read read) throws IOException {
        for (Shown shown : shownTo("analyst", read)) {
            assertThat(shown.text()).as(shown.as()).doesNotContain(MaskedCounty.MARK, MaskedCounty.NUMBER, "\"actor\":");
            if (REFUSED.contains(read.pattern())) {
                assertThat(shown.status()).as(shown.as()).isEqualTo(403);
            } else if (!read.pattern().equals("/api/v1/webhooks/{webhookId}")) {
                assertThat(shown.status()).as(shown.as() + ": " + shown.text()).isEqualTo(200);
            }
        }
    }

    @Test
    void the_feed_as_a_stream_and_in_english_shows_an_analyst_no_person() throws IOException {
        String token = new Caller(port).tokenOf("analyst");
        try (FeedSocket feed = new FeedSocket(port, token, "-1", "?campaign=" + MaskedCounty.CAMPAIGN)) {
            assertThat(feed.read(1 << 20)).hasSizeGreaterThan(30).allSatisfy(
                    event -> assertThat(event).doesNotContain(MaskedCounty.MARK, MaskedCounty.NUMBER, "\"actor\":"));
        }
        for (String history : List.of("/schools/" + MaskedCounty.SCHOOL, "/campaigns/masked", assessment())) {
            assertThat(text("analyst", history + "/history?limit=500", "application/json", "en").text())
                    .contains("\"text\":")
                    .doesNotContain(MaskedCounty.MARK, MaskedCounty.NUMBER);
        }
    }

    /** Or the test above would prove little. */
    @Test
    void what_names_persons_is_all_there_for_whoever_may_see_it() throws IOException {
        Map<String, Set<String>> seen = new TreeMap<>();
        for (Read read : reads().toList()) {
            for (Shown shown : shownTo("office", read)) {
                Stream.of("隐讳局长", "隐讳新局长", "隐讳局长调任", "隐讳考评员", "隐讳校长", "隐讳副校长", "83997001", "83997003",
                                "配偶在该校任教", "系夫妻", "隐讳方案.pdf", "隐讳照片.png", "隐讳家门口", "突发疾病",
                                "说明整改滞后的原因")
                        .filter(shown.text()::contains)
                        .forEach(mark -> seen.computeIfAbsent(mark, _ -> new TreeSet<>()).add(read.pattern()));
            }
        }

        assertThat(seen).hasSize(15);
        assertThat(seen.get("隐讳照片.png")).contains(
                ASSESSMENT, ASSESSMENT + "/diff", ASSESSMENT + "/history", ASSESSMENT + "/evidence",
                ASSESSMENT + "/reviews/{round}/items/{itemNo}", FEED, "/api/v1/schools/{schoolCode}/history");
        assertThat(seen.get("说明整改滞后的原因")).contains(ASSESSMENT, ASSESSMENT + "/history", FEED);
        assertThat(seen.get("隐讳方案.pdf")).contains(ASSESSMENT, ASSESSMENT + "/history", FEED);
    }

    /** An answer, as a text. */
    record Shown(String as, int status, String text) {}

    private List<Shown> shownTo(String client, Read read) throws IOException {
        List<Shown> all = new ArrayList<>();
        String page = read.list() ? (read.path().contains("?") ? "&" : "?") + "limit=500" : "";
        all.add(text(client, read.path() + page, "application/json, */*", "zh"));
        if (read.list() && !REFUSED.contains(read.pattern())) {
            all.add(text(client, read.path(), CSV, "zh"));
            all.add(workbook(client, read.path()));
        }
        return all;
    }

    private Shown text(String client, String path, String type, String language) {
        HttpResponse<byte[]> answer =
                masked.county().download(client, path, "Accept", type, "Accept-Language", language);
        return new Shown(path + " " + type, answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
    }

    private Shown workbook(String client, String path) throws IOException {
        HttpResponse<byte[]> answer = masked.county().download(client, path, "Accept", XLSX);
        String text = answer.statusCode() == 200
                ? ExportedTable.workbook(answer.body()).rows().toString()
                : new String(answer.body(), StandardCharsets.UTF_8);
        return new Shown(path + " " + XLSX, answer.statusCode(), text);
    }

    private static String assessment() {
        return "/assessments/" + MaskedCounty.CAMPAIGN + "." + MaskedCounty.SCHOOL;
    }
}
