package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;

/** Grades are seen by other schools once the office has published them, and as they were published. */
@DabiaoTest
class PublicationTest {

    private static final String NOTE = "{\"note\": \"现将考评结果予以公示\"}";
    private static final String APPEAL =
            "{\"appealId\": \"a1\", \"items\": [1], \"grounds\": \"检测时设备正在升级，请予复测\"}";
    private static final String DISMISSED = "{\"outcome\": \"DISMISSED\", \"reason\": \"复测无误\"}";

    @LocalServerPort
    private int port;

    @Test
    void other_schools_see_a_grade_once_it_is_published_and_that_an_appeal_is_open() {
        String appealing = "2132072991";
        String other = "2132072992";
        String ungraded = "2132072993";
        County county = opened("publication").withSchool(appealing).withSchool(other).withSchool(ungraded);
        String path = "/campaigns/publication";
        long graded = graded(county, appealing, 3);
        graded(county, other, 0);
        HttpResponse<String> lodged = county.as("school-" + appealing, "POST", county.assessment(appealing) + "/appeals",
                APPEAL, "If-Match", tag(graded));
        assertThat(lodged.statusCode()).as(lodged.body()).isEqualTo(200);

        assertThat(ranks(ranking(county, lodged, "school-" + other))).containsExactly("1 2132072992");
        assertThat(ranks(ranking(county, lodged, "school-" + ungraded))).isEmpty();
        assertThat(ranks(ranking(county, lodged, "inspector-" + county.inspector(1)))).isEmpty();
        assertThat(ranking(county, lodged, "office").at("/items/1/pending").asBoolean()).isTrue();

        HttpResponse<String> first = county.as("office", "POST", path + "/publication", NOTE, "If-Match", "\"2\"");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(first.headers().firstValue("ETag")).contains("\"3\"");
        assertThat(Caller.json(first).get("publicationNo").asInt()).isEqualTo(1);
        assertThat(county.seen(first, path).get("lastPublication").asInt()).isEqualTo(1);
        for (String reader : List.of("school-" + other, "school-" + ungraded, "inspector-" + county.inspector(1))) {
            JsonNode ranking = ranking(county, first, reader);
            assertThat(ranks(ranking)).containsExactly("1 2132072992", "2 2132072991");
            assertThat(ranking.at("/items/1/pending").asBoolean()).isTrue();
            assertThat(ranking.at("/items/1/publicationNo").asInt()).isEqualTo(1);
            assertThat(ranking.at("/items/1/total").decimalValue()).isEqualByComparingTo("97");
            assertThat(ranks(read(county, first, reader, path + "/publications/1")))
                    .containsExactly("1 2132072992", "2 2132072991");
        }

        HttpResponse<String> decided = county.as("leader", "POST", county.assessment(appealing) + "/appeals/a1/decision",
                DISMISSED, "If-Match", tag(graded + 1));
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
        assertThat(ranking(county, decided, "school-" + other).at("/items/1/pending").asBoolean()).isTrue();

        HttpResponse<String> closed = county.as("office", "POST", path + "/close",
                "{\"force\": true, \"reason\": \"专项行动结束\"}", "If-Match", "\"3\"");
        assertThat(closed.statusCode()).as(closed.body()).isEqualTo(200);
        HttpResponse<String> second = county.as("office", "POST", path + "/publication", "{}", "If-Match", "\"4\"");
        assertThat(Caller.json(second).path("publicationNo").asInt()).as(second.body()).isEqualTo(2);
        assertThat(ranking(county, second, "school-" + other).at("/items/1/pending").asBoolean()).isFalse();
        JsonNode publications = read(county, second, "school-" + ungraded, path + "/publications").get("items");
        assertThat(publications.valueStream().map(it -> it.get("publicationNo").asInt() + " " + it.get("schools").asInt()
                        + " " + it.get("pending").asInt()))
                .containsExactly("2 2 0", "1 2 1");
        assertThat(publications.at("/1/note").asString()).isEqualTo("现将考评结果予以公示");
        assertThat(read(county, second, "school-" + other, path + "/publications/1").at("/items/1/pending").asBoolean())
                .isTrue();
    }

