package cn.dabiao.query.history;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealDecided;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealLodged;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealWindowClosed;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationAccepted;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationReturned;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationSubmitted;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationWithdrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.CommitmentFulfilled;
import cn.dabiao.domain.assessment.AssessmentEvent.DeterminationRevoked;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeAssigned;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeRevised;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorReplaced;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorsDrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.InterviewHeld;
import cn.dabiao.domain.assessment.AssessmentEvent.ItemScored;
import cn.dabiao.domain.assessment.AssessmentEvent.MeasureIssued;
import cn.dabiao.domain.assessment.AssessmentEvent.MeasureWithdrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.NotAttainedDetermined;
import cn.dabiao.domain.assessment.AssessmentEvent.PlanSubmitted;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationOrdered;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationOverdue;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationReported;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationSentBack;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationVerified;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewOpened;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewSigned;
import cn.dabiao.domain.assessment.AssessmentEvent.ScoreCorrected;
import cn.dabiao.domain.assessment.AssessmentEvent.SelfAssessed;
import cn.dabiao.domain.campaign.CampaignEvent;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignClosed;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignOpened;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignPersonErased;
import cn.dabiao.domain.campaign.CampaignEvent.GradesPublished;
import cn.dabiao.domain.campaign.CampaignEvent.LeadingGroupChanged;
import cn.dabiao.domain.campaign.CampaignEvent.PlanDeadlineExtended;
import cn.dabiao.domain.campaign.CampaignEvent.PlansOverdue;
import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Authority;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.query.projecting.Columns;

/**
 * What a history shows of an event beside its text.
 *
 * @param at        when it was done: a score that was sent later, when it was decided on site; an interview, when it
 *                  was held
 * @param authority the act that a change of a score or a grade rests on: {@code REVIEW 1}, {@code APPEAL a1}, or the
 *                  one that was named; no words, they depend on the reader
 */
record HistoryFacts(
        Instant at,
        @Nullable ItemNo itemNo,
        @Nullable Points before,
        @Nullable Points after,
        @Nullable String reason,
        @Nullable String authority) {

    static HistoryFacts of(AssessmentEvent event) {
        return switch (event) {
            case ItemScored scored -> new HistoryFacts(
                    scored.scoredAt(),
                    scored.itemNo(),
                    scored.before(),
                    scored.after(),
                    joined(scored),
                    "REVIEW " + scored.round());
            case ApplicationAccepted accepted -> explained(event.at(), accepted.reason());
            case ApplicationReturned returned -> explained(event.at(), returned.reason());
            case ApplicationWithdrawn withdrawn -> explained(event.at(), withdrawn.reason());
            case InspectorsDrawn drawn -> explained(event.at(), drawn.reason());
            case InspectorReplaced replaced -> explained(event.at(), replaced.reason());
            case ScoreCorrected corrected -> new HistoryFacts(
                    event.at(),
                    corrected.itemNo(),
                    corrected.before(),
                    corrected.after(),
                    corrected.reason().value(),
                    authority(corrected.appealId(), corrected.authority()));
            case GradeRevised revised -> new HistoryFacts(
                    event.at(), null, null, null, null, authority(revised.appealId(), revised.authority()));
            case NotAttainedDetermined determined -> explained(event.at(), determined.reason());
            case DeterminationRevoked revoked -> new HistoryFacts(
                    event.at(), null, null, null, revoked.reason().value(), authority(revoked.appealId(), null));
            case RectificationVerified verified -> explained(event.at(), verified.reason());
            case RectificationSentBack sentBack -> explained(event.at(), sentBack.reason());
            case AppealLodged lodged -> new HistoryFacts(
                    event.at(), null, null, null, lodged.grounds().value(), null);
            case AppealDecided decided -> explained(event.at(), decided.reason());
            case MeasureIssued issued -> explained(event.at(), issued.reason());
            case InterviewHeld held -> at(held.heldAt());
            case CommitmentFulfilled fulfilled -> explained(event.at(), fulfilled.note());
            case MeasureWithdrawn withdrawn -> explained(event.at(), withdrawn.reason());
            case PlanSubmitted _, SelfAssessed _, ApplicationSubmitted _, ReviewOpened _, ReviewSigned _,
                    GradeAssigned _, RectificationOrdered _, RectificationReported _, RectificationOverdue _,
                    AppealWindowClosed _ -> at(event.at());
        };
    }

    /** Exactly one of the two says what a correction rests on. */
    private static @Nullable String authority(@Nullable AppealId appealId, @Nullable Authority authority) {
        return appealId == null ? Columns.text(authority) : "APPEAL " + appealId;
    }

    static HistoryFacts of(CampaignEvent event) {
        return switch (event) {
            case LeadingGroupChanged changed -> explained(event.at(), changed.reason());
            case PlanDeadlineExtended extended -> explained(event.at(), extended.reason());
            case CampaignClosed closed -> explained(event.at(), closed.reason());
            case CampaignPersonErased erased -> explained(event.at(), erased.reason());
            case CampaignOpened _, PlansOverdue _, GradesPublished _ -> at(event.at());
        };
    }

    static HistoryFacts at(Instant at) {
        return new HistoryFacts(at, null, null, null, null, null);
    }

    static HistoryFacts explained(Instant at, @Nullable Reason reason) {
        return new HistoryFacts(at, null, null, null, reason == null ? null : reason.value(), null);
    }

    /** Why it was scored anew, where that is said, and the reason of each deduction. */
    private static @Nullable String joined(ItemScored scored) {
        Stream<Reason> anew = Stream.ofNullable(scored.reason());
        String reasons = Stream.concat(anew, scored.deductions().stream().map(Deduction::reason))
                .map(Reason::value)
                .collect(Collectors.joining("；"));
        return reasons.isEmpty() ? null : reasons;
    }
}
