package cn.dabiao.domain.measure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.value.Reason;

/**
 * What a measure needs (RULES.md §4.11): no strict ladder, but one that is heavier than any before asks for a reason, and
 * one that was withdrawn is no precedent; an interview is summoned, and nothing else is.
 */
public final class MeasurePolicy {

    private MeasurePolicy() {}

    public static void require(
            MeasureKind kind, @Nullable Reason reason, @Nullable Summons summons, List<IssuedMeasure> before) {
        if ((kind == MeasureKind.INTERVIEW) != (summons != null)) {
            throw new Refusal.SummonsMisplaced(kind).asException();
        }
        Optional<MeasureKind> heaviest = before.stream()
                .filter(IssuedMeasure::stands)
                .map(IssuedMeasure::kind)
                .max(Comparator.naturalOrder());
        if (reason == null && heaviest.filter(it -> !kind.isHeavierThan(it)).isEmpty()) {
            throw new Refusal.MeasureNeedsReason(kind, heaviest.orElse(null)).asException();
        }
    }
}
