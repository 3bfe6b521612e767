package cn.dabiao.domain.campaign;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.measure.IssuedMeasure;
import cn.dabiao.domain.measure.MeasureKind;
import cn.dabiao.domain.standard.Grade;

/**
 * Which schools may be considered for the safety awards (评先资格, notice §5.1, RULES.md §4.12): those that attained a level
 * and are not criticised. The answer always lists what stands against a school; that a standing circular criticism does is
 * our decision.
 */
public final class EligibilityPolicy {

    private EligibilityPolicy() {}

    /**
     * Everything that stands against a school, in the order of {@link Ineligibility}; nothing when it is eligible.
     *
     * @param standing the grade that counts, a determination included; null for a school without one
     * @param measures all that were issued to it, those withdrawn too
     */
    public static List<Ineligibility> against(@Nullable Grade standing, List<IssuedMeasure> measures) {
        List<Ineligibility> reasons = new ArrayList<>();
        if (standing == null) {
            reasons.add(Ineligibility.UNGRADED);
        } else if (standing == Grade.NOT_ATTAINED) {
            reasons.add(Ineligibility.NOT_ATTAINED);
        }
        if (measures.stream().anyMatch(EligibilityPolicy::criticises)) {
            reasons.add(Ineligibility.CIRCULAR_CRITICISM);
        }
        return List.copyOf(reasons);
    }

    private static boolean criticises(IssuedMeasure measure) {
        return measure.kind() == MeasureKind.CIRCULAR_CRITICISM && measure.stands();
    }
}
