package cn.dabiao.examples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.scoring.MeasuredValue;
import cn.dabiao.domain.scoring.Measurement;
import cn.dabiao.domain.scoring.NotApplicable;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.standard.MeasureUnit;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;

/** What was found at one item, built a word at a time: {@code at(4).off("4.2", "0.5")}. */
public record Findings(
        ItemNo itemNo, List<Deduction> deductions, List<Measurement> measured, List<NotApplicable> absent) {

    public static Findings at(int itemNo) {
        return new Findings(new ItemNo(itemNo), List.of(), List.of(), List.of());
    }

    /** Every item in order and nothing wrong anywhere, except where these say so. */
    public static List<ItemFindings> allFine(Findings... except) {
        List<ItemFindings> sheet = new ArrayList<>();
        for (int number = 1; number <= 15; number++) {
            sheet.add(at(number).done());
        }
        for (Findings found : except) {
            sheet.set(found.itemNo.value() - 1, found.done());
        }
        return sheet;
    }

    public Findings off(String checkpoint, String points) {
        Deduction deduction =
                new Deduction(Guannan.checkpoint(checkpoint), new Points(points), new Reason("现场不符"), List.of());
        return new Findings(itemNo, and(deductions, deduction), measured, absent);
    }

    public Findings measured(String checkpoint, String value, MeasureUnit unit) {
        return measured(checkpoint, value, null, unit, null);
    }

    public Findings measured(
            String checkpoint, String value, @Nullable String by, MeasureUnit unit, @Nullable String waiver) {
        Measurement measurement = new Measurement(
                Guannan.checkpoint(checkpoint),
                new MeasuredValue(new BigDecimal(value)),
                by == null ? null : new MeasuredValue(new BigDecimal(by)),
                unit,
                waiver == null ? null : new Reason(waiver));
        return new Findings(itemNo, deductions, and(measured, measurement), absent);
    }

    public Findings notApplicable(String checkpoint) {
        NotApplicable mark = new NotApplicable(Guannan.checkpoint(checkpoint), new Reason("本校不寄宿"));
        return new Findings(itemNo, deductions, measured, and(absent, mark));
    }

    public ItemFindings done() {
        return new ItemFindings(itemNo, deductions, measured, absent);
    }

    private static <T> List<T> and(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return List.copyOf(longer);
    }
}
