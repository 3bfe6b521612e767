package cn.dabiao.domain.scoring;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.standard.Item;
import cn.dabiao.domain.standard.Measure;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.value.Reason;

/**
 * What is found at an item when its deductions are corrected (RULES.md §4.10). What was measured and what does not apply
 * stay as they were. A missed threshold that no deduction carries any more is waived for the correction's reason, which
 * is the written waiver that §3 asks for; and a waiver beside a new deduction at the same checkpoint falls.
 */
public final class CorrectionPolicy {

    private CorrectionPolicy() {}

    public static ItemFindings corrected(
            Standard standard, ItemFindings before, List<Deduction> deductions, Reason reason) {
        Item item = standard.item(before.itemNo()).orElseThrow();
        List<Measurement> measurements = before.measurements().stream()
                .map(measured -> measured(item, measured, deductions, reason))
                .toList();
        return new ItemFindings(before.itemNo(), deductions, measurements, before.notApplicable());
    }

    private static Measurement measured(
            Item item, Measurement measured, List<Deduction> deductions, Reason reason) {
        boolean deducted =
                deductions.stream().anyMatch(deduction -> deduction.checkpoint().equals(measured.checkpoint()));
        if (deducted) {
            return waived(measured, null);
        }
        boolean waives = measured.waiver() == null && !isMet(item, measured);
        return waives ? waived(measured, reason) : measured;
    }

    private static boolean isMet(Item item, Measurement measured) {
        Measure measure = item.checkpoint(measured.checkpoint()).orElseThrow().measure();
        return measure == null || measure.isMetBy(measured.value(), measured.by());
    }

    private static Measurement waived(Measurement measured, @Nullable Reason waiver) {
        return new Measurement(measured.checkpoint(), measured.value(), measured.by(), measured.unit(), waiver);
    }
}
