package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;

/** A campaign is changed while it runs, and closed when nothing is left open, or by somebody who answers for it. */
@DabiaoTest
class CampaignLifeTest {

    private static final String GROUP =
            """
            {"leadingGroup": [{"name": "陈能林", "role": "HEAD"}], "reason": "周达华同志调任"}""";
    private static final String LATER = "{\"planDeadline\": \"2099-12-31\", \"reason\": \"网络改造未完工\"}";

    @LocalServerPort
    private int port;

    @Test
    void a_leading_group_is_changed_and_the_one_before_stays_on_record() {
        County county = new County(new Caller(port), "life-group").opened();
        String path = "/campaigns/life-group";

        HttpResponse<String> changed = county.as("leader", "POST", path + "/leading-group", GROUP, "If-Match", "\"1\"");

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag")).contains("\"2\"");
        JsonNode written = Caller.json(changed);
        assertThat(written.get("campaignId").asString()).isEqualTo("life-group");
        assertThat(written.get("version").asLong()).isEqualTo(2);
        assertThat(changed.headers().firstValue("Dabiao-Position")).contains(written.get("position").asString());
        JsonNode seen = county.seen(changed, path);
        assertThat(seen.at("/leadingGroup/0/name").asString()).isEqualTo("陈能林");
        assertThat(seen.at("/leadingGroupChanges/0/before/0/name").asString()).isEqualTo("周达华");
        assertThat(seen.at("/leadingGroupChanges/0/reason").asString()).isEqualTo("周达华同志调任");
        assertThat(county.seen(changed, path + "/history").at("/items/1/role").asString()).isEqualTo("LEADER");
        BadInputTest.isProblem(
                county.as("office", "POST", path + "/leading-group", GROUP, "If-Match", "\"2\""),
                409, "leading-group-unchanged");
    }

    @Test
    void a_plan_is_late_by_the_date_of_its_time() {
        String before = "2132072481";
        String after = "2132072482";
        County county = new County(new Caller(port), "life-dates").opened().withSchool(before).withSchool(after);
        String path = "/campaigns/life-dates";
        county.step("school-" + before, "PUT", county.assessment(before) + "/plan", County.PLAN);

        county.step("office", "POST", path + "/deadlines", LATER, "If-Match", "\"1\"");
        HttpResponse<String> filed =
                county.as("school-" + after, "PUT", county.assessment(after) + "/plan", County.PLAN);

        JsonNode late = county.seen(filed, county.assessment(before)).get("plan");
        JsonNode inTime = county.seen(filed, county.assessment(after)).get("plan");
        assertThat(late.get("late").asBoolean()).isTrue();
        assertThat(late.get("deadline").asString()).isEqualTo("2018-03-25");
        assertThat(inTime.get("late").asBoolean()).isFalse();
        assertThat(inTime.get("deadline").asString()).isEqualTo("2099-12-31");
        assertThat(county.seen(filed, path + "/overdue").get("items").isEmpty()).isTrue();
        assertThat(county.seen(filed, path).at("/deadlineExtensions/0/before").asString()).isEqualTo("2018-03-25");
        JsonNode refused = refused(
                county.as("office", "POST", path + "/deadlines", LATER, "If-Match", "\"2\""),
                422, "deadline-not-later");
        assertThat(refused.get("planDeadline").asString()).isEqualTo("2099-12-31");
    }

    @Test
    void a_campaign_is_closed_over_open_assessments_by_force_alone_and_then_nothing_changes() {
        String planned = "2132072483";
        String accepted = "2132072484";
        County county = new County(new Caller(port), "life-end")
                .opened().withSchool(planned).withSchool(accepted).withSchool("2132072485");
        String path = "/campaigns/life-end";
        county.accepted(accepted);
        county.step("school-" + planned, "PUT", county.assessment(planned) + "/plan", County.PLAN);
        String force = "{\"force\": true, \"reason\": \"专项行动提前结束\"}";

        JsonNode refused = refused(
                county.as("office", "POST", path + "/close", "{}", "If-Match", "\"1\""), 409, "open-assessments-remain");
        assertThat(refused.get("count").asInt()).isEqualTo(2);
        assertThat(refused.get("open").valueStream().map(each -> each.get("schoolCode").asString()))
                .containsExactly(planned, accepted);
        assertThat(refused.at("/open/0/why").asString()).isEqualTo("NOT_GRADED");
        BadInputTest.isProblem(
                county.as("office", "POST", path + "/close", "{\"force\": true}", "If-Match", "\"1\""),
                422, "forced-closing-needs-reason");

        HttpResponse<String> closed = county.as("leader", "POST", path + "/close", force, "If-Match", "\"1\"");
        assertThat(closed.statusCode()).isEqualTo(200);
        JsonNode seen = county.seen(closed, path);
        assertThat(seen.has("closedAt")).isTrue();
        assertThat(seen.get("closingReason").asString()).isEqualTo("专项行动提前结束");
        assertThat(county.seen(closed, path + "/history").at("/items/1/text").asString())
                .isEqualTo("活动结束，2所学校的考评尚未结束，原因：专项行动提前结束");
        for (String[] write : new String[][] {{"/leading-group", GROUP}, {"/deadlines", LATER}, {"/close", force}}) {
            JsonNode over = refused(
                    county.as("office", "POST", path + write[0], write[1], "If-Match", "\"2\""),
                    409, "campaign-is-closed");
            assertThat(over.get("closedAt").asString()).isEqualTo(seen.get("closedAt").asString());
        }
    }

    @Test
    void a_campaign_stays_open_as_long_as_a_school_may_still_appeal() {
        String school = "2132072486";
        County county = new County(new Caller(port), "life-graded").opened().withSchool(school).withSchool("2132072487");
        long version = county.underReview(school);
        String path = county.assessment(school);
        String[] drawn = county.drawn(school);
        for (int item = 1; item <= 15; item++) {
            version = county.step("inspector-" + drawn[0], "PUT", path + "/reviews/1/items/" + item, "{}",
                    "If-Match", "\"r1-i%d-v0\"".formatted(item));
        }
        for (String inspector : drawn) {
            version = county.step("inspector-" + inspector, "POST", path + "/reviews/1/signatures", "{}",
                    "If-Match", "\"%d\"".formatted(version));
        }
        county.step("office", "POST", path + "/grade",
                "{\"round\": 1, \"opinion\": \"同意\", \"sealedBy\": \"陈余山\"}", "If-Match", "\"%d\"".formatted(version));

        HttpResponse<String> refused =
                county.as("office", "POST", "/campaigns/life-graded/close", "{}", "If-Match", "\"1\"");
        BadInputTest.isProblem(refused, 409, "open-assessments-remain");
        assertThat(Caller.json(refused).at("/open/0/why").asString()).isEqualTo("APPEAL_WINDOW_OPEN");
    }

    @Test
    void a_campaign_in_which_nothing_is_left_open_is_closed_without_a_word() {
        County county = new County(new Caller(port), "life-empty").opened().withSchool("2132072488");

        assertThat(county.step("office", "POST", "/campaigns/life-empty/close", "{}", "If-Match", "\"1\""))
                .isEqualTo(2);
    }

    @Test
    void a_change_of_a_campaign_is_for_its_own_office_with_the_latest_version_and_sound_facts() {
        County county = new County(new Caller(port), "life-wrong").opened();
        String path = "/campaigns/life-wrong";

        BadInputTest.isProblem(county.as("office", "POST", path + "/deadlines", LATER), 428, "version-required");
        BadInputTest.isProblem(
                county.as("office", "POST", path + "/deadlines", LATER, "If-Match", "\"9\""), 412, "stale-version");
        BadInputTest.isProblem(
                county.as("leader", "POST", path + "/deadlines", LATER, "If-Match", "\"1\""), 403, "forbidden");
        BadInputTest.isProblem(
                county.as("auditor", "POST", path + "/close", "{}", "If-Match", "\"1\""), 403, "forbidden");
        BadInputTest.isProblem(
                county.as("office-320723", "POST", path + "/close", "{}", "If-Match", "\"1\""), 403, "another-bureau");
        BadInputTest.isProblem(
                county.as("office-320723", "POST", path + "/deadlines", LATER, "If-Match", "\"1\""),
                403, "another-bureau");
        for (String write : new String[] {"/leading-group", "/deadlines", "/close"}) {
            String body = write.equals("/deadlines") ? LATER : write.equals("/close") ? "{}" : GROUP;
            BadInputTest.isProblem(
                    county.as("office", "POST", "/campaigns/life-nowhere" + write, body, "If-Match", "\"1\""),
                    404, "not-found");
        }
        for (String[] wrong : new String[][] {
            {GROUP.replace("周达华同志调任", " "), "/reason"},
            {"{\"leadingGroup\": [], \"reason\": \"换届\"}", "/leadingGroup"},
            {"{\"reason\": \"换届\"}", "/leadingGroup"}
        }) {
            JsonNode invalid = refused(
                    county.as("office", "POST", path + "/leading-group", wrong[0], "If-Match", "\"1\""),
                    400, "invalid-request");
            assertThat(invalid.at("/errors/0/field").asString()).isEqualTo(wrong[1]);
        }
    }

    private static JsonNode refused(HttpResponse<String> response, int status, String type) {
        BadInputTest.isProblem(response, status, type);
        return Caller.json(response);
    }
}
