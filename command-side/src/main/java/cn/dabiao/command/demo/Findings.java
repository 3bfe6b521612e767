package cn.dabiao.command.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.jspecify.annotations.Nullable;

import cn.dabiao.command.demo.County.Fault;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.scoring.Evidence;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.scoring.MeasuredValue;
import cn.dabiao.domain.scoring.Measurement;
import cn.dabiao.domain.scoring.NotApplicable;
import cn.dabiao.domain.standard.Checkpoint;
import cn.dabiao.domain.standard.Item;
import cn.dabiao.domain.standard.Measure;
import cn.dabiao.domain.standard.Quantity;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.value.FileName;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;

/** Words, measurements and photographs for a school's faults. */
record Findings(County county, Standard standard, SchoolKind kind, Random chance) {

    /** One part in so many of the rooms is a little too small and waived. */
    private static final int WAIVERS = 12;

    /** What a school finds at itself: no measurements, no photographs. */
    List<ItemFindings> ownOf(Points total) {
        return findings(total, null);
    }

    /** What inspectors find on site. */
    List<ItemFindings> reviewOf(Points total, Instant takenAt) {
        return findings(total, takenAt);
    }

    private List<ItemFindings> findings(Points total, @Nullable Instant onSite) {
        List<NotApplicable> absent = county.absences(kind).stream()
                .map(absence -> new NotApplicable(absence.checkpoint(), absence.reason()))
                .toList();
        List<Fault> possible = county.faults().stream()
                .filter(fault -> absent.stream().noneMatch(it -> it.checkpoint().equals(fault.checkpoint())))
                .toList();
        List<Faults.Found> found = Faults.of(standard, possible, total, chance);
        return standard.items().stream().map(item -> at(item, found, absent, onSite)).toList();
    }

    private ItemFindings at(
            Item item, List<Faults.Found> all, List<NotApplicable> absent, @Nullable Instant onSite) {
        List<Deduction> deductions = new ArrayList<>();
        List<Measurement> measurements = new ArrayList<>();
        for (Checkpoint checkpoint : item.checkpoints()) {
            Optional<Faults.Found> fault = all.stream()
                    .filter(it -> it.fault().checkpoint().equals(checkpoint.code()))
                    .findFirst();
            Measurement measured = checkpoint.measure() == null
                    ? null
                    : measurement(checkpoint, checkpoint.measure(), fault.isPresent());
            fault.ifPresent(it -> deductions.add(deduction(it, measured, onSite)));
            if (measured != null && onSite != null) {
                measurements.add(measured);
            }
        }
        List<NotApplicable> here = absent.stream()
                .filter(it -> item.checkpoint(it.checkpoint()).isPresent())
                .toList();
        return new ItemFindings(item.itemNo(), deductions, measurements, here);
    }

    private Deduction deduction(Faults.Found found, @Nullable Measurement measured, @Nullable Instant onSite) {
        List<String> reasons = found.fault().reasons();
        String reason = reasons.get(chance.nextInt(reasons.size()));
        String said = measured == null ? reason : reason.replace("{value}", shown(measured));
        List<Evidence> evidence = onSite != null && chance.nextBoolean()
                ? List.of(photograph(found, said, onSite))
                : List.of();
        return new Deduction(found.fault().checkpoint(), found.points(), new Reason(said), evidence);
    }

    private Evidence photograph(Faults.Found found, String said, Instant takenAt) {
        return new Evidence(
                Fingerprints.of(said + chance.nextLong()),
                new FileName("现场照片-" + found.fault().checkpoint() + ".jpg"),
                takenAt,
                county.words().place());
    }

    private Measurement measurement(Checkpoint checkpoint, Measure measure, boolean missed) {
        boolean waived = !missed && measure.quantity() == Quantity.AREA && chance.nextInt(WAIVERS) == 0;
        String value = waived ? "9.5" : value(measure.quantity(), missed);
        return new Measurement(
                checkpoint.code(),
                new MeasuredValue(new BigDecimal(value)),
                measure.by() == null ? null : new MeasuredValue(new BigDecimal(missed ? "240" : "576")),
                measure.unit(),
                waived ? county.words().waiver() : null);
    }

    private String value(Quantity quantity, boolean missed) {
        int value = switch (quantity) {
            case AREA -> missed ? between(6, 9) : between(10, 24);
            case LIVE_RESOLUTION -> 10 * (missed ? between(30, 37) : between(40, 60));
            case PLAYBACK_RESOLUTION -> 10 * (missed ? between(18, 23) : between(25, 48));
            case RESOLUTION -> missed ? 320 : 704;
            case RETENTION -> missed ? between(7, 25) : between(30, 45);
        };
        return Integer.toString(value);
    }

    private int between(int least, int most) {
        return least + chance.nextInt(most - least + 1);
    }

    private static String shown(Measurement measured) {
        return measured.by() == null
                ? measured.value().toString()
                : measured.value() + "*" + measured.by();
    }
}
