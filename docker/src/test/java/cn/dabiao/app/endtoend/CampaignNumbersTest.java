package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;
import cn.dabiao.app.TimeTravelTest;
import cn.dabiao.app.TravellingClock;

/** Who may win, what counts in the annual evaluation, what is overdue, and who has worked how strictly. */
@TimeTravelTest
class CampaignNumbersTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String GRADED = "2132072531";
    private static final String DETERMINED = "2132072532";
    private static final String SILENT = "2132072533";

    @LocalServerPort
    private int port;

    @Autowired
    private TravellingClock clock;

    @Test
    void the_numbers_of_a_campaign_follow_from_what_was_done_in_it() {
        County county = new County(new Caller(port), "numbers")
                .opened().withSchool(GRADED).withSchool(DETERMINED).withSchool(SILENT);
        long version = graded(county);
        String[] drawn = county.drawn(GRADED);
        county.step("school-" + DETERMINED, "PUT", county.assessment(DETERMINED) + "/plan", County.PLAN);
        county.step("leader", "POST", county.assessment(DETERMINED) + "/determination",
                "{\"ground\": \"SLOW_PROGRESS\", \"reason\": \"行动迟缓\"}", "If-Match", "\"1\"");

        JsonNode eligible = read(county, "office", "/campaigns/numbers/eligibility?limit=500");
        assertThat(row(eligible, GRADED).get("eligible").asBoolean()).isTrue();
        assertThat(row(eligible, GRADED).get("reasons").isEmpty()).isTrue();
        assertThat(row(eligible, GRADED).get("grade").asString()).isEqualTo("LEVEL_1");
        assertThat(row(eligible, DETERMINED).get("reasons").toString()).isEqualTo("[\"NOT_ATTAINED\"]");
        assertThat(row(eligible, DETERMINED).get("determined").asBoolean()).isTrue();
        assertThat(row(eligible, SILENT).get("reasons").toString()).isEqualTo("[\"UNGRADED\"]");

        JsonNode annual = read(county, "analyst", "/campaigns/numbers/annual-evaluation?limit=500");
        assertThat(row(annual, GRADED).get("contribution").decimalValue()).isEqualByComparingTo(new BigDecimal("9.75"));
        assertThat(row(annual, DETERMINED).get("contribution").decimalValue()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(row(annual, DETERMINED).get("reason").asString()).isEqualTo("DETERMINED_NOT_ATTAINED");
        assertThat(row(annual, SILENT).has("contribution")).isFalse();
        assertThat(row(annual, SILENT).get("reason").asString()).isEqualTo("UNGRADED");

        LocalDate due = clock.today(SHANGHAI).plusDays(5);
        version = county.step("office", "POST", county.assessment(GRADED) + "/measures",
                "{\"measureId\": \"m1\", \"kind\": \"CIRCULAR_CRITICISM\", \"reason\": \"整改不积极\"}",
                "If-Match", "\"%d\"".formatted(version));
        county.step("office", "POST", county.assessment(GRADED) + "/rectifications",
                "{\"orderId\": \"r1\", \"items\": [1], \"dueOn\": \"%s\"}".formatted(due),
                "If-Match", "\"%d\"".formatted(version));
        JsonNode own = read(county, "school-" + GRADED, "/campaigns/numbers/eligibility?eligible=false");
        assertThat(own.get("items").size()).isEqualTo(1);
        assertThat(row(own, GRADED).get("reasons").toString()).isEqualTo("[\"CIRCULAR_CRITICISM\"]");

        String overdue = "/campaigns/numbers/overdue?limit=500&what=RECTIFICATION";
        assertThat(read(county, "office", overdue).get("items").isEmpty()).isTrue();
        clock.travelTo(due.plusDays(1), SHANGHAI);
        JsonNode late = row(read(county, "office", overdue), GRADED);
        assertThat(late.get("orderId").asString()).isEqualTo("r1");
        assertThat(late.get("dueOn").asString()).isEqualTo(due.toString());
        assertThat(late.get("daysOverdue").asInt()).isEqualTo(1);
        assertThat(row(read(county, "leader", "/campaigns/numbers/overdue?limit=500&what=PLAN"), SILENT)
                        .get("planDeadline").asString())
                .isEqualTo("2018-03-25");

        JsonNode work = read(county, "inspector-" + drawn[0], "/campaigns/numbers/workload").at("/items/0");
        assertThat(work.get("inspectorId").asString()).isEqualTo(drawn[0]);
        assertThat(work.get("assigned").asInt()).isEqualTo(1);
        assertThat(work.get("open").asInt()).isZero();
        assertThat(work.get("scored").asInt()).isEqualTo(15);
        assertThat(work.get("signed").asInt()).isEqualTo(1);
        assertThat(work.get("meanDeduction").decimalValue()).isEqualByComparingTo(new BigDecimal("0.17"));
        assertThat(work.get("strictness").decimalValue()).isEqualByComparingTo(BigDecimal.ZERO);
        JsonNode nameless = read(county, "analyst", "/inspectors/" + drawn[0] + "/workload");
        assertThat(nameless.get("items").valueStream().map(row -> row.get("campaignId").asString())).contains("numbers");
        assertThat(nameless.get("items").valueStream()).noneMatch(row -> row.has("name"));
        BadInputTest.isProblem(
                county.as("inspector-" + drawn[1], "GET", "/inspectors/" + drawn[0] + "/workload", ""),
                403, "another-inspector");
    }

    @Test
    void numbers_are_shown_to_those_they_concern_and_unchanged_ones_not_twice() {
        County county = new County(new Caller(port), "numbers-asked").opened().withSchool("2132072534");
        String path = "/campaigns/numbers-asked";

        for (String list : new String[] {"/eligibility", "/annual-evaluation", "/overdue"}) {
            BadInputTest.isProblem(
                    county.as("inspector-" + county.inspector(1), "GET", path + list, ""), 403, "forbidden");
        }
        BadInputTest.isProblem(county.as("school-2132072534", "GET", path + "/workload", ""), 403, "forbidden");
        for (String list : new String[] {"/eligibility", "/annual-evaluation", "/overdue", "/workload"}) {
            BadInputTest.isProblem(county.as("office-320723", "GET", path + list, ""), 403, "another-bureau");
            BadInputTest.isProblem(county.as("office", "GET", "/campaigns/nowhere" + list, ""), 404, "not-found");
            BadInputTest.isProblem(county.as("office", "GET", path + list + "?colour=red", ""), 400, "invalid-request");
            BadInputTest.isProblem(county.as("office", "GET", path + list + "?cursor=abc", ""), 400, "invalid-request");
            BadInputTest.isProblem(county.as("office", "GET", path + list + "?limit=501", ""), 400, "invalid-request");
        }
        BadInputTest.isProblem(county.as("office", "GET", path + "/overdue?what=HOMEWORK", ""), 400, "invalid-request");
        BadInputTest.isProblem(county.as("office", "GET", path + "/eligibility?eligible=7", ""), 400, "invalid-request");

        HttpResponse<String> once = county.as("school-2132072534", "GET", path + "/eligibility", "");
        assertThat(Caller.json(once).get("position").asLong())
                .isEqualTo(once.headers().firstValueAsLong("Dabiao-Position").orElseThrow());
        // By themselves timers write, too, and what is shown then shows a later position.
        await("unchanged").atMost(Duration.ofSeconds(20)).until(() -> asksAgain(county, path + "/eligibility") == 304);
    }

    private static int asksAgain(County county, String path) {
        HttpResponse<String> once = county.as("office", "GET", path, "");
        String tag = once.headers().firstValue("ETag").orElseThrow();
        return county.as("office", "GET", path, "", "If-None-Match", tag).statusCode();
    }

    /** With 2.5 points off item 1: 97.5. */
    private static long graded(County county) {
        String path = county.assessment(GRADED);
        long version = county.underReview(GRADED);
        String[] drawn = county.drawn(GRADED);
        for (int item = 1; item <= 15; item++) {
            String findings = item > 1 ? "{}" : """
                    {"deductions": [{"checkpoint": "1.2", "points": 2.5, "reason": "监控室面积8㎡"}]}""";
            version = county.step("inspector-" + drawn[0], "PUT", path + "/reviews/1/items/" + item, findings,
                    "If-Match", "\"r1-i%d-v0\"".formatted(item));
        }
        for (String inspector : drawn) {
            version = county.step("inspector-" + inspector, "POST", path + "/reviews/1/signatures", "{}",
                    "If-Match", "\"%d\"".formatted(version));
        }
        return county.step("office", "POST", path + "/grade",
                "{\"round\": 1, \"opinion\": \"同意\", \"sealedBy\": \"陈余山\"}", "If-Match", "\"%d\"".formatted(version));
    }

    private static JsonNode read(County county, String client, String path) {
        HttpResponse<String> response =
                county.as(client, "GET", path, "", "Dabiao-Min-Position", Long.toString(county.reached()));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Caller.json(response);
    }

    private static JsonNode row(JsonNode page, String school) {
        return page.get("items").valueStream()
                .filter(row -> row.get("schoolCode").asString().equals(school))
                .findFirst()
                .orElseThrow(() -> new AssertionError(school + " is not listed: " + page));
    }
}
