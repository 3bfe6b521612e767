package cn.dabiao.query.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;

import cn.dabiao.api.inspector.WorkloadRow;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Points;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.Story;
import cn.dabiao.query.workload.WorkRound.Scoring;
import cn.dabiao.query.workload.WorkRound.Signing;

class WorkloadsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final InspectorId MILD = new InspectorId("i-01");
    private static final InspectorId STRICT = new InspectorId("i-02");
    private static final LocalDate VISIT = LocalDate.parse("2018-04-10");

    @Test
    void days_to_sign_are_those_of_the_campaigns_calendar() {
        assertThat(signed("2018-04-10T15:59:59Z").daysToSign()).hasToString("0");
        assertThat(signed("2018-04-10T16:00:00Z").daysToSign()).hasToString("1");
        assertThat(signed("2018-04-20T01:00:00Z").daysToSign()).hasToString("10");
    }

    @Test
    void a_signature_before_the_visit_takes_no_days() {
        assertThat(signed("2018-04-08T01:00:00Z").daysToSign()).hasToString("0");
    }

    @Test
    void days_to_sign_are_the_mean_of_the_rounds_that_are_signed() {
        WorkRound first = round(List.of(), List.of(new Signing(MILD, Instant.parse("2018-04-11T01:00:00Z"))));
        WorkRound second = round(List.of(), List.of(new Signing(MILD, Instant.parse("2018-04-12T01:00:00Z"))));
        WorkRound open = round(List.of(), List.of(new Signing(STRICT, Instant.parse("2018-05-12T01:00:00Z"))));

        WorkloadRow row = counted(first, second, open).row(MILD, null);

        assertThat(row.daysToSign()).hasToString("1.5");
        assertThat(row.signed()).isEqualTo(2);
        assertThat(row.open()).isEqualTo(1);
        assertThat(row.assigned()).isEqualTo(3);
    }

    @Test
    void who_takes_more_off_an_item_than_the_campaign_is_stricter_and_who_takes_less_milder() {
        Workloads workloads = counted(round(
                List.of(scoring(1, MILD, "0"), scoring(2, MILD, "1"), scoring(3, MILD, "0"), scoring(4, STRICT, "5")),
                List.of()));

        assertThat(workloads.row(MILD, null).meanDeduction()).hasToString("0.33");
        assertThat(workloads.row(MILD, null).campaignMeanDeduction()).hasToString("1.5");
        assertThat(workloads.row(MILD, null).strictness()).hasToString("-1.17");
        assertThat(workloads.row(STRICT, null).strictness()).hasToString("3.5");
    }

    @Test
    void who_has_scored_nothing_is_neither() {
        WorkloadRow row = counted(round(List.of(scoring(1, MILD, "2")), List.of())).row(STRICT, null);

        assertThat(row.meanDeduction()).isNull();
        assertThat(row.strictness()).isNull();
        assertThat(row.campaignMeanDeduction()).hasToString("2");
    }

    private static WorkloadRow signed(String at) {
        return counted(round(List.of(), List.of(new Signing(MILD, Instant.parse(at))))).row(MILD, null);
    }

    private static Scoring scoring(int item, InspectorId by, String deducted) {
        return new Scoring(new ItemNo(item), by, new Points(deducted));
    }

    private static WorkRound round(List<Scoring> scorings, List<Signing> signings) {
        return new WorkRound(1, VISIT, List.of(MILD, STRICT), scorings, signings);
    }

    private static Workloads counted(WorkRound... rounds) {
        WorkRecord assessment =
                new WorkRecord(Story.idOf("2132072401"), People.GUANNAN, List.of(), List.of(rounds), 9, 9);
        return Workloads.of(Given.CAMPAIGN, SHANGHAI, List.of(assessment));
    }
}
