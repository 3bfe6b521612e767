package cn.dabiao.query.statistics;

import java.util.List;

import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.Review;
import cn.dabiao.domain.assessment.ReviewedItem;
import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.query.assessment.AssessmentRecord;

/**
 * What the fold of an assessment still needs when only figures are counted from it. The row is read and written with
 * every event of the assessment: what no later event looks at and no figure counts would be carried along for nothing.
 */
final class Slim {

    private Slim() {}

    static AssessmentRecord of(AssessmentRecord record) {
        return new AssessmentRecord(
                of(record.state()),
                record.schoolName(),
                record.kind(),
                record.ownership(),
                record.township(),
                record.position());
    }

    private static AssessmentState of(AssessmentState state) {
        return new AssessmentState(
                state.assessmentId(),
                state.bureau(),
                state.standardId(),
                state.version(),
                state.phase(),
                state.plan(),
                null,
                null,
                List.of(),
                state.reviews().stream().map(Slim::of).toList(),
                state.grade(),
                state.aftermath());
    }

    private static Review of(Review review) {
        return new Review(
                review.round(),
                review.inspectors(),
                List.of(),
                review.lead(),
                review.visitOn(),
                review.items().stream().map(Slim::of).toList(),
                review.signatures());
    }

    private static ReviewedItem of(ReviewedItem item) {
        return new ReviewedItem(
                item.itemNo(),
                item.score(),
                item.deductions().stream()
                        .map(it -> new Deduction(it.checkpoint(), it.points(), it.reason(), List.of()))
                        .toList(),
                List.of(),
                item.notApplicable(),
                item.scoredBy(),
                item.scoredAt(),
                item.version(),
                item.carriedFrom(),
                item.correctedIn());
    }
}
