package cn.dabiao.command.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.scoring.MeasuredValue;
import cn.dabiao.domain.scoring.Measurement;
import cn.dabiao.domain.scoring.NotApplicable;
import cn.dabiao.domain.standard.CheckpointCode;
import cn.dabiao.domain.standard.Item;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.standard.MeasureUnit;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;

/** Findings in few words. */
final class Found {

    static final Reason WHY = new Reason("现场查看不符合要求。");

    private Found() {}

    static ItemFindings nothingAt(int itemNo) {
        return at(itemNo);
    }

    static ItemFindings at(int itemNo, Deduction... deductions) {
        return new ItemFindings(new ItemNo(itemNo), List.of(deductions), List.of(), List.of());
    }

    static ItemFindings measuredAt(int itemNo, Measurement measurement, Deduction... deductions) {
        return new ItemFindings(new ItemNo(itemNo), List.of(deductions), List.of(measurement), List.of());
    }

    static ItemFindings notApplicableAt(int itemNo, String checkpoint, Deduction... deductions) {
        NotApplicable missing = new NotApplicable(new CheckpointCode(checkpoint), new Reason("无学生宿舍。"));
        return new ItemFindings(new ItemNo(itemNo), List.of(deductions), List.of(), List.of(missing));
    }

    static Deduction off(String checkpoint, double points) {
        return new Deduction(new CheckpointCode(checkpoint), Points.of(points), WHY, List.of());
    }

    static Measurement measured(String checkpoint, int value, MeasureUnit unit) {
        return measured(checkpoint, value, null, unit, null);
    }

    static Measurement measured(
            String checkpoint, int value, @Nullable Integer by, MeasureUnit unit, @Nullable Reason waiver) {
        return new Measurement(
                new CheckpointCode(checkpoint),
                new MeasuredValue(BigDecimal.valueOf(value)),
                by == null ? null : new MeasuredValue(BigDecimal.valueOf(by)),
                unit,
                waiver);
    }

    /** Findings at every item whose scores add up to {@code total}: the first items lose all they have, one a part. */
    static List<ItemFindings> totalling(double total) {
        List<ItemFindings> findings = new ArrayList<>();
        double rest = Guannan.STANDARD.total().value().doubleValue() - total;
        for (Item item : Guannan.STANDARD.items()) {
            double here = Math.min(rest, item.points().value().doubleValue());
            int itemNo = item.itemNo().value();
            findings.add(here == 0 ? nothingAt(itemNo) : at(itemNo, off(itemNo + ".1", here)));
            rest -= here;
        }
        return List.copyOf(findings);
    }
}
