package cn.dabiao.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import cn.dabiao.domain.campaign.CampaignEvent.CampaignClosed;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignOpened;
import cn.dabiao.domain.campaign.CampaignEvent.PlanDeadlineExtended;
import cn.dabiao.domain.campaign.CampaignEvent.PlansOverdue;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Title;
import cn.dabiao.examples.Guannan;

class OverduePlansPolicyTest {

    private static final List<SchoolCode> SILENT = List.of(Guannan.SCHOOL);
    private static final LocalDate EXTENDED = Guannan.PLAN_DEADLINE.plusDays(7);
    private static final Instant LAST_DAY = Guannan.at("2018-03-25T23:59");
    private static final Instant THE_DAY_AFTER = Guannan.at("2018-03-26T00:00");
    private static final Instant AFTER_THE_EXTENSION = Guannan.at("2018-04-02T00:00");

    @Test
    void nobody_is_overdue_before_the_last_day_has_ended() {
        assertThat(OverduePlansPolicy.isDue(campaign(), SILENT, LAST_DAY)).isFalse();
        assertThat(OverduePlansPolicy.isDue(campaign(), SILENT, THE_DAY_AFTER)).isTrue();
    }

    @Test
    void nothing_is_recorded_when_every_school_has_filed() {
        assertThat(OverduePlansPolicy.isDue(campaign(), List.of(), THE_DAY_AFTER)).isFalse();
    }

    @Test
    void it_is_recorded_once() {
        Campaign recorded = campaign(overdue(Guannan.PLAN_DEADLINE));

        assertThat(OverduePlansPolicy.isDue(recorded, SILENT, THE_DAY_AFTER)).isFalse();
        assertThat(OverduePlansPolicy.isDue(recorded, SILENT, AFTER_THE_EXTENSION)).isFalse();
    }

    @Test
    void a_deadline_that_was_extended_in_time_is_not_the_one_that_counts() {
        Campaign extended = campaign(extended());

        assertThat(OverduePlansPolicy.isDue(extended, SILENT, THE_DAY_AFTER)).isFalse();
        assertThat(OverduePlansPolicy.isDue(extended, SILENT, AFTER_THE_EXTENSION)).isTrue();
    }

    @Test
    void a_deadline_that_is_extended_after_it_has_passed_is_recorded_anew_when_it_passes_again() {
        Campaign extended = campaign(overdue(Guannan.PLAN_DEADLINE), extended());

        assertThat(OverduePlansPolicy.isDue(extended, SILENT, THE_DAY_AFTER)).isFalse();
        assertThat(OverduePlansPolicy.isDue(extended, SILENT, AFTER_THE_EXTENSION)).isTrue();
        assertThat(OverduePlansPolicy.isDue(
                        campaign(overdue(Guannan.PLAN_DEADLINE), extended(), overdue(EXTENDED)), SILENT, AFTER_THE_EXTENSION))
                .isFalse();
    }

    @Test
    void nobody_is_overdue_in_a_campaign_that_is_over() {
        Campaign closed = campaign(new CampaignClosed(Guannan.CAMPAIGN, null, List.of(), LAST_DAY));

        assertThat(OverduePlansPolicy.isDue(closed, SILENT, THE_DAY_AFTER)).isFalse();
    }

    private static CampaignEvent extended() {
        return new PlanDeadlineExtended(
                Guannan.CAMPAIGN, Guannan.PLAN_DEADLINE, EXTENDED, new Reason("受台风影响"), LAST_DAY);
    }

    private static CampaignEvent overdue(LocalDate deadline) {
        return new PlansOverdue(Guannan.CAMPAIGN, deadline, SILENT, THE_DAY_AFTER);
    }

    private static Campaign campaign(CampaignEvent... later) {
        Campaign campaign = Campaign.evolve(null, new CampaignOpened(
                Guannan.CAMPAIGN, Guannan.BUREAU, new Title("达标创建"), new StandardId("guannan-2018"),
                Guannan.PLAN_DEADLINE, AppealDays.USUAL, Guannan.SHANGHAI, new Weight(new BigDecimal("0.15")),
                Guannan.leadingGroup(), Guannan.at("2018-03-09T08:00")));
        for (CampaignEvent event : later) {
            campaign = Campaign.evolve(campaign, event);
        }
        return campaign;
    }
}
