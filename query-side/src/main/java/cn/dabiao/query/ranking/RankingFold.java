package cn.dabiao.query.ranking;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

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

/** How an assessment's events make its row in the ranking: as it is, and as it was at any position. */
final class RankingFold {

    /** The kinds of events that show in a ranking: whoever folds a past reads no others. */
    static final List<Class<? extends AssessmentEvent>> SHOWN = List.of(
            PlanSubmitted.class, ApplicationSubmitted.class, GradeAssigned.class, GradeRevised.class,
            NotAttainedDetermined.class, DeterminationRevoked.class, AppealLodged.class, AppealDecided.class);

    private RankingFold() {}

    /** The row after an event; empty when nothing of the event shows in a ranking. */
    static Optional<RankedRecord> after(
            @Nullable RankedRecord before, AssessmentEvent event, long version, long position) {
        return switch (event) {
            case PlanSubmitted plan -> Optional.of(RankedRecord.planned(before, plan, version, position));
            case ApplicationSubmitted form -> Optional.of(begun(before).with(form, version, position));
            case GradeAssigned it -> Optional.of(declared(before).with(RankedGrade.of(it), version, position));
            case GradeRevised it -> Optional.of(declared(before).with(RankedGrade.of(it), version, position));
            // Also of a school that has not declared itself yet: no phase is too early for it.
            case NotAttainedDetermined _ -> Optional.of(begun(before).determined(true, version, position));
            case DeterminationRevoked _ -> Optional.of(begun(before).determined(false, version, position));
            case AppealLodged it -> Optional.of(begun(before).appealed(it.appealId(), version, position));
            case AppealDecided it -> Optional.of(begun(before).decided(it.appealId(), version, position));
            case SelfAssessed _, ApplicationAccepted _, ApplicationReturned _, ApplicationWithdrawn _,
                    InspectorsDrawn _, ReviewOpened _, InspectorReplaced _, ItemScored _, ReviewSigned _,
                    ScoreCorrected _, RectificationOrdered _, RectificationReported _, RectificationVerified _,
                    RectificationSentBack _, RectificationOverdue _, AppealWindowClosed _, MeasureIssued _,
                    InterviewHeld _, CommitmentFulfilled _, MeasureWithdrawn _ -> Optional.empty();
        };
    }

    private static RankedRecord begun(@Nullable RankedRecord row) {
        return Optional.ofNullable(row)
                .orElseThrow(() -> new IllegalStateException("an assessment begins with a plan"));
    }

    private static RankedRecord declared(@Nullable RankedRecord row) {
        return Optional.of(begun(row))
                .filter(it -> it.school() != null)
                .orElseThrow(() -> new IllegalStateException("who is graded has declared itself before"));
    }
}