    @Test
    void a_publication_is_for_the_office_with_the_latest_version_and_needs_a_grade() {
        County county = opened("publication-wrong");
        String path = "/campaigns/publication-wrong/publication";

        BadInputTest.isProblem(
                county.as("office", "POST", path, "{}", "If-Match", "\"2\""), 409, "nothing-to-publish");
        BadInputTest.isProblem(county.as("office", "POST", path, "{}"), 428, "version-required");
        BadInputTest.isProblem(county.as("office", "POST", path, "{}", "If-Match", "\"9\""), 412, "stale-version");
        BadInputTest.isProblem(county.as("leader", "POST", path, "{}", "If-Match", "\"2\""), 403, "forbidden");
        BadInputTest.isProblem(
                county.as("office-320723", "POST", path, "{}", "If-Match", "\"2\""), 403, "another-bureau");
        BadInputTest.isProblem(
                county.as("office", "POST", "/campaigns/publication-nowhere/publication", "{}", "If-Match", "\"2\""),
                404, "not-found");
        BadInputTest.isProblem(
                county.as("office", "POST", path, "{\"note\": \" \"}", "If-Match", "\"2\""), 400, "invalid-request");
        BadInputTest.isProblem(county.as("office", "GET", path + "s/1", ""), 404, "not-found");
        BadInputTest.isProblem(county.as("office", "GET", path + "s/first", ""), 400, "invalid-request");
        BadInputTest.isProblem(county.as("office-320723", "GET", path + "s", ""), 403, "another-bureau");
    }

    /** At version 2, and with a date for plans that does not pass while the test looks. */
    private County opened(String campaign) {
        County county = new County(new Caller(port), campaign).opened();
        county.step("office", "POST", "/campaigns/" + campaign + "/deadlines",
                "{\"planDeadline\": \"2099-12-31\", \"reason\": \"网络改造未完工\"}", "If-Match", "\"1\"");
        return county;
    }

    /** Walks a school to its grade, with so many points off item 1; answers the version. */
    private static long graded(County county, String school, int lost) {
        long version = county.underReview(school);
        String path = county.assessment(school);
        String[] drawn = county.drawn(school);
        for (int item = 1; item <= 15; item++) {
            String found = item > 1 || lost == 0 ? "{}" : """
                    {"deductions": [{"checkpoint": "1.2", "points": %d, "reason": "面积不足"}]}""".formatted(lost);
            version = county.step("inspector-" + drawn[0], "PUT", path + "/reviews/1/items/" + item, found,
                    "If-Match", "\"r1-i%d-v0\"".formatted(item));
        }
        for (String inspector : drawn) {
            version = county.step(
                    "inspector-" + inspector, "POST", path + "/reviews/1/signatures", "{}", "If-Match", tag(version));
        }
        return county.step("office", "POST", path + "/grade",
                "{\"round\": 1, \"opinion\": \"同意\", \"sealedBy\": \"陈余山\"}", "If-Match", tag(version));
    }

    private static JsonNode ranking(County county, HttpResponse<String> after, String reader) {
        return read(county, after, reader, "/campaigns/publication/ranking");
    }

    private static JsonNode read(County county, HttpResponse<String> after, String reader, String path) {
        HttpResponse<String> answer = county.as(reader, "GET", path, "",
                "Dabiao-Min-Position", after.headers().firstValue("Dabiao-Position").orElseThrow());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Caller.json(answer);
    }

    private static List<String> ranks(JsonNode page) {
        return page.get("items").valueStream()
                .map(row -> row.get("rank").asInt() + " " + row.get("schoolCode").asString())
                .toList();
    }

    private static String tag(long version) {
        return "\"" + version + "\"";
    }
}
