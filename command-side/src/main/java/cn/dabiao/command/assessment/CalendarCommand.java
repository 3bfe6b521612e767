package cn.dabiao.command.assessment;

import cn.dabiao.command.Request;
import cn.dabiao.domain.appeal.Contested;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.rectification.OrderId;

/**
 * What the calendar alone asks of an assessment: no person does it, so no role, phase or version is looked at. Each does
 * nothing where nothing is due, or has been recorded already.
 */
sealed interface CalendarCommand extends ToAssessment {

    /** As it is now: whether it is over counts. */
    Campaign campaign();

    record RecordOverdueOrder(AssessmentId assessmentId, OrderId orderId, Campaign campaign, Request request)
            implements CalendarCommand {}

    record RecordClosedWindow(AssessmentId assessmentId, Contested contested, Campaign campaign, Request request)
            implements CalendarCommand {}
}
