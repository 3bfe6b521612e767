package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;
import cn.dabiao.app.TimeTravelTest;
import cn.dabiao.app.TravellingClock;
import cn.dabiao.domain.appeal.Contested;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealWindowClosed;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationOverdue;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.ledger.Positioned;
import cn.dabiao.ledger.StreamId;

/** By itself, at midnight, an order becomes overdue and a window for appeals ends (RULES.md §4.8, §4.10). */
@TimeTravelTest
class AftermathTimersTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @LocalServerPort
    private int port;

    @Autowired
    private TravellingClock clock;

    @Autowired
    private LedgerReader ledger;

    @Test
    void an_order_is_overdue_by_itself_once_for_each_date_and_can_be_reported_late() {
        String school = "2132072464";
        County county = graded("mending", school);
        String path = county.assessment(school);
        LocalDate due = clock.today(SHANGHAI).plusDays(3);
        order(county, school, due);

        clock.travelTo(due, SHANGHAI);
        awhile();
        assertThat(overdue("mending", school)).as("the last day is still in time").isEmpty();

        clock.travelTo(due.plusDays(1), SHANGHAI);
        untilOverdue("mending", school, 1);
        RectificationOverdue first = overdue("mending", school).getFirst();
        assertThat(first.dueOn()).isEqualTo(due);
        assertThat(LocalDate.ofInstant(first.at(), SHANGHAI)).isEqualTo(due.plusDays(1));
        assertThat(shown(county, path).at("/rectifications/0/overdue").asBoolean()).isTrue();
        assertThat(listedOverdue(county)).containsExactly(school);

        county.step("school-" + school, "POST", path + "/rectifications/r1/report", "{\"report\": \"已更换硬盘。\"}",
                "If-Match", "\"26\"");
        assertThat(shown(county, path).at("/rectifications/0/overdue").asBoolean()).isFalse();
        assertThat(listedOverdue(county)).isEmpty();

        LocalDate again = due.plusDays(5);
        county.step("office", "POST", path + "/rectifications/r1/verification",
                """
                {"outcome": "SENT_BACK", "reason": "仍只保存20天", "newDueOn": "%s"}""".formatted(again),
                "If-Match", "\"27\"");
        clock.travelTo(again.plusDays(1), SHANGHAI);
        untilOverdue("mending", school, 2);
        assertThat(overdue("mending", school).getLast().dueOn()).isEqualTo(again);

        clock.travelTo(again.plusDays(30), SHANGHAI);
        awhile();
        assertThat(overdue("mending", school)).as("once for each date").hasSize(2);
        assertThat(told(county, path, "assessment.RectificationOverdue")).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.get("actor").asString()).isEqualTo("system");
            assertThat(entry.get("text").asString()).contains("r1", "到期未报告");
        });
    }

    @Test
    void a_window_for_appeals_ends_by_itself_and_a_correction_opens_another() {
        String school = "2132072465";
        County county = graded("contesting", school);
        String path = county.assessment(school);
        LocalDate graded = clock.today(SHANGHAI);

        clock.travelTo(graded.plusDays(10), SHANGHAI);
        long version = county.step("office", "POST", path + "/corrections",
                """
                {"itemNo": 1, "deductions": [{"checkpoint": "1.1", "points": 1, "reason": "登记有误"}],
                 "reason": "登记有误", "authority": "灌教安〔2018〕3号"}""", "If-Match", "\"24\"");
        clock.travelTo(graded.plusDays(16), SHANGHAI);
        awhile();
        assertThat(closed("contesting", school)).as("the school has not been heard on the correction").isEmpty();

        clock.travelTo(graded.plusDays(26), SHANGHAI);
        untilClosed("contesting", school);
        AppealWindowClosed ended = closed("contesting", school).getFirst();
        assertThat(ended.contested()).isEqualTo(Contested.GRADE);
        assertThat(ended.lastDay()).isEqualTo(graded.plusDays(25));
        assertThat(LocalDate.ofInstant(ended.since(), SHANGHAI)).isEqualTo(graded.plusDays(10));

        HttpResponse<String> refused = county.as("school-" + school, "POST", path + "/appeals",
                "{\"appealId\": \"a1\", \"items\": [1], \"grounds\": \"请予复核。\"}",
                "If-Match", "\"%d\"".formatted(version + 1));
        BadInputTest.isProblem(refused, 409, "appeal-window-over");
        assertThat(Caller.json(refused).get("lastDay").asString()).isEqualTo(graded.plusDays(25).toString());
        assertThat(told(county, path, "assessment.AppealWindowClosed")).singleElement().satisfies(entry -> {
            assertThat(entry.get("actor").asString()).isEqualTo("system");
            assertThat(entry.get("text").asString()).contains("评定等级", "申诉期限", "届满");
        });
    }

    @Test
    void in_a_campaign_that_was_closed_no_order_becomes_overdue_but_the_window_for_appeals_ends() {
        String school = "2132072466";
        County county = graded("closed-early", school);
        LocalDate graded = clock.today(SHANGHAI);
        order(county, school, graded.plusDays(3));
        county.step("office", "POST", "/campaigns/closed-early/close", "{\"force\": true, \"reason\": \"活动中止\"}",
                "If-Match", "\"1\"");

        clock.travelTo(graded.plusDays(16), SHANGHAI);
        untilClosed("closed-early", school);
        awhile();
        assertThat(overdue("closed-early", school)).isEmpty();
    }

    /** Its schools are never late with their plans. */
    private County graded(String campaign, String school) {
        County county = new County(new Caller(port), campaign)
                .opened(clock.today(SHANGHAI).plusDays(200))
                .withSchool(school);
        county.graded(school);
        return county;
    }

    private static void order(County county, String school, LocalDate due) {
        county.step("office", "POST", county.assessment(school) + "/rectifications",
                """
                {"orderId": "r1", "items": [4], "dueOn": "%s"}""".formatted(due), "If-Match", "\"24\"");
    }

    private void untilOverdue(String campaign, String school, int times) {
        await("recorded").atMost(Duration.ofSeconds(20)).until(() -> overdue(campaign, school).size() == times);
    }

    private void untilClosed(String campaign, String school) {
        await("recorded").atMost(Duration.ofSeconds(20)).until(() -> closed(campaign, school).size() == 1);
    }

    private List<RectificationOverdue> overdue(String campaign, String school) {
        return recorded(campaign, school, RectificationOverdue.class);
    }

    private List<AppealWindowClosed> closed(String campaign, String school) {
        return recorded(campaign, school, AppealWindowClosed.class);
    }

    /** Straight from the ledger. */
    private <E> List<E> recorded(String campaign, String school, Class<E> type) {
        return ledger.eventsOf(StreamId.of(new AssessmentId(campaign + "." + school)), type).stream()
                .map(Positioned::event)
                .toList();
    }

    private List<String> listedOverdue(County county) {
        return shown(county, "/assessments?overdue=true&campaign=mending").get("items").valueStream()
                .map(row -> row.get("schoolCode").asString())
                .toList();
    }

    private List<JsonNode> told(County county, String path, String type) {
        return shown(county, path + "/history?limit=500").get("items").valueStream()
                .filter(entry -> entry.get("type").asString().equals(type))
                .toList();
    }

    /** With whatever the ledger holds by now. */
    private JsonNode shown(County county, String path) {
        String head = Long.toString(ledger.head().orElseThrow());
        return Caller.json(county.as("office", "GET", path, "", "Dabiao-Min-Position", head));
    }

    /** Many looks of the scheduler. */
    private static void awhile() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
