package cn.dabiao.command.assessment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.scoring.ItemFindings;

/**
 * What was found at an item, as RULES.md §2 and §3 read it: whole half points, words, tables of its own. It knows none of
 * the product's rules, so that both would have to be wrong in the same way.
 *
 * @param off points off by checkpoint and half points, in the order given
 */
record OracleFindings(int item, List<Off> off, List<Measured> measured, Set<String> notApplicable) {

    record Off(String checkpoint, int halves) {}

    record Measured(String checkpoint, double value, @Nullable Double by, String unit, boolean waived) {}

    private record Threshold(String unit, double atLeast, @Nullable Double by) {}

    /** The points of the fifteen items, in half points, and how many checkpoints each has. */
    private static final int[] POINTS = {20, 20, 10, 10, 10, 10, 10, 30, 10, 10, 10, 10, 20, 10, 10};
    private static final int[] CHECKPOINTS = {7, 12, 3, 2, 5, 8, 5, 6, 4, 3, 2, 3, 8, 4, 5};
    private static final Map<String, Threshold> THRESHOLDS = Map.of(
            "1.2", new Threshold("m2", 10, null),
            "3.1", new Threshold("TVL", 380, null),
            "3.2", new Threshold("TVL", 240, null),
            "3.3", new Threshold("px", 352, 288.0),
            "4.2", new Threshold("days", 30, null));

    static final int ITEMS = 15;

    static OracleFindings of(ItemFindings given) {
        return new OracleFindings(
                given.itemNo().value(),
                off(given.deductions()),
                given.measurements().stream()
                        .map(it -> new Measured(
                                it.checkpoint().value(),
                                it.value().value().doubleValue(),
                                it.by() == null ? null : it.by().value().doubleValue(),
                                it.unit().name(),
                                it.waiver() != null))
                        .toList(),
                given.notApplicable().stream().map(it -> it.checkpoint().value()).collect(Collectors.toSet()));
    }

    /** As a correction leaves it: what was measured stays; a miss that costs nothing any more counts as waived. */
    OracleFindings corrected(List<Deduction> deductions) {
        List<Off> now = off(deductions);
        List<Measured> still = measured.stream()
                .map(it -> new Measured(it.checkpoint, it.value, it.by, it.unit, !costs(now, it) && missed(it)))
                .toList();
        return new OracleFindings(item, now, still, notApplicable);
    }

    static int points(int item) {
        return POINTS[item - 1];
    }

    static int checkpoints(int item) {
        return CHECKPOINTS[item - 1];
    }

    /** In half points, never below zero: what is off beyond the item's points takes nothing from others. */
    int score() {
        return Math.max(0, points(item) - off.stream().mapToInt(Off::halves).sum());
    }

    /** The kind of refusal that these findings deserve; empty for none. */
    String fault() {
        if (item > ITEMS) {
            return "UnknownItem";
        }
        if (off.stream().anyMatch(it -> unknown(it.checkpoint))
                || measured.stream().anyMatch(it -> unknown(it.checkpoint))
                || notApplicable.stream().anyMatch(this::unknown)) {
            return "UnknownCheckpoint";
        }
        for (Off each : off) {
            if (each.halves < 1 || each.halves > points(item)) {
                return "DeductionOutOfBounds";
            }
            if (notApplicable.contains(each.checkpoint)) {
                return "DeductedButNotApplicable";
            }
        }
        if (off.stream().mapToInt(Off::halves).sum() > 2 * 1000) {
            return "TooMuchDeducted";
        }
        return measured.stream().map(this::fault).filter(it -> !it.isEmpty()).findFirst().orElse("");
    }

    private String fault(Measured it) {
        Threshold threshold = THRESHOLDS.get(it.checkpoint);
        if (threshold == null || !threshold.unit.equals(it.unit) || (threshold.by == null) != (it.by == null)) {
            return "NotMeasurableSo";
        }
        boolean twice = measured.stream().filter(other -> other.checkpoint.equals(it.checkpoint)).count() > 1;
        boolean needlessWaiver = it.waived && (!missed(it) || costs(off, it));
        if (needlessWaiver || twice || notApplicable.contains(it.checkpoint)) {
            return "MeasurementContradicted";
        }
        return missed(it) && !it.waived && !costs(off, it) ? "ThresholdMissed" : "";
    }

    private static boolean missed(Measured it) {
        Threshold threshold = THRESHOLDS.get(it.checkpoint);
        return threshold != null
                && (it.value < threshold.atLeast
                        || (threshold.by != null && it.by != null && it.by < threshold.by));
    }

    private static boolean costs(List<Off> off, Measured it) {
        return off.stream().anyMatch(each -> each.checkpoint.equals(it.checkpoint));
    }

    private boolean unknown(String checkpoint) {
        String[] parts = checkpoint.split("\\.", 2);
        return Integer.parseInt(parts[0]) != item || Integer.parseInt(parts[1]) > checkpoints(item);
    }

    private static List<Off> off(List<Deduction> deductions) {
        return deductions.stream()
                .map(it -> new Off(it.checkpoint().value(), it.points().value().movePointRight(1).intValueExact() / 5))
                .toList();
    }
}
