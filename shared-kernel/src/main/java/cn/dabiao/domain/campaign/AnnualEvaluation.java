package cn.dabiao.domain.campaign;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.value.Points;

/**
 * What a school's result counts in the annual safety evaluation (notice §5.1, RULES.md §4.13): its total times the
 * campaign's weight, exactly and unrounded, also of a total that gives no level. The notice names no figure; ours is that
 * a school determined NOT_ATTAINED contributes nothing, whatever its scores, for the determination stands above them.
 *
 * @param contribution null for a school that has no grade: it has nothing to contribute yet, which is not nothing
 * @param reason       why the contribution is not the total times the weight; null when it is
 */
public record AnnualEvaluation(@Nullable Contribution contribution, @Nullable Reason reason) {

    /** Why a school's scores do not count. */
    public enum Reason {
        /** It has no grade yet, nor a determination. */
        UNGRADED,
        /** It is determined NOT_ATTAINED (认定) and contributes 0. */
        DETERMINED_NOT_ATTAINED
    }

    /**
     * @param total      of the grade that was assigned; null for a school without one
     * @param determined whether the school is determined NOT_ATTAINED, graded or not
     */
    public static AnnualEvaluation of(@Nullable Points total, boolean determined, Weight weight) {
        if (determined) {
            return new AnnualEvaluation(Contribution.NONE, Reason.DETERMINED_NOT_ATTAINED);
        }
        return total == null
                ? new AnnualEvaluation(null, Reason.UNGRADED)
                : new AnnualEvaluation(Contribution.of(total, weight), null);
    }
}
