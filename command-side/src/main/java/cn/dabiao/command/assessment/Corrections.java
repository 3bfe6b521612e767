package cn.dabiao.command.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.command.assessment.AftermathCommand.CorrectScore;
import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.appeal.AppealPolicy;
import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeRevised;
import cn.dabiao.domain.assessment.AssessmentEvent.ScoreCorrected;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.Review;
import cn.dabiao.domain.assessment.ReviewedItem;
import cn.dabiao.domain.assessment.StandingGrade;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.scoring.CorrectionPolicy;
import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.scoring.FindingsPolicy;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.scoring.Scoresheet;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.value.Authority;
import cn.dabiao.domain.value.Reason;

/** Scores that change after a round is complete, and the grade that follows from them (RULES.md §4.10). */
final class Corrections {

    private Corrections() {}

    /** What a correction rests on: either an appeal or an authority. */
    record Basis(
            AssessmentId assessmentId,
            Reason reason,
            @Nullable AppealId appealId,
            @Nullable Authority authority,
            Instant at) {}

    static List<AssessmentEvent> corrected(AssessmentState before, CorrectScore command) {
        Review review = before.correctableReview().orElseThrow();
        AppealPolicy.requireUncontested(before, command.itemNo());
        Basis basis = new Basis(
                command.assessmentId(), command.reason(), null, command.authority(), command.request().at());
        ScoreCorrected corrected =
                corrected(review, command.standard(), command.itemNo(), command.deductions(), basis);
        return withGrade(before, List.of(corrected), command.standard(), basis);
    }

    /** @param review the completed round in which the item is corrected */
    static ScoreCorrected corrected(
            Review review, Standard standard, ItemNo itemNo, List<Deduction> deductions, Basis basis) {
        ReviewedItem item = review.item(itemNo)
                .orElseThrow(() -> new Refusal.UnknownItem(itemNo, standard.itemNos().size()).asException());
        if (item.deductions().equals(deductions)) {
            throw new Refusal.CorrectionChangesNothing(itemNo, item.score()).asException();
        }
        ItemFindings found = CorrectionPolicy.corrected(standard, item.findings(), deductions, basis.reason());
        return new ScoreCorrected(
                basis.assessmentId(),
                review.round(),
                itemNo,
                found.deductions(),
                found.measurements(),
                found.notApplicable(),
                item.score(),
                FindingsPolicy.score(standard, found).score(),
                basis.reason(),
                basis.appealId(),
                basis.authority(),
                basis.at());
    }

    /** The corrections of one round, and the grade they give where the round has one. */
    static List<AssessmentEvent> withGrade(
            AssessmentState before, List<ScoreCorrected> corrections, Standard standard, Basis basis) {
        List<AssessmentEvent> events = new ArrayList<>(corrections);
        StandingGrade grade = before.grade();
        int round = corrections.getFirst().round();
        if (grade != null && grade.round() == round) {
            AssessmentState after = before;
            for (AssessmentEvent event : events) {
                after = AssessmentState.evolve(after, event);
            }
            Scoresheet sheet = sheet(after.reviewOf(round).orElseThrow(), standard);
            events.add(new GradeRevised(
                    basis.assessmentId(),
                    round,
                    standard.standardId(),
                    sheet.categoryTotals(),
                    grade.total(),
                    grade.grade(),
                    sheet.total(),
                    sheet.grade(),
                    basis.appealId(),
                    basis.authority(),
                    basis.at()));
        }
        return events;
    }

    static Scoresheet sheet(Review review, Standard standard) {
        return Scoresheet.of(
                standard, review.items().stream().map(ReviewedItem::findings).toList());
    }
}
