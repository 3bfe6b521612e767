package cn.dabiao.command.campaign;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

import cn.dabiao.command.Request;
import cn.dabiao.domain.campaign.AppealDays;
import cn.dabiao.domain.campaign.CampaignEvent;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignClosed;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignOpened;
import cn.dabiao.domain.campaign.CampaignEvent.PlansOverdue;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.campaign.Weight;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Title;

/** A timer may go off twice, too late, or for a date that no longer counts; what it has sent decides for itself. */
class RecordOverduePlansTest {

    private static final CampaignId ID = new CampaignId("guannan-2018");
    private static final BureauCode BUREAU = new BureauCode("320724");
    private static final LocalDate DEADLINE = LocalDate.of(2018, 3, 25);
    private static final List<SchoolCode> SILENT = List.of(new SchoolCode("2132072401"));
    private static final Instant MIDNIGHT = Instant.parse("2018-03-25T16:00:00Z");
    private static final CampaignOpened OPENED = new CampaignOpened(
            ID, BUREAU, new Title("达标创建活动"), new StandardId("guannan-2018"), DEADLINE, AppealDays.USUAL,
            ZoneId.of("Asia/Shanghai"), new Weight(new BigDecimal("0.1")), List.of(), Instant.parse("2018-03-09T01:00:00Z"));

    @Test
    void who_has_filed_no_plan_in_time_is_recorded() {
        after(OPENED)
                .when(overdueAt(MIDNIGHT))
                .expectEvents(new PlansOverdue(ID, DEADLINE, SILENT, MIDNIGHT))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void it_is_recorded_once_however_often_it_is_asked_for() {
        after(OPENED, new PlansOverdue(ID, DEADLINE, SILENT, MIDNIGHT))
                .when(overdueAt(MIDNIGHT.plusSeconds(300)))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void before_the_date_has_passed_and_after_the_campaign_has_ended_nothing_is_done_and_nothing_refused() {
        after(OPENED)
                .when(overdueAt(MIDNIGHT.minusSeconds(1)))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
        after(OPENED, new CampaignClosed(ID, null, List.of(), MIDNIGHT.minusSeconds(9)))
                .when(overdueAt(MIDNIGHT))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    private static TestExecutor<CampaignAggregate> after(CampaignEvent... events) {
        return new AggregateTestFixture<>(CampaignAggregate.class).given((Object[]) events);
    }

    private static RecordOverduePlans overdueAt(Instant at) {
        return new RecordOverduePlans(ID, SILENT, Request.of(Actor.system(BUREAU), at));
    }
}
