package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Guannan.ASSESSMENT;
import static cn.dabiao.command.assessment.Guannan.BACK_HOME;
import static cn.dabiao.command.assessment.Guannan.BUREAU;
import static cn.dabiao.command.assessment.Guannan.CAMPAIGN;
import static cn.dabiao.command.assessment.Story.aSchoolGraded;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import cn.dabiao.command.Request;
import cn.dabiao.command.assessment.CalendarCommand.RecordClosedWindow;
import cn.dabiao.command.assessment.CalendarCommand.RecordOverdueOrder;
import cn.dabiao.domain.appeal.Contested;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealWindowClosed;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationOverdue;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignClosed;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.rectification.OrderId;

/** A timer may go off twice, too late, or for a date that no longer counts; what it has sent decides for itself. */
class CalendarTest {

    private static final OrderId ORDER = new OrderId("r1");
    private static final LocalDate DUE = LocalDate.of(2018, 5, 10);
    private static final Instant OVERDUE = Instant.parse("2018-05-10T16:00:00Z");
    private static final LocalDate LAST_DAY = LocalDate.of(2018, 4, 25);
    private static final Instant WINDOW_OVER = Instant.parse("2018-04-25T16:00:00Z");
    private static final Campaign CLOSED =
            Campaign.evolve(CAMPAIGN, new CampaignClosed(CAMPAIGN.campaignId(), null, List.of(), BACK_HOME));

    @Test
    void an_order_without_a_report_is_recorded_as_overdue_when_its_date_has_passed() {
        Story ordered = aSchoolGraded(92).ordered();
        Assessments.after(ordered, overdueAt(OVERDUE, CAMPAIGN))
                .isRecordedAs(new RectificationOverdue(ASSESSMENT, ORDER, DUE, OVERDUE));
    }

    @Test
    void an_order_that_is_not_overdue_or_recorded_already_or_of_a_campaign_that_is_over_is_left_alone() {
        Story ordered = aSchoolGraded(92).ordered();
        Assessments.after(ordered, overdueAt(OVERDUE.minusSeconds(1), CAMPAIGN)).isNothing();
        Assessments.after(ordered.reported(), overdueAt(OVERDUE, CAMPAIGN)).isNothing();
        Assessments.after(ordered, overdueAt(OVERDUE, CLOSED)).isNothing();
        Assessments.after(
                        ordered.then(new RectificationOverdue(ASSESSMENT, ORDER, DUE, OVERDUE)),
                        overdueAt(OVERDUE.plusSeconds(300), CAMPAIGN))
                .isNothing();
    }

    @Test
    void the_end_of_a_window_for_appeals_is_recorded_even_after_the_campaign() {
        AppealWindowClosed ended =
                new AppealWindowClosed(ASSESSMENT, Contested.GRADE, BACK_HOME, LAST_DAY, WINDOW_OVER);
        Assessments.after(aSchoolGraded(92), overAt(WINDOW_OVER, Contested.GRADE, CAMPAIGN)).isRecordedAs(ended);
        Assessments.after(aSchoolGraded(92), overAt(WINDOW_OVER, Contested.GRADE, CLOSED)).isRecordedAs(ended);
        Assessments.after(aSchoolGraded(92).determined(), overAt(WINDOW_OVER, Contested.DETERMINATION, CAMPAIGN))
                .isRecordedAs(new AppealWindowClosed(
                        ASSESSMENT, Contested.DETERMINATION, BACK_HOME, LAST_DAY, WINDOW_OVER));
    }

    @Test
    void a_window_that_is_open_or_recorded_already_or_about_nothing_is_left_alone() {
        Story graded = aSchoolGraded(92);
        Assessments.after(graded, overAt(WINDOW_OVER.minusSeconds(1), Contested.GRADE, CAMPAIGN)).isNothing();
        Assessments.after(graded, overAt(WINDOW_OVER, Contested.DETERMINATION, CAMPAIGN)).isNothing();
        Assessments.after(
                        graded.then(new AppealWindowClosed(
                                ASSESSMENT, Contested.GRADE, BACK_HOME, LAST_DAY, WINDOW_OVER)),
                        overAt(WINDOW_OVER.plusSeconds(300), Contested.GRADE, CAMPAIGN))
                .isNothing();
    }

    private static RecordOverdueOrder overdueAt(Instant at, Campaign campaign) {
        return new RecordOverdueOrder(ASSESSMENT, ORDER, campaign, Request.of(Actor.system(BUREAU), at));
    }

    private static RecordClosedWindow overAt(Instant at, Contested contested, Campaign campaign) {
        return new RecordClosedWindow(ASSESSMENT, contested, campaign, Request.of(Actor.system(BUREAU), at));
    }
}
