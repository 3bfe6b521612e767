package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;
import cn.dabiao.ledger.LedgerReader;

/** Bad input gets a clear problem, and nothing is stored: every test here leaves the ledger where it was. */
@DabiaoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    private static final String REVIEWED = "2132072451";
    private static final String PLANNED = "2132072452";
    private static final String OUTSIDER = "bad-input-outsider";
    private static final String SOUND = "{\"checkpoint\": \"1.2\", \"points\": 2, \"reason\": \"面积8㎡\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private LedgerReader ledger;

    private County county = new County(new Caller(0), "");
    private String inspector = "";
    private long headBefore;

    @BeforeAll
    void a_county_with_a_school_under_review_and_one_that_only_planned() {
        county = new County(new Caller(port), "bad-input").opened().withSchool(REVIEWED).withSchool(PLANNED);
        county.underReview(REVIEWED);
        county.step("school-" + PLANNED, "PUT", county.assessment(PLANNED) + "/plan", County.PLAN);
        String[] drawn = county.drawn(REVIEWED);
        inspector = "inspector-" + drawn[0];
        // Registered after the draw, so in no round of it.
        county.step("office", "POST", "/inspectors",
                "{\"inspectorId\": \"%s\", \"name\": \"赵六\", \"township\": \"汤沟镇\"}".formatted(OUTSIDER));
    }

    @BeforeEach
    void note_the_head() {
        headBefore = ledger.head().orElseThrow();
    }

    @AfterEach
    void nothing_was_stored() {
        assertThat(ledger.head()).hasValue(headBefore);
    }

    static Stream<Arguments> findings() {
        return Stream.of(
                Arguments.of("an unknown checkpoint", SOUND.replace("1.2", "1.9"), 422, "unknown-checkpoint"),
                Arguments.of("a checkpoint of another item", SOUND.replace("1.2", "2.1"), 422, "unknown-checkpoint"),
                Arguments.of("not a multiple of 0.5", SOUND.replace("2,", "0.3,"), 400, "invalid-request"),
                Arguments.of("negative", SOUND.replace("2,", "-1,"), 400, "invalid-request"),
                Arguments.of("nothing at all", SOUND.replace("2,", "0,"), 422, "deduction-out-of-bounds"),
                Arguments.of("above the item's points", SOUND.replace("2,", "10.5,"), 422, "deduction-out-of-bounds"),
                Arguments.of("astronomic", SOUND.replace("2,", "1e999999999,"), 400, "invalid-request"),
                Arguments.of("a text for a number", SOUND.replace("2,", "\"2\","), 400, "invalid-request"),
                Arguments.of("a NUL character", SOUND.replace("面积", "面\\u0000积"), 400, "invalid-request"),
                Arguments.of("half a character", SOUND.replace("面积", "面\\ud800积"), 400, "invalid-request"),
                Arguments.of("an over-long reason", SOUND.replace("面积", "长".repeat(501)), 400, "invalid-request"),
                Arguments.of("a blank reason", SOUND.replace("面积8㎡", "　"), 400, "invalid-request"),
                Arguments.of("an unknown field", SOUND.replace("reason", "reasn"), 400, "invalid-request"),
                Arguments.of("no reason", "{\"checkpoint\": \"1.2\", \"points\": 2}", 400, "invalid-request"),
                Arguments.of("a field twice", SOUND.replace("2,", "2, \"points\": 1,"), 400, "malformed-request"),
                Arguments.of("an invisible reason", SOUND.replace("面积8㎡", "\u200B"), 400, "invalid-request"),
                Arguments.of("a null", "null", 400, "invalid-request"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("findings")
    void a_deduction_that_cannot_be_is_refused(String what, String deduction, int status, String type) {
        HttpResponse<String> response = score("{\"deductions\": [" + deduction + "]}");

        isProblem(response, status, type);
        if (type.equals("invalid-request")) {
            JsonNode error = Caller.json(response).get("errors").get(0);
            assertThat(error.get("field").asString()).startsWith("/deductions/0");
            assertThat(error.get("expected").asString()).isNotBlank();
        }
    }

    @Test
    void a_missed_threshold_needs_a_deduction_or_a_waiver() {
        isProblem(
                score("{\"measurements\": [{\"checkpoint\": \"1.2\", \"value\": 8, \"unit\": \"m2\"}]}"),
                422, "threshold-missed");
    }

    @Test
    void an_item_cannot_be_scored_in_the_future_or_before_the_visit() {
        isProblem(score("{\"scoredAt\": \"2099-01-01T00:00:00Z\"}"), 422, "scored-at-impossible");
        isProblem(score("{\"scoredAt\": \"2018-04-09T15:59:59Z\"}"), 422, "scored-at-impossible");
        isProblem(score("{\"scoredAt\": \"+1000000000-12-31T23:59:59Z\"}"), 400, "invalid-request");
        isProblem(score("{\"scoredAt\": \"0000-06-01T00:00:00Z\"}"), 400, "invalid-request");
        isProblem(score("{\"scoredAt\": 1523327400}"), 400, "invalid-request");
    }

    @Test
    void json_that_is_broken_is_told_with_its_place() {
        HttpResponse<String> response = score("{\"deductions\": [");

        isProblem(response, 400, "malformed-request");
        assertThat(Caller.json(response).get("line").asInt()).isEqualTo(1);
        isProblem(score(""), 400, "malformed-request");
        isProblem(score("[]"), 400, "invalid-request");
    }

    @Test
    void a_write_names_the_version_it_rests_on() {
        String path = county.assessment(REVIEWED) + "/reviews/1/items/1";

        isProblem(county.as(inspector, "PUT", path, "{}"), 428, "version-required");
        isProblem(county.as(inspector, "PUT", path, "{}", "If-Match", "\"5\""), 412, "stale-version");
        isProblem(county.as(inspector, "PUT", path, "{}", "If-Match", "W/\"6\""), 412, "stale-version");
        isProblem(county.as(inspector, "PUT", path, "{}", "If-Match", "6"), 412, "stale-version");
        isProblem(county.as(inspector, "PUT", path, "{}", "If-Match", "*"), 428, "version-required");
        isProblem(county.as(inspector, "PUT", path, "{}", "If-Match", "\"r1-i2-v0\""), 412, "stale-version");
        isProblem(county.as("school-" + REVIEWED, "PUT", county.assessment(REVIEWED) + "/plan", County.PLAN),
                428, "version-required");
    }

    @Test
    void only_an_inspector_of_the_round_scores() {
        String path = county.assessment(REVIEWED) + "/reviews/1/items/1";

        isProblem(county.as("inspector-" + OUTSIDER, "PUT", path, "{}", "If-Match", "\"r1-i1-v0\""),
                403, "not-inspector-of-round");
        isProblem(county.as("office", "PUT", path, "{}", "If-Match", "\"r1-i1-v0\""), 403, "forbidden");
    }

    @Test
    void a_round_is_not_signed_before_every_item_is_scored_nor_graded_before_all_have_signed() {
        String path = county.assessment(REVIEWED);
        HttpResponse<String> signature =
                county.as(inspector, "POST", path + "/reviews/1/signatures", "{}", "If-Match", "\"6\"");
        HttpResponse<String> grade = county.as("office", "POST", path + "/grade",
                "{\"round\": 1, \"opinion\": \"同意\", \"sealedBy\": \"陈余山\"}", "If-Match", "\"6\"");

        isProblem(signature, 409, "round-incomplete");
        assertThat(Caller.json(signature).get("unscored").size()).isEqualTo(15);
        isProblem(grade, 409, "signatures-missing");
        isProblem(county.as(inspector, "PUT", path + "/reviews/2/items/1", "{}", "If-Match", "\"6\""), 404, "not-found");
        isProblem(county.as(inspector, "PUT", path + "/reviews/1/items/16", "{}", "If-Match", "\"6\""), 422, "unknown-item");
        isProblem(county.as(inspector, "PUT", path + "/reviews/1/items/0", "{}", "If-Match", "\"6\""), 400, "invalid-request");
    }

    @Test
    void a_self_assessment_has_all_15_items_each_once() {
        String whole = County.selfAssessment();
        String fourteen = whole.substring(0, whole.lastIndexOf(", {")) + "]}";
        String repeated = whole.replace("\"itemNo\": 15", "\"itemNo\": 14");

        HttpResponse<String> missing = selfAssess(fourteen);
        isProblem(missing, 422, "items-incomplete");
        assertThat(Caller.json(missing).get("missing").get(0).asInt()).isEqualTo(15);
        isProblem(selfAssess(repeated), 422, "items-incomplete");
        isProblem(selfAssess("{\"items\": []}"), 400, "invalid-request");
    }

    @Test
    void another_school_and_another_bureau_stay_outside() {
        String path = county.assessment(REVIEWED);

        isProblem(county.as("school-" + PLANNED, "PUT", path + "/plan", County.PLAN, "If-Match", "\"6\""),
                403, "another-school");
        isProblem(county.as("office-320723", "POST", path + "/draws", "{\"count\": 2}", "If-Match", "\"6\""),
                403, "another-bureau");
        isProblem(county.as("school-" + PLANNED, "GET", path, ""), 403, "another-school");
        isProblem(county.as("office-320723", "GET", path, ""), 403, "another-bureau");
        isProblem(county.as("office-320723", "GET", "/schools/" + PLANNED, ""), 403, "another-bureau");
    }

    @Test
    void what_is_there_is_not_made_twice() {
        isProblem(county.as("office", "POST", "/inspectors",
                "{\"inspectorId\": \"%s\", \"name\": \"王五\", \"township\": \"百禄镇\"}".formatted(county.inspector(1))),
                409, "already-exists");
    }

    @Test
    void a_query_parameter_that_does_not_exist_is_refused() {
        HttpResponse<String> response = county.as("office", "GET", "/assessments?grad=LEVEL_1", "");

        isProblem(response, 400, "invalid-request");
        assertThat(Caller.json(response).at("/errors/0/expected").asString()).contains("grade");
        isProblem(county.as("office", "GET", "/assessments?limit=0", ""), 400, "invalid-request");
        isProblem(county.as("office", "GET", "/assessments?limit=many", ""), 400, "invalid-request");
        isProblem(county.as("office", "GET", "/assessments?cursor=mine", ""), 400, "invalid-request");
        isProblem(county.as("office", "GET", "/assessments?grade=BEST", ""), 400, "invalid-request");
        isProblem(county.as("office", "GET", "/assessments", "", "Dabiao-Min-Position", "x"), 400, "invalid-request");
    }

    @Test
    void english_readers_are_answered_in_english_and_everybody_else_in_chinese() {
        String path = county.assessment(REVIEWED) + "/reviews/1/items/1";
        String english = county.as(inspector, "PUT", path, "{}", "Accept-Language", "en-GB, zh;q=0.5").body();
        String french = county.as(inspector, "PUT", path, "{}", "Accept-Language", "fr").body();

        assertThat(english).contains("If-Match is needed");
        assertThat(french).contains("需要 If-Match");
    }

    private HttpResponse<String> score(String body) {
        return county.as(
                inspector, "PUT", county.assessment(REVIEWED) + "/reviews/1/items/1", body, "If-Match", "\"r1-i1-v0\"");
    }

    private HttpResponse<String> selfAssess(String body) {
        return county.as(
                "school-" + PLANNED, "PUT", county.assessment(PLANNED) + "/self-assessment", body, "If-Match", "\"1\"");
    }

    static void isProblem(HttpResponse<String> response, int status, String type) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValueSatisfying(
                value -> assertThat(value).startsWith("application/problem+json"));
        JsonNode problem = Caller.json(response);
        assertThat(problem.get("type").asString()).isEqualTo("https://dabiao.cn/problems/" + type);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(problem.get("requestId").asString())
                .isEqualTo(response.headers().firstValue("X-Request-Id").orElseThrow());
        assertThat(response.body()).doesNotContain("Exception", "SELECT ", "at cn.dabiao");
    }
}
