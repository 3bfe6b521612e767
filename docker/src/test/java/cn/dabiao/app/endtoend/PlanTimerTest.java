package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import cn.dabiao.domain.campaign.CampaignEvent.PlansOverdue;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.ledger.Positioned;
import cn.dabiao.ledger.StreamId;

/** By itself, and once for each date, it is recorded at midnight who has filed no plan (RULES.md §4.1). */
@TimeTravelTest
class PlanTimerTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final SchoolCode FILED = new SchoolCode("2132072461");
    private static final SchoolCode SILENT = new SchoolCode("2132072462");

    @LocalServerPort
    private int port;

    @Autowired
    private TravellingClock clock;

    @Autowired
    private LedgerReader ledger;

    @Test
    void at_midnight_it_is_recorded_who_has_filed_no_plan_and_again_when_an_extended_date_has_passed() {
        LocalDate deadline = clock.today(SHANGHAI).plusDays(10);
        County county = new County(new Caller(port), "timed").opened(deadline)
                .withSchool(FILED.value())
                .withSchool(SILENT.value());
        county.step("school-" + FILED, "PUT", county.assessment(FILED.value()) + "/plan", County.PLAN);

        clock.travelTo(deadline, SHANGHAI);
        awhile();
        assertThat(recorded("timed")).as("the last day is still in time").isEmpty();

        clock.travelTo(deadline.plusDays(1), SHANGHAI);
        PlansOverdue first = await("recorded").atMost(Duration.ofSeconds(20))
                .until(() -> recorded("timed"), events -> events.size() == 1)
                .getFirst();
        assertThat(first.deadline()).isEqualTo(deadline);
        assertThat(first.schools()).contains(SILENT).doesNotContain(FILED);
        assertThat(LocalDate.ofInstant(first.at(), SHANGHAI)).isEqualTo(deadline.plusDays(1));
        assertThat(listed(county)).contains(SILENT.value()).doesNotContain(FILED.value());

        LocalDate extended = deadline.plusDays(5);
        county.step("office", "POST", "/campaigns/timed/deadlines",
                """
                {"planDeadline": "%s", "reason": "受台风影响"}""".formatted(extended), "If-Match", "\"2\"");
        assertThat(listed(county)).as("nobody is overdue before the new date").isEmpty();

        clock.travelTo(extended.plusDays(1), SHANGHAI);
        await("recorded anew").atMost(Duration.ofSeconds(20)).until(() -> recorded("timed").size() == 2);
        assertThat(recorded("timed").getLast().deadline()).isEqualTo(extended);

        clock.travelTo(extended.plusDays(30), SHANGHAI);
        awhile();
        assertThat(recorded("timed")).as("once for each date").hasSize(2);
        assertThat(told(county)).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.get("actor").asString()).isEqualTo("system");
            assertThat(entry.get("text").asString()).contains("系统自动登记", SILENT.value());
        });
    }

    @Test
    void nobody_is_overdue_in_a_campaign_that_was_closed_or_whose_date_was_extended_in_time() {
        LocalDate deadline = clock.today(SHANGHAI).plusDays(10);
        County closed = new County(new Caller(port), "timed-closed").opened(deadline).withSchool("2132072463");
        County extended = new County(new Caller(port), "timed-extended").opened(deadline);
        closed.step("office", "POST", "/campaigns/timed-closed/close", "{\"force\": true, \"reason\": \"活动中止\"}",
                "If-Match", "\"1\"");
        extended.step("office", "POST", "/campaigns/timed-extended/deadlines",
                """
                {"planDeadline": "%s", "reason": "受台风影响"}""".formatted(deadline.plusDays(5)), "If-Match", "\"1\"");

        clock.travelTo(deadline.plusDays(1), SHANGHAI);
        awhile();
        assertThat(recorded("timed-closed")).isEmpty();
        assertThat(recorded("timed-extended")).isEmpty();

        clock.travelTo(deadline.plusDays(6), SHANGHAI);
        await("recorded").atMost(Duration.ofSeconds(20)).until(() -> recorded("timed-extended").size() == 1);
        assertThat(recorded("timed-closed")).isEmpty();
    }

    /** Straight from the ledger. */
    private List<PlansOverdue> recorded(String campaign) {
        return ledger.eventsOf(StreamId.of(new CampaignId(campaign)), PlansOverdue.class).stream()
                .map(Positioned::event)
                .toList();
    }

    private List<JsonNode> told(County county) {
        String head = Long.toString(ledger.head().orElseThrow());
        return Caller.json(county.as("office", "GET", "/campaigns/timed/history", "", "Dabiao-Min-Position", head))
                .get("items")
                .valueStream()
                .filter(entry -> entry.get("type").asString().equals("campaign.PlansOverdue"))
                .toList();
    }

    private static List<String> listed(County county) {
        JsonNode page = Caller.json(county.as("office", "GET", "/campaigns/timed/overdue?limit=500", "",
                "Dabiao-Min-Position", Long.toString(county.reached())));
        return page.get("items").valueStream().map(row -> row.get("schoolCode").asString()).toList();
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
