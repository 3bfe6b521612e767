package cn.dabiao.domain.scoring;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Contradiction;
import cn.dabiao.domain.standard.Checkpoint;
import cn.dabiao.domain.standard.CheckpointCode;
import cn.dabiao.domain.standard.Item;
import cn.dabiao.domain.standard.Measure;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.value.Points;

/**
 * What findings at an item must be before they count (RULES.md §3): about an item and checkpoints of the standard;
 * each single deduction a positive multiple of the step and no more than the item is worth; a measurement at a
 * measurable checkpoint, in its unit, once; a missed threshold carried by either a deduction or a written waiver, and a
 * waiver for nothing else; nothing deducted or measured where the checkpoint does not apply.
 */
public final class FindingsPolicy {

    private FindingsPolicy() {}

    /** The score of these findings under this standard. */
    public static ItemScore score(Standard standard, ItemFindings findings) {
        Item item = standard.item(findings.itemNo())
                .orElseThrow(() -> new Refusal.UnknownItem(findings.itemNo(), standard.itemNos().size()).asException());
        Stream.of(
                        checkpoints(item, findings),
                        deductions(standard, item, findings),
                        sum(item, findings),
                        measurements(item, findings))
                .flatMap(refusals -> refusals)
                .findFirst()
                .ifPresent(Refusal::raise);
        return ItemScore.of(item, findings);
    }

    private static Stream<Refusal> checkpoints(Item item, ItemFindings findings) {
        Stream<CheckpointCode> named = Stream.of(
                        findings.deductions().stream().map(Deduction::checkpoint),
                        findings.measurements().stream().map(Measurement::checkpoint),
                        findings.notApplicable().stream().map(NotApplicable::checkpoint))
                .flatMap(codes -> codes);
        return named.filter(code -> item.checkpoint(code).isEmpty())
                .map(code -> new Refusal.UnknownCheckpoint(item.itemNo(), code, item.codes()));
    }

    private static Stream<Refusal> deductions(Standard standard, Item item, ItemFindings findings) {
        return findings.deductions().stream()
                .map(deduction -> deduction(standard, item, findings, deduction))
                .flatMap(Optional::stream);
    }

    private static Optional<Refusal> deduction(
            Standard standard, Item item, ItemFindings findings, Deduction deduction) {
        Points step = standard.deductionStep();
        Points points = deduction.points();
        if (!points.isMultipleOf(step)) {
            return Optional.of(new Refusal.DeductionOffStep(item.itemNo(), deduction.checkpoint(), points, step));
        }
        if (!points.atLeast(step) || !item.points().atLeast(points)) {
            return Optional.of(new Refusal.DeductionOutOfBounds(
                    item.itemNo(), deduction.checkpoint(), points, step, item.points()));
        }
        if (findings.notApplicable().stream().anyMatch(it -> it.checkpoint().equals(deduction.checkpoint()))) {
            return Optional.of(new Refusal.DeductedButNotApplicable(item.itemNo(), deduction.checkpoint()));
        }
        return Optional.empty();
    }

    private static Stream<Refusal> sum(Item item, ItemFindings findings) {
        BigDecimal sum = findings.deductions().stream()
                .map(deduction -> deduction.points().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.compareTo(Points.LARGEST.value()) > 0
                ? Stream.of(new Refusal.TooMuchDeducted(item.itemNo(), sum, Points.LARGEST))
                : Stream.empty();
    }

    private static Stream<Refusal> measurements(Item item, ItemFindings findings) {
        return findings.measurements().stream()
                .map(measurement -> measurement(
                        item.checkpoint(measurement.checkpoint()).orElseThrow(), measurement, findings))
                .flatMap(Optional::stream);
    }

    private static Optional<Refusal> measurement(
            Checkpoint checkpoint, Measurement measurement, ItemFindings findings) {
        Measure measure = checkpoint.measure();
        if (measure == null
                || measure.unit() != measurement.unit()
                || (measure.by() == null) != (measurement.by() == null)) {
            return Optional.of(new Refusal.NotMeasurableSo(checkpoint.code(), measurement.unit(), measure));
        }
        boolean met = measure.isMetBy(measurement.value(), measurement.by());
        boolean waived = measurement.waiver() != null;
        boolean deducted = findings.deductions().stream().anyMatch(it -> it.checkpoint().equals(checkpoint.code()));
        Optional<Refusal> contradicted = contradiction(checkpoint.code(), waived && met, waived && deducted, findings)
                .map(it -> new Refusal.MeasurementContradicted(checkpoint.code(), it));
        if (contradicted.isEmpty() && !met && !waived && !deducted) {
            return Optional.of(new Refusal.ThresholdMissed(
                    checkpoint.code(), measurement.value(), measurement.by(), measure));
        }
        return contradicted;
    }

    /** What the school would read in its history and could not believe. */
    private static Optional<Contradiction> contradiction(
            CheckpointCode code, boolean waivedButMet, boolean waivedButDeducted, ItemFindings findings) {
        if (waivedButMet) {
            return Optional.of(Contradiction.WAIVED_BUT_MET);
        }
        if (waivedButDeducted) {
            return Optional.of(Contradiction.WAIVED_BUT_DEDUCTED);
        }
        if (findings.notApplicable().stream().anyMatch(it -> it.checkpoint().equals(code))) {
            return Optional.of(Contradiction.MEASURED_BUT_NOT_APPLICABLE);
        }
        long measured = findings.measurements().stream().filter(it -> it.checkpoint().equals(code)).count();
        return measured > 1 ? Optional.of(Contradiction.MEASURED_TWICE) : Optional.empty();
    }
}
