package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import tools.jackson.databind.JsonNode;

import cn.dabiao.api.export.ListOperation;
import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;

/** Every list is also a table: of the same rows, in Chinese, and safe to open. */
@DabiaoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportTest {

    private static final String GRADED = "2132074401";
    private static final String PLANNED = "2132074402";
    private static final String FORMULA = "2132074403";
    private static final String NAME = "=HYPERLINK(\\\"http://x\\\",\\\"点我\\\")";
    private static final String PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAfbLI3wAAAABJRU5ErkJggg==";
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @LocalServerPort
    private int port;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private County county = new County(new Caller(0), "");

    /** A list of the contract, where it is, and who may read it. */
    record Listed(ListOperation list, String path, String reader) {

        @Override
        public String toString() {
            return path;
        }
    }

    @BeforeAll
    void a_county_in_which_something_of_everything_has_happened() {
        county = new County(new Caller(port), "exports").opened().withSchool(GRADED).withSchool(PLANNED);
        county.step("office", "POST", "/schools", County.school(FORMULA).replace("测试小学", NAME));
        County before = new County(new Caller(port), "exports-before").opened();
        before.graded(GRADED);
        county.graded(GRADED);
        county.step("office", "POST", county.assessment(GRADED) + "/corrections", """
                {"itemNo": 3, "deductions": [{"checkpoint": "3.1", "points": 2, "reason": "预案，\\"旧\\"版\\n未修订 🏫"}],
                 "reason": "=复核", "authority": "灌教发〔2018〕26号"}""", "If-Match", "\"24\"");
        Form photo = Form.with(Base64.getDecoder().decode(PIXEL), "image/png", "房间.png");
        assertThat(county.upload("school-" + GRADED, county.assessment(GRADED) + "/evidence", photo).statusCode())
                .isEqualTo(201);
        county.step("school-" + PLANNED, "PUT", county.assessment(PLANNED) + "/plan", County.PLAN);
        county.step("leader", "POST", county.assessment(PLANNED) + "/determination",
                "{\"ground\": \"SLOW_PROGRESS\", \"reason\": \"行动迟缓\"}", "If-Match", "\"1\"");
        county.step("office", "POST", "/inspectors/" + county.inspector(1) + "/recusals",
                "{\"schoolCode\": \"%s\", \"reason\": \"亲属任教\"}".formatted(PLANNED));
        // A timer records the overdue plans of the campaign, sooner or later.
        HttpResponse<String> published =
                await().atMost(Duration.ofSeconds(30)).until(this::publishes, answer -> answer.statusCode() == 200);
        county.seen(published, "/campaigns/exports");
    }

    private HttpResponse<String> publishes() {
        String tag = county.as("office", "GET", "/campaigns/exports", "").headers().firstValue("ETag").orElseThrow();
        return county.as("office", "POST", "/campaigns/exports/publication", "{}", "If-Match", tag);
    }

    Stream<Listed> lists() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(mapped -> mapped.getValue().getBeanType().getName().startsWith("cn.dabiao.query."))
                .flatMap(mapped -> ListOperation.of(mapped.getValue()).stream()
                        .map(list -> listed(list, path(mapped.getKey().getPatternValues().iterator().next()))));
    }

    private static Listed listed(ListOperation list, String path) {
        return switch (list.name()) {
            case "listDeadLetters" -> new Listed(list, path, "operator");
            case "compareSchools" -> new Listed(list, path + "?with=exports-before", "office");
            default -> new Listed(list, path, "office");
        };
    }

    private Stream<Listed> listsForAnalysts() {
        return lists().filter(listed -> listed.reader().equals("office"));
    }

    @Test
    void there_are_lists_of_everything() {
        assertThat(lists()).hasSizeGreaterThanOrEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void a_table_has_the_rows_of_all_pages(Listed listed) throws IOException {
        AtomicReference<Answers> read = new AtomicReference<>();
        // Timers write by themselves: what is compared has to show one position.
        await(listed.path()).atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            Answers answers = new Answers(
                    table(listed.reader(), listed.path(), CSV),
                    table(listed.reader(), listed.path(), XLSX),
                    pages(listed));
            assertThat(answers.positions()).as("positions: CSV, workbook, pages").hasSize(1);
            read.set(answers);
        });
        compare(listed, Objects.requireNonNull(read.get()));
    }

    /** A list in its three forms. */
    private record Answers(HttpResponse<byte[]> csv, HttpResponse<byte[]> workbook, List<JsonNode> pages) {

        Set<Long> positions() {
            Set<Long> positions = new LinkedHashSet<>(List.of(position(csv)));
            positions.add(position(workbook));
            pages.forEach(page -> positions.add(page.get("position").asLong()));
            return positions;
        }
    }

    private static void compare(Listed listed, Answers answers) throws IOException {
        List<JsonNode> rows =
                answers.pages().stream().flatMap(page -> page.get("items").valueStream()).toList();
        ExportedTable text = ExportedTable.csv(answers.csv().body());
        ExportedTable cells = ExportedTable.workbook(answers.workbook().body());
        assertThat(text.headers()).allSatisfy(header -> assertThat(header).matches(".*\\p{IsHan}.*|SHA-256"));
        assertThat(cells.headers()).hasSameSizeAs(text.headers());
        assertThat(text.rows()).hasSameSizeAs(rows);
        assertThat(cells.rows()).hasSameSizeAs(rows);
        for (int at = 0; at < rows.size(); at++) {
            shows(text.rows().get(at), rows.get(at), listed, false);
            shows(cells.rows().get(at), rows.get(at), listed, true);
        }
    }

    private static void shows(List<String> cells, JsonNode row, Listed listed, boolean workbook) {
        List<ShownRow.Value> values = ShownRow.of(row, listed.list().rowType());
        assertThat(cells).hasSameSizeAs(values);
        for (int column = 0; column < cells.size(); column++) {
            assertThat(values.get(column).isIn(cells.get(column), workbook))
                    .as("'%s' shows %s", cells.get(column), values.get(column))
                    .isTrue();
        }
    }

    private List<JsonNode> pages(Listed listed) {
        List<JsonNode> pages = new ArrayList<>();
        String cursor = "";
        do {
            String page = listed.path() + (listed.path().contains("?") ? "&" : "?") + "limit=40" + cursor;
            HttpResponse<String> answer = county.as(listed.reader(), "GET", page, "");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            pages.add(Caller.json(answer));
            cursor = pages.getLast().hasNonNull("nextCursor")
                    ? "&cursor=" + pages.getLast().get("nextCursor").asString()
                    : "";
        } while (!cursor.isEmpty());
        return pages;
    }

    @ParameterizedTest
    @MethodSource("listsForAnalysts")
    void an_analysts_table_names_no_person(Listed listed) {
        HttpResponse<byte[]> csv = table("analyst", listed.path(), CSV);

        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(new String(csv.body(), StandardCharsets.UTF_8))
                .doesNotContain("张三", "李四", "王五", "周达华", "陈余山", "0518-83220001", "亲属任教");
    }

    @Test
    void an_english_reader_has_english_headers_and_words() throws IOException {
        HttpResponse<byte[]> csv = county.download(
                "office", "/campaigns/exports/ranking", "Accept", CSV, "Accept-Language", "en");

        ExportedTable table = ExportedTable.csv(csv.body());
        assertThat(table.headers()).startsWith("Rank", "Rank in its kind", "Assessment", "School code", "School");
        assertThat(table.rows().getFirst()).contains("Primary school", "Public", "Level 1", "98", "no");
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"getRanking-exports-\\d{8}.csv\"; filename\\*=UTF-8''Ranking-exports-\\d{8}.csv");
    }

    @Test
    void a_name_that_is_a_formula_is_text_in_a_workbook_and_defused_in_a_csv() throws IOException {
        String path = "/schools?q=" + FORMULA;
        String name = "=HYPERLINK(\"http://x\",\"点我\")";

        assertThat(ExportedTable.csv(table("office", path, CSV).body()).rows().getFirst()).contains("'" + name);
        assertThat(ExportedTable.workbook(table("office", path, XLSX).body()).rows().getFirst()).contains(name);
        assertThat(new String(
                        table("office", county.assessment(GRADED) + "/history", CSV).body(), StandardCharsets.UTF_8))
                .contains("\"检查点：3.1，扣分：2，原因：预案，\"\"旧\"\"版\n未修订 🏫\"", ",'=复核,灌教发〔2018〕26号,");
    }

    @Test
    void an_empty_list_is_its_headers_alone() throws IOException {
        String path = "/assessments?campaign=exports&minTotal=99";

        assertThat(ExportedTable.csv(table("office", path, CSV).body()))
                .satisfies(table -> assertThat(table.headers()).hasSizeGreaterThan(10))
                .satisfies(table -> assertThat(table.rows()).isEmpty());
        assertThat(ExportedTable.workbook(table("office", path, XLSX).body()).rows()).isEmpty();
    }

    @Test
    void filters_cursor_and_limit_hold_for_a_table_too() throws IOException {
        String path = "/assessments?campaign=exports&sort=-total";
        JsonNode first = Caller.json(county.as("office", "GET", path + "&limit=1", ""));
        String cursor = "&cursor=" + first.get("nextCursor").asString();

        assertThat(ExportedTable.csv(table("office", path, CSV).body()).rows()).hasSize(2);
        assertThat(ExportedTable.csv(table("office", path + "&limit=1", CSV).body()).rows())
                .singleElement().satisfies(row -> assertThat(row).contains(GRADED));
        assertThat(ExportedTable.csv(table("office", path + cursor, CSV).body()).rows())
                .singleElement().satisfies(row -> assertThat(row).contains(PLANNED));
    }

    @Test
    void a_table_is_not_kept_by_anybody_and_says_what_it_is() {
        HttpResponse<byte[]> csv = table("office", "/campaigns/exports/ranking", CSV);

        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(csv.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(csv.headers().firstValue("ETag")).isEmpty();
        assertThat(csv.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(position(csv)).isPositive();
        assertThat(table("office", "/campaigns/exports/ranking", XLSX).headers().firstValue("Content-Type"))
                .contains(XLSX);
        assertThat(county.as("office", "GET", "/campaigns/exports/ranking", "").headers().firstValue("Content-Type"))
                .contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, XLSX})
    void what_a_table_is_refused_for_is_a_problem_as_ever(String type) {
        String path = "/campaigns/exports/ranking";
        isProblem(table("office", "/campaigns/nowhere/ranking", type), 404, "not-found");
        isProblem(table("office-320723", path, type), 403, "another-bureau");
        isProblem(table("school-" + GRADED, "/campaigns/exports/workload", type), 403, "forbidden");
        isProblem(table("office", path + "?limit=501", type), 400, "invalid-request");
        isProblem(table("office", path + "?colour=red", type), 400, "invalid-request");
        isProblem(table("office", path + "?cursor=abc", type), 400, "invalid-request");
        isProblem(table("office", "/campaigns/exports", type), 406, "not-acceptable");
        isProblem(
                county.download("office", path, "Accept", type, "Dabiao-Min-Position", "999999999"),
                503, "not-yet-visible");
    }

    @Test
    void what_a_list_cannot_be_is_refused_with_what_it_can() {
        HttpResponse<byte[]> refused = table("office", "/campaigns/exports/ranking", "application/pdf");

        isProblem(refused, 406, "not-acceptable");
        assertThat(new String(refused.body(), StandardCharsets.UTF_8))
                .contains("\"supported\":[\"application/json\",\"text/csv\",\"" + XLSX + "\"]")
                .contains("请在 Accept 头中接受下列格式之一：application/json、text/csv、");
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, XLSX})
    void what_fails_in_the_middle_breaks_off_the_connection(String type) {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> table("office", "/probe/failing-list", type));

        assertThat(table("office", "/campaigns/exports/ranking", type).statusCode()).isEqualTo(200);
    }

    @Test
    void no_more_than_four_are_made_at_once_and_who_goes_away_makes_room() throws IOException {
        String token = new Caller(port).tokenOf("office");
        List<Socket> idle = new ArrayList<>();
        try {
            for (int caller = 0; caller < 4; caller++) {
                idle.add(asksAndDoesNotRead(token));
            }
            HttpResponse<byte[]> fifth = table("office", "/campaigns/exports/ranking", CSV);
            isProblem(fifth, 503, "exports-busy");
            assertThat(fifth.headers().firstValue("Retry-After")).isPresent();
            assertThat(county.as("office", "GET", "/campaigns/exports/ranking", "").statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> table("office", "/campaigns/exports/ranking", CSV).statusCode() == 200);
    }

    /** An export without an end, of which the first line has come and the rest waits. */
    private Socket asksAndDoesNotRead(String token) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream().write("""
                GET /api/v1/probe/endless-list HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Accept: text/csv\r
                \r
                """.formatted(token).getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
        return socket;
    }

    private HttpResponse<byte[]> table(String client, String path, String type) {
        return county.download(client, path, "Accept", type);
    }

    private static long position(HttpResponse<byte[]> table) {
        assertThat(table.statusCode()).as(new String(table.body(), StandardCharsets.UTF_8)).isEqualTo(200);
        return table.headers().firstValueAsLong("Dabiao-Position").orElseThrow();
    }

    private static void isProblem(HttpResponse<byte[]> answer, int status, String type) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as(body).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(body).contains("https://dabiao.cn/problems/" + type);
    }

    private String path(String pattern) {
        return pattern.replace("/api/v1", "")
                .replace("{campaignId}", "exports")
                .replace("{assessmentId}", "exports." + GRADED)
                .replace("{schoolCode}", GRADED)
                .replace("{inspectorId}", county.inspector(1))
                .replace("{publicationNo}", "1")
                .replace("{group}", "history");
    }
}
