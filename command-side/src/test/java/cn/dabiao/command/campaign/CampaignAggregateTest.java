package cn.dabiao.command.campaign;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

import cn.dabiao.command.Request;
import cn.dabiao.domain.campaign.AppealDays;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignOpened;
import cn.dabiao.domain.campaign.CampaignEvent.PlansOverdue;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.campaign.Weight;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.domain.people.GroupRole;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Title;
import cn.dabiao.json.ShippedStandards;

class CampaignAggregateTest {

    private static final CampaignId ID = new CampaignId("guannan-2018");
    private static final BureauCode BUREAU = new BureauCode("320724");
    private static final Title NAME = new Title("达标创建活动");
    private static final LocalDate DEADLINE = LocalDate.of(2018, 3, 25);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Weight WEIGHT = new Weight(new BigDecimal("0.1"));
    private static final List<GroupMember> GROUP =
            List.of(new GroupMember(new PersonName("组长甲"), GroupRole.HEAD));
    private static final List<SchoolCode> SILENT = List.of(new SchoolCode("2132072401"));
    private static final Instant MIDNIGHT = Instant.parse("2018-03-25T16:00:00Z");
    private static final Instant AT = Instant.parse("2018-03-09T01:00:00Z");

    @Test
    void a_campaign_is_opened_on_its_standard() {
        new AggregateTestFixture<>(CampaignAggregate.class)
                .givenNoPriorActivity()
                .when(new OpenCampaign(
                        ID, BUREAU, NAME, ShippedStandards.guannan2018(), DEADLINE, AppealDays.USUAL, ZONE, WEIGHT,
                        GROUP, Request.of(Actor.system(BUREAU), AT)))
                .expectEvents(new CampaignOpened(
                        ID, BUREAU, NAME, new StandardId("guannan-2018"), DEADLINE, AppealDays.USUAL, ZONE, WEIGHT,
                        GROUP, AT))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void who_has_filed_no_plan_in_time_is_recorded_by_the_calendar() {
        fixture().given(opened())
                .when(overdueRecorded(MIDNIGHT))
                .expectEvents(new PlansOverdue(ID, DEADLINE, SILENT, MIDNIGHT))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void it_is_recorded_once_however_often_it_is_asked_for_and_never_too_early() {
        fixture().given(opened(), new PlansOverdue(ID, DEADLINE, SILENT, MIDNIGHT))
                .when(overdueRecorded(MIDNIGHT.plusSeconds(300)))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
        fixture().given(opened())
                .when(overdueRecorded(MIDNIGHT.minusSeconds(1)))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    private static AggregateTestFixture<CampaignAggregate> fixture() {
        return new AggregateTestFixture<>(CampaignAggregate.class);
    }

    private static RecordOverduePlans overdueRecorded(Instant at) {
        return new RecordOverduePlans(ID, SILENT, Request.of(Actor.system(BUREAU), at));
    }

    private static CampaignOpened opened() {
        return new CampaignOpened(
                ID, BUREAU, NAME, new StandardId("guannan-2018"), DEADLINE, AppealDays.USUAL, ZONE, WEIGHT, GROUP, AT);
    }
}
