package cn.dabiao.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import cn.dabiao.domain.campaign.CampaignEvent.CampaignClosed;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignOpened;
import cn.dabiao.domain.campaign.CampaignEvent.GradesPublished;
import cn.dabiao.domain.campaign.CampaignEvent.LeadingGroupChanged;
import cn.dabiao.domain.campaign.CampaignEvent.PlanDeadlineExtended;
import cn.dabiao.domain.campaign.CampaignEvent.PlansOverdue;
import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.domain.people.GroupRole;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Title;
import cn.dabiao.examples.Guannan;

class CampaignTest {

    private static final LocalDate APRIL = LocalDate.of(2018, 4, 5);
    private static final Instant AT = Guannan.at("2018-03-20T08:00");
    private static final Reason WHY = new Reason("工作需要");
    private static final List<GroupMember> SUCCESSOR =
            List.of(new GroupMember(new PersonName("陈能林"), GroupRole.HEAD));
    private static final CampaignEvent OPENED = new CampaignOpened(
            Guannan.CAMPAIGN, Guannan.BUREAU, new Title("达标创建"), new StandardId("guannan-2018"),
            Guannan.PLAN_DEADLINE, AppealDays.USUAL, Guannan.SHANGHAI, new Weight(new BigDecimal("0.15")),
            Guannan.leadingGroup(), Guannan.at("2018-03-09T08:00"));
    private static final CampaignEvent EXTENDED =
            new PlanDeadlineExtended(Guannan.CAMPAIGN, Guannan.PLAN_DEADLINE, APRIL, WHY, AT);

    @Test
    void an_opened_campaign_is_what_was_opened() {
        Campaign campaign = after(OPENED);

        assertThat(campaign).isEqualTo(new Campaign(
                Guannan.CAMPAIGN, Guannan.BUREAU, 1, new Title("达标创建"), new StandardId("guannan-2018"),
                new PlanDeadline(Guannan.PLAN_DEADLINE, Guannan.SHANGHAI), new AppealDays(15),
                new Weight(new BigDecimal("0.15")), Guannan.leadingGroup(), 0, null, null));
        assertThat(campaign.zone()).isEqualTo(Guannan.SHANGHAI);
        assertThat(campaign.isClosed()).isFalse();
        assertThat(campaign.tag()).isEqualTo("1");
    }

    @Test
    void a_changed_group_takes_the_place_of_the_one_before() {
        Campaign campaign = after(
                OPENED, new LeadingGroupChanged(Guannan.CAMPAIGN, Guannan.leadingGroup(), SUCCESSOR, WHY, AT));

        assertThat(campaign.leadingGroup()).isEqualTo(SUCCESSOR);
        assertThat(campaign.version()).isEqualTo(2);
    }

    @Test
    void a_plan_between_the_two_dates_is_late_before_the_deadline_is_put_off_and_in_time_after() {
        Instant between = Guannan.at("2018-03-30T10:00");

        assertThat(after(OPENED).planDeadline().isMissedAt(between)).isTrue();
        assertThat(after(OPENED, EXTENDED).planDeadline().isMissedAt(between)).isFalse();
        assertThat(after(OPENED, EXTENDED).planDeadline().isMissedAt(Guannan.at("2018-04-06T00:00"))).isTrue();
    }

    @Test
    void overdue_plans_are_recorded_for_one_deadline_and_not_for_the_next() {
        PlansOverdue overdue =
                new PlansOverdue(Guannan.CAMPAIGN, Guannan.PLAN_DEADLINE, List.of(Guannan.SCHOOL), AT);

        assertThat(after(OPENED, overdue).overdueRecordedFor()).isEqualTo(Guannan.PLAN_DEADLINE);
        Campaign extended = after(OPENED, overdue, EXTENDED);
        assertThat(extended.overdueRecordedFor()).isNotEqualTo(extended.planDeadline().date());
    }

    @Test
    void a_campaign_knows_its_last_publication_and_that_it_is_closed() {
        Campaign campaign = after(
                OPENED,
                new GradesPublished(Guannan.CAMPAIGN, 1, List.of(), null, AT),
                new GradesPublished(Guannan.CAMPAIGN, 2, List.of(), null, AT),
                new CampaignClosed(Guannan.CAMPAIGN, null, List.of(), AT));

        assertThat(campaign.lastPublication()).isEqualTo(2);
        assertThat(campaign.isClosed()).isTrue();
        assertThat(campaign.closedAt()).isEqualTo(AT);
        assertThat(campaign.version()).isEqualTo(4);
    }

    @Test
    void a_campaign_begins_with_its_opening_and_has_one() {
        assertThatIllegalStateException().isThrownBy(() -> after(EXTENDED));
        assertThatIllegalStateException().isThrownBy(() -> after(OPENED, OPENED));
    }

    private static Campaign after(CampaignEvent first, CampaignEvent... more) {
        Campaign campaign = Campaign.evolve(null, first);
        for (CampaignEvent event : more) {
            campaign = Campaign.evolve(campaign, event);
        }
        return campaign;
    }
}
