package cn.dabiao.api.statistics;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.Phase;
import cn.dabiao.domain.standard.CategoryCode;
import cn.dabiao.domain.standard.CheckpointCode;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Mean;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Title;

/**
 * What some schools come to. Scores are those of graded assessments alone, of the round that is graded and as corrected,
 * so that the means of all items add up to that of the totals, but for rounding. Means and percentages are computed
 * exactly and rounded once, to two decimals, halves up.
 *
 * @param grades     every grade, the best first, also one that nobody has
 * @param categories null when they are not asked for, as {@code items} and {@code checkpoints}
 */
public record CampaignFigures(
        ProgressFigures progress,
        List<GradeShare> grades,
        TotalFigures totals,
        @Nullable List<CategoryFigures> categories,
        @Nullable List<ItemFigures> items,
        @Nullable List<CheckpointFigures> checkpoints) {

    public CampaignFigures {
        grades = List.copyOf(grades);
        categories = categories == null ? null : List.copyOf(categories);
        items = items == null ? null : List.copyOf(items);
        checkpoints = checkpoints == null ? null : List.copyOf(checkpoints);
    }

    /**
     * How far they are.
     *
     * @param schools                  those of the register that have not ceased, and those that have an assessment
     * @param planned                  that have an assessment, which begins with the plan
     * @param latePlans                of those, whose plan came after its date
     * @param withoutPlan              the others
     * @param overduePlans             of the others, when the date of plans has passed
     * @param graded                   that have a grade that counts, by scores or by a determination
     * @param percentGraded            of {@code schools}; null without any
     * @param determined               that are determined NOT_ATTAINED
     * @param overdueOrders            the rectification orders whose report is overdue
     * @param schoolsWithOverdueOrders how many schools these are of
     */
    public record ProgressFigures(
            int schools,
            int planned,
            int latePlans,
            int withoutPlan,
            int overduePlans,
            List<PhaseCount> phases,
            int graded,
            @Nullable Mean percentGraded,
            int determined,
            int overdueOrders,
            int schoolsWithOverdueOrders) {

        public ProgressFigures {
            phases = List.copyOf(phases);
        }
    }

    /** How many assessments are in a phase. */
    public record PhaseCount(Phase phase, int schools) {}

    /** @param percent of all that have a grade; null when nobody has */
    public record GradeShare(Grade grade, int schools, @Nullable Mean percent) {}

    /**
     * The totals of graded assessments, also of those that are determined NOT_ATTAINED over their scores.
     *
     * @param schools how many these are; without any there are no other figures
     * @param median  the middle one, or the mean of the two in the middle
     */
    public record TotalFigures(
            int schools,
            @Nullable Mean mean,
            @Nullable Mean median,
            @Nullable Points least,
            @Nullable Points most) {}

    /**
     * @param points      what it is worth
     * @param lossPercent what was lost of it
     */
    public record CategoryFigures(
            CategoryCode category,
            Title name,
            Points points,
            int schools,
            @Nullable Mean meanScore,
            @Nullable Mean lossPercent) {}

    /**
     * @param losing       how many schools lost anything at it
     * @param meanDeducted what was taken off, also beyond what the item is worth
     */
    public record ItemFigures(
            ItemNo itemNo,
            CategoryCode category,
            Points points,
            int schools,
            @Nullable Mean meanScore,
            @Nullable Mean lossPercent,
            int losing,
            @Nullable Mean meanDeducted) {}

    /**
     * A demand at which points were taken off; those that fail most come first.
     *
     * @param schools        to which it applies
     * @param failing        at which points were taken off here
     * @param failingPercent of {@code schools}
     * @param deducted       all points taken off here, also beyond what the item is worth
     * @param meanDeducted   that by {@code schools}
     */
    public record CheckpointFigures(
            CheckpointCode checkpoint,
            ItemNo itemNo,
            int schools,
            int failing,
            @Nullable Mean failingPercent,
            BigDecimal deducted,
            @Nullable Mean meanDeducted) {}
}
