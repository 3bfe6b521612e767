package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;

/** Looking into the past: an assessment and a ranking at a moment, what differs between two, a narrowed history. */
@DabiaoTest
class PastOfACountyTest {

    @LocalServerPort
    private int port;

    @Test
    void an_assessment_is_shown_as_it_was_and_nothing_can_be_done_there() {
        String school = "2132074101";
        String other = "2132074102";
        County county = new County(new Caller(port), "past-one").opened().withSchool(school).withSchool(other);
        String path = county.assessment(school);
        long before = county.reached();
        county.accepted(school);
        long accepted = county.reached();
        county.step("office", "POST", path + "/draws", "{\"count\": 2, \"seed\": \"s\"}", "If-Match", "\"4\"");

        HttpResponse<String> answer = ok(county.as("auditor", "GET", path + "?atPosition=" + accepted, ""));
        JsonNode then = Caller.json(answer);
        assertThat(then.get("state").asString()).isEqualTo("ACCEPTED");
        assertThat(then.get("position").asLong()).isEqualTo(accepted);
        assertThat(then.get("allowed")).isEmpty();
        assertThat(answer.headers().firstValue("Dabiao-Position")).contains(Long.toString(accepted));
        assertThat(answer.headers().firstValue("ETag")).contains("\"4\"");
        assertThat(Caller.json(county.as("office", "GET", path, "", "Dabiao-Min-Position",
                        Long.toString(county.reached()))).get("state").asString())
                .isEqualTo("INSPECTORS_DRAWN");

        JsonNode acceptance = entries(county, "auditor", path + "/history?types=assessment.ApplicationAccepted").get(0);
        assertThat(acceptance.get("position").asLong()).isEqualTo(accepted);
        String recordedAt = acceptance.get("recordedAt").asString();
        JsonNode byInstant = Caller.json(ok(county.as("school-" + school, "GET", path + "?asOf=" + recordedAt, "")));
        assertThat(byInstant.get("state").asString()).isEqualTo("ACCEPTED");
        assertThat(byInstant.get("position").asLong()).isGreaterThanOrEqualTo(accepted);

        BadInputTest.isProblem(county.as("auditor", "GET", path + "?atPosition=" + before, ""), 404, "not-found");
        BadInputTest.isProblem(
                county.as("school-" + other, "GET", path + "?atPosition=" + accepted, ""), 403, "another-school");
    }

    @Test
    void moments_that_cannot_be_are_refused_with_what_would_be_right() {
        String school = "2132074103";
        County county = new County(new Caller(port), "past-wrong").opened().withSchool(school);
        county.accepted(school);
        String path = county.assessment(school);

        refused(county, path + "?asOf=yesterday", "asOf", "instant");
        refused(county, path + "?asOf=2099-01-01T00:00:00Z", "asOf", "not-future");
        refused(county, path + "?atPosition=-1", "atPosition", "Min");
        refused(county, path + "?atPosition=99999999", "atPosition", "Max");
        refused(county, path + "?atPosition=last", "atPosition", "number");
        refused(county, path + "?atPosition=1&asOf=2018-03-20T00:00:00Z", "atPosition", "one-moment");
        refused(county, path + "?as_of=2018-03-20T00:00:00Z", "as_of", "unknown-parameter");
        refused(county, "/campaigns/past-wrong/ranking?atPosition=99999999", "atPosition", "Max");
        refused(county, path + "/diff", "from", "from-or-position");
        refused(county, path + "/diff?fromPosition=1&from=2018-03-20T00:00:00Z", "fromPosition", "one-moment");
        refused(county, path + "/diff?fromPosition=2&toPosition=1", "toPosition", "not-before");
        refused(county, path + "/history?types=assessment.Scored", "types", "one-of");
        refused(county, path + "/history?from=2018-03-20T00:00:00Z&to=2018-03-19T00:00:00Z", "to", "not-before");
        refused(county, path + "/history?item=0", "item", "ItemNo");
        refused(county, "/campaigns/past-wrong/history?item=1", "item", "unknown-parameter");
        BadInputTest.isProblem(
                county.as("office-320723", "GET", path + "?atPosition=1", ""), 403, "another-bureau");
    }

