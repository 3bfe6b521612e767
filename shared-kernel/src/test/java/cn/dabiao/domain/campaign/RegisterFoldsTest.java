package cn.dabiao.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

import cn.dabiao.domain.inspector.Inspector;
import cn.dabiao.domain.inspector.InspectorEvent.InspectorRegistered;
import cn.dabiao.domain.school.School;
import cn.dabiao.domain.school.SchoolEvent.SchoolRegistered;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Title;
import cn.dabiao.examples.Guannan;

/** The folds of the streams that are one event long so far. */
class RegisterFoldsTest {

    @Test
    void an_opened_campaign_is_what_was_opened() {
        Campaign campaign = Campaign.evolve(null, new CampaignEvent.CampaignOpened(
                Guannan.CAMPAIGN, Guannan.BUREAU, new Title("达标创建"), new StandardId("guannan-2018"),
                Guannan.PLAN_DEADLINE, AppealDays.USUAL, Guannan.SHANGHAI, new Weight(new BigDecimal("0.15")),
                Guannan.leadingGroup(), Guannan.at("2018-03-09T08:00")));

        assertThat(campaign).isEqualTo(new Campaign(
                Guannan.CAMPAIGN, Guannan.BUREAU, new Title("达标创建"), new StandardId("guannan-2018"),
                new PlanDeadline(Guannan.PLAN_DEADLINE, Guannan.SHANGHAI), new AppealDays(15),
                new Weight(new BigDecimal("0.15")), Guannan.leadingGroup()));
        assertThat(campaign.zone()).isEqualTo(Guannan.SHANGHAI);
    }

    @Test
    void a_registered_school_is_what_was_registered() {
        assertThat(School.evolve(null, new SchoolRegistered(
                        Guannan.SCHOOL, Guannan.BUREAU, Guannan.schoolFacts(), Guannan.at("2018-03-09T09:00"))))
                .isEqualTo(new School(Guannan.SCHOOL, Guannan.BUREAU, Guannan.schoolFacts(), null));
    }

    @Test
    void a_registered_inspector_is_who_was_registered() {
        Inspector second = Guannan.inspector(2, "堆沟港镇", "2132072402");

        assertThat(Inspector.evolve(null, new InspectorRegistered(
                        second.inspectorId(), Guannan.BUREAU, new PersonName("考评员2"), second.township(),
                        second.worksAt(), Guannan.at("2018-03-09T09:00"))))
                .isEqualTo(second);
    }
}
