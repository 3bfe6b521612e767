package cn.dabiao.domain.explanation;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.scoring.Deduction;

/**
 * One deduction that was ever made at an item.
 *
 * @param broughtBy the event that made it; a correction that lets it stand does not make it anew
 * @param endedBy   the event since which it counts no more; null while it stands
 * @param counted   whether it takes points off: it stands, and the standard that is applied knows it
 */
public record DeductionLine(Deduction deduction, ItemChange broughtBy, @Nullable ItemChange endedBy, boolean counted) {

    /** Those that stand, in their order, and then those that were ended, the earlier ended the earlier. */
    static List<DeductionLine> in(List<ItemChange> changes) {
        List<DeductionLine> standing = List.of();
        List<DeductionLine> ended = new ArrayList<>();
        for (ItemChange change : changes) {
            List<Deduction> made = new ArrayList<>(change.findings().deductions());
            List<DeductionLine> left = new ArrayList<>();
            for (DeductionLine line : standing) {
                // An inspector who finds the same again has found it anew.
                if (change.basis() != Basis.SCORING && made.remove(line.deduction)) {
                    left.add(line);
                } else {
                    ended.add(new DeductionLine(line.deduction, line.broughtBy, change, false));
                }
            }
            made.forEach(deduction -> left.add(new DeductionLine(deduction, change, null, true)));
            standing = left;
        }
        List<DeductionLine> all = new ArrayList<>(standing);
        all.addAll(ended);
        return List.copyOf(all);
    }

    DeductionLine notCounted() {
        return new DeductionLine(deduction, broughtBy, endedBy, false);
    }
}
