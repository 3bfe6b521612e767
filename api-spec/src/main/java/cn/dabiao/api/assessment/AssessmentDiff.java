package cn.dabiao.api.assessment;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.Phase;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Points;

/**
 * What differs between an assessment at two moments.
 *
 * @param changes   what differs but for the items' scores, in the order of {@link Aspect}
 * @param items     the items whose score or deductions differ
 * @param positions where the events stand that lie between the moments, the earlier one's excluded
 * @param position  the later moment's
 */
public record AssessmentDiff(
        AssessmentId assessmentId,
        DiffSide from,
        DiffSide to,
        List<DiffChange> changes,
        List<DiffItem> items,
        List<Long> positions,
        long position) {

    public AssessmentDiff {
        changes = List.copyOf(changes);
        items = List.copyOf(items);
        positions = List.copyOf(positions);
    }

    /** What a difference is about; {@code ref} says which, where there are several. */
    public enum Aspect {
        STATE,
        GRADE,
        TOTAL,
        DETERMINATION,
        PLAN,
        PLAN_DOCUMENT,
        SELF_ASSESSMENT,
        APPLICATION,
        /** A fact of the school as it is declared; {@code ref} names it. */
        SCHOOL,
        DRAW,
        ROUND,
        RECTIFICATION,
        RECTIFICATION_DUE,
        RECTIFICATION_OVERDUE,
        APPEAL,
        MEASURE,
        /** {@code ref} is the measure and the commitment's number, {@code m1/2}. */
        COMMITMENT
    }

    /** How far rounds, appeals, measures and commitments are, beside the outcomes of appeals. */
    public enum Standing {
        OPEN,
        COMPLETE,
        ISSUED,
        HELD,
        FULFILLED,
        WITHDRAWN
    }

    /**
     * One of the moments.
     *
     * @param position the last event that counts
     * @param version  0 before the first event, when there is nothing else either
     */
    public record DiffSide(
            long position, long version, @Nullable Phase state, @Nullable Grade grade, @Nullable Points total) {}

    /**
     * A difference.
     *
     * @param before null when there was nothing of it
     * @param after  null when there is nothing of it any more
     * @param text   in the reader's language
     */
    public record DiffChange(
            Aspect what, @Nullable String ref, @Nullable String before, @Nullable String after, String text) {}

    /**
     * An item in the latest round, as far as that was scored.
     *
     * @param added   deductions that are there at the later moment only
     * @param removed deductions that are there at the earlier moment only
     */
    public record DiffItem(
            ItemNo itemNo,
            @Nullable Points before,
            @Nullable Points after,
            List<DeductionView> added,
            List<DeductionView> removed,
            String text) {

        public DiffItem {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }
    }
}