    @Test
    void a_ranking_is_shown_as_it_was_with_the_publications_of_then() {
        String graded = "2132074104";
        String other = "2132074105";
        County county = new County(new Caller(port), "past-rank")
                .opened(LocalDate.of(2099, 12, 31)).withSchool(graded).withSchool(other);
        String campaign = "/campaigns/past-rank";
        county.underReview(other);
        long review = county.reached();
        county.graded(graded);
        long grade = county.reached();
        HttpResponse<String> published =
                county.as("office", "POST", campaign + "/publication", "{}", "If-Match", "\"1\"");
        long publication = Caller.json(ok(published)).get("position").asLong();

        assertThat(ranks(county, "auditor", campaign, review)).isEmpty();
        assertThat(ranks(county, "auditor", campaign, grade)).containsExactly("1 " + graded + " null");
        assertThat(ranks(county, "school-" + other, campaign, grade)).isEmpty();
        assertThat(ranks(county, "school-" + graded, campaign, grade)).containsExactly("1 " + graded + " null");
        assertThat(ranks(county, "school-" + other, campaign, publication)).containsExactly("1 " + graded + " 1");
        JsonNode page = Caller.json(ok(county.as("auditor", "GET", campaign + "/ranking?atPosition=" + grade, "")));
        assertThat(page.get("position").asLong()).isEqualTo(grade);

        HttpResponse<byte[]> table =
                county.download("auditor", campaign + "/ranking?atPosition=" + grade, "Accept", "text/csv");
        assertThat(table.statusCode()).isEqualTo(200);
        assertThat(table.headers().firstValue("Dabiao-Position")).contains(Long.toString(grade));
        assertThat(new String(table.body(), StandardCharsets.UTF_8).lines()).hasSize(2).last().asString().contains(graded);
        HttpResponse<byte[]> none =
                county.download("auditor", campaign + "/ranking?atPosition=" + review, "Accept", "text/csv");
        assertThat(new String(none.body(), StandardCharsets.UTF_8).lines()).hasSize(1);
        assertThat(county.download("auditor", campaign + "/ranking?asOf=2099-01-01T00:00:00Z", "Accept", "text/csv")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void what_differs_is_told_in_the_language_of_the_reader() {
        String school = "2132074106";
        County county = new County(new Caller(port), "past-diff").opened().withSchool(school);
        String path = county.assessment(school);
        county.accepted(school);
        long accepted = county.reached();
        county.step("office", "POST", path + "/draws", "{\"count\": 2, \"seed\": \"s\"}", "If-Match", "\"4\"");
        county.step("office", "POST", path + "/reviews", "{\"visitOn\": \"2018-04-10\"}", "If-Match", "\"5\"");
        long opened = county.reached();

        String diff = path + "/diff?fromPosition=" + accepted + "&toPosition=" + opened;
        JsonNode chinese = Caller.json(ok(county.as("school-" + school, "GET", diff, "")));
        assertThat(chinese.get("changes").get(0).get("text").asString()).isEqualTo("进度由“申报已受理”变为“考评中”");
        assertThat(chinese.get("changes").valueStream().map(it -> it.get("what").asString()))
                .containsExactly("STATE", "DRAW", "ROUND");
        assertThat(chinese.get("positions")).hasSize(2);
        assertThat(chinese.at("/from/state").asString()).isEqualTo("ACCEPTED");
        assertThat(chinese.at("/to/version").asLong()).isEqualTo(6);
        JsonNode english = Caller.json(ok(county.as("analyst", "GET", diff, "", "Accept-Language", "en")));
        assertThat(english.get("changes").get(0).get("text").asString())
                .isEqualTo("State from \"application accepted\" to \"under review\"");
        JsonNode untilNow = Caller.json(ok(county.as("auditor", "GET", path + "/diff?fromPosition=" + accepted, "",
                "Dabiao-Min-Position", Long.toString(opened))));
        assertThat(untilNow.get("changes")).isEqualTo(chinese.get("changes"));
        BadInputTest.isProblem(county.as("office-320723", "GET", diff, ""), 403, "another-bureau");
    }

    private static List<String> ranks(County county, String reader, String campaign, long position) {
        String path = campaign + "/ranking?atPosition=" + position;
        return Caller.json(ok(county.as(reader, "GET", path, ""))).get("items").valueStream()
                .map(row -> row.get("rank").asInt() + " " + row.get("schoolCode").asString() + " "
                        + (row.hasNonNull("publicationNo") ? row.get("publicationNo").asString() : null))
                .toList();
    }

    private static JsonNode entries(County county, String reader, String path) {
        return Caller.json(ok(county.as(reader, "GET", path, "", "Dabiao-Min-Position",
                Long.toString(county.reached())))).get("items");
    }

    private static void refused(County county, String path, String field, String rule) {
        HttpResponse<String> answer = county.as("auditor", "GET", path, "");
        BadInputTest.isProblem(answer, 400, "invalid-request");
        JsonNode error = Caller.json(answer).at("/errors/0");
        assertThat(error.get("field").asString()).as(answer.body()).isEqualTo(field);
        assertThat(error.get("rule").asString()).as(answer.body()).isEqualTo(rule);
        assertThat(error.get("expected").asString()).as(answer.body()).isNotBlank();
    }

    private static HttpResponse<String> ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }
}
