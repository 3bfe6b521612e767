package cn.dabiao.command.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.scoring.MeasuredValue;
import cn.dabiao.domain.scoring.Measurement;
import cn.dabiao.domain.scoring.NotApplicable;
import cn.dabiao.domain.standard.CheckpointCode;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.standard.MeasureUnit;
import cn.dabiao.domain.value.Points;

/** What a school or an inspector may have written down, right or wrong. */
final class RandomFindings {

    /** How many out of a hundred items lose points: with these, all grades are about as frequent. */
    private static final List<Integer> BADNESS = List.of(0, 8, 15, 25, 35, 60);

    private RandomFindings() {}

    static int badness(Dice dice) {
        return dice.of(BADNESS);
    }

    /** @param faulty how many out of a hundred are wrong */
    static ItemFindings at(int item, int badness, int faulty, Dice dice) {
        if (dice.in(faulty)) {
            return wrong(item, dice);
        }
        List<Deduction> deductions = dice.in(badness) ? deductions(item, dice) : List.of();
        if (dice.in(30) && measurable(item) != null) {
            return measured(item, deductions, dice);
        }
        int last = OracleFindings.checkpoints(item);
        boolean free = deductions.stream().noneMatch(it -> it.checkpoint().equals(code(item, last)));
        return free && dice.in(10) ? found(item, deductions, List.of(), notApplicable(item, last)) : found(item, deductions);
    }

    static List<Deduction> deductions(int item, Dice dice) {
        int points = OracleFindings.points(item);
        return IntStream.rangeClosed(0, dice.below(3))
                .mapToObj(_ -> off(code(item, 1 + dice.below(OracleFindings.checkpoints(item))), 1 + dice.below(points)))
                .toList();
    }

    /** All items, or nearly. */
    static List<ItemFindings> sheet(Dice dice) {
        int badness = badness(dice);
        int fault = dice.below(30);
        List<ItemFindings> sheet = new ArrayList<>();
        for (int item = 1; item <= OracleFindings.ITEMS; item++) {
            sheet.add(at(item, badness, fault == 29 && item == 9 ? 100 : 0, dice));
        }
        if (fault == 28) {
            sheet.removeLast();
        } else if (fault == 27) {
            sheet.add(sheet.getFirst());
        }
        if (dice.in(20)) {
            Collections.reverse(sheet);
        }
        return sheet;
    }

    /** Checkpoint, unit, threshold, second dimension; each belongs to the item before the dot. */
    private record Threshold(String checkpoint, MeasureUnit unit, int atLeast, @Nullable Integer by) {}

    private static final Threshold[] THRESHOLD = {
        new Threshold("1.2", MeasureUnit.m2, 10, null),
        new Threshold("3.3", MeasureUnit.px, 352, 288),
        new Threshold("4.2", MeasureUnit.days, 30, null)
    };

    private static @Nullable Threshold measurable(int item) {
        for (Threshold each : THRESHOLD) {
            if (each.checkpoint.startsWith(item + ".")) {
                return each;
            }
        }
        return null;
    }

    private static ItemFindings measured(int item, List<Deduction> deductions, Dice dice) {
        Threshold threshold = measurable(item);
        if (threshold == null) {
            return found(item, deductions);
        }
        boolean costs = deductions.stream().anyMatch(it -> it.checkpoint().value().equals(threshold.checkpoint));
        return switch (dice.below(4)) {
            // Just enough.
            case 0 -> found(item, deductions, List.of(measurement(threshold, "0", false)), List.of());
            case 1 -> found(item, deductions, List.of(measurement(threshold, "-0.001", !costs)), List.of());
            case 2 -> {
                List<Deduction> more = new ArrayList<>(deductions);
                more.add(off(new CheckpointCode(threshold.checkpoint), 1 + dice.below(4)));
                yield found(item, more, List.of(measurement(threshold, "-2", false)), List.of());
            }
            default -> found(item, deductions, List.of(measurement(threshold, "1.5", false)), List.of());
        };
    }

    private static Measurement measurement(Threshold threshold, String aside, boolean waived) {
        BigDecimal value = BigDecimal.valueOf(threshold.atLeast);
        BigDecimal off = new BigDecimal(aside);
        // A resolution that misses does so in its second dimension alone.
        BigDecimal first = threshold.by == null ? value.add(off) : value;
        return new Measurement(
                new CheckpointCode(threshold.checkpoint),
                new MeasuredValue(first),
                threshold.by == null ? null : new MeasuredValue(BigDecimal.valueOf(threshold.by).add(off)),
                threshold.unit,
                waived ? Guannan.REASON : null);
    }

    /** Each wrong in one way. */
    private static ItemFindings wrong(int item, Dice dice) {
        Threshold area = THRESHOLD[0];
        return switch (dice.below(12)) {
            case 0 -> found(16, List.of());
            case 1 -> found(item, List.of(off(code(item, 13), 1)));
            case 2 -> found(item, List.of(off(code(item % 15 + 1, 1), 1)));
            case 3 -> found(item, List.of(off(code(item, 1), OracleFindings.points(item) + 1)));
            case 4 -> found(item, List.of(off(code(item, 1), 0)));
            case 5 -> found(item, Collections.nCopies(401, off(code(item, 1), 5)));
            case 6 -> found(item, List.of(off(code(item, 1), 1)), List.of(), notApplicable(item, 1));
            case 7 -> found(1, List.of(), List.of(measurement(area, "-0.5", false)), List.of());
            case 8 -> found(1, List.of(), List.of(measurement(area, "0", true)), List.of());
            case 9 -> found(1, List.of(), Collections.nCopies(2, measurement(area, "5", false)), List.of());
            case 10 -> found(1, List.of(), List.of(measurement(area, "5", false)), notApplicable(1, 2));
            default -> found(1, List.of(), List.of(new Measurement(
                            code(1, dice.of(List.of(1, 2))), new MeasuredValue(BigDecimal.TEN), null, MeasureUnit.days, null)),
                    List.of());
        };
    }

    static Deduction off(CheckpointCode checkpoint, int halves) {
        return new Deduction(checkpoint, new Points(OracleBook.written(halves)), Found.WHY, List.of());
    }

    static CheckpointCode code(int item, int no) {
        return new CheckpointCode(item + "." + no);
    }

    private static List<NotApplicable> notApplicable(int item, int no) {
        return List.of(new NotApplicable(code(item, no), Guannan.REASON));
    }

    private static ItemFindings found(int item, List<Deduction> deductions) {
        return found(item, deductions, List.of(), List.of());
    }

    private static ItemFindings found(
            int item, List<Deduction> deductions, List<Measurement> measurements, List<NotApplicable> notApplicable) {
        return new ItemFindings(new ItemNo(item), deductions, measurements, notApplicable);
    }
}
