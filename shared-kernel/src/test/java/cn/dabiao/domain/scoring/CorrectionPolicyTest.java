package cn.dabiao.domain.scoring;

import static cn.dabiao.examples.Findings.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import cn.dabiao.domain.standard.MeasureUnit;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.examples.Findings;
import cn.dabiao.examples.Guannan;

/** Item 1 asks for a room of 10 ㎡ at checkpoint 1.2. */
class CorrectionPolicyTest {

    private static final Reason WHY = new Reason("复核实测无误，酌情不扣分");

    @Test
    void what_is_deducted_is_replaced_and_what_does_not_apply_stays() {
        ItemFindings before = at(2).off("2.1", "2").notApplicable("2.5").done();
        List<Deduction> less = at(2).off("2.1", "1").done().deductions();

        ItemFindings after = CorrectionPolicy.corrected(Guannan.STANDARD, before, less, WHY);

        assertThat(after).isEqualTo(at(2).off("2.1", "1").notApplicable("2.5").done());
    }

    @Test
    void a_missed_threshold_that_loses_its_deduction_is_waived_for_the_corrections_reason() {
        ItemFindings before = at(1).off("1.2", "2").measured("1.2", "8", MeasureUnit.m2).done();

        ItemFindings after = CorrectionPolicy.corrected(Guannan.STANDARD, before, List.of(), WHY);

        assertThat(after).isEqualTo(at(1).measured("1.2", "8", null, MeasureUnit.m2, WHY.value()).done());
        assertThat(FindingsPolicy.score(Guannan.STANDARD, after).score()).isEqualTo(new Points("10"));
    }

    @Test
    void a_missed_threshold_that_keeps_a_deduction_is_not_waived() {
        ItemFindings before = at(1).off("1.2", "2").measured("1.2", "8", MeasureUnit.m2).done();
        List<Deduction> less = at(1).off("1.2", "1").done().deductions();

        assertThat(CorrectionPolicy.corrected(Guannan.STANDARD, before, less, WHY))
                .isEqualTo(at(1).off("1.2", "1").measured("1.2", "8", MeasureUnit.m2).done());
    }

    @Test
    void a_waiver_falls_when_its_checkpoint_is_deducted_after_all_and_else_keeps_its_own_reason() {
        ItemFindings before = at(1).measured("1.2", "8", null, MeasureUnit.m2, "暂缓").done();
        List<Deduction> now = at(1).off("1.2", "2").done().deductions();
        List<Deduction> elsewhere = at(1).off("1.1", "2").done().deductions();

        assertThat(CorrectionPolicy.corrected(Guannan.STANDARD, before, now, WHY))
                .isEqualTo(at(1).off("1.2", "2").measured("1.2", "8", MeasureUnit.m2).done());
        assertThat(CorrectionPolicy.corrected(Guannan.STANDARD, before, elsewhere, WHY))
                .isEqualTo(at(1).off("1.1", "2").measured("1.2", "8", null, MeasureUnit.m2, "暂缓").done());
    }

    @Test
    void a_threshold_that_is_met_needs_no_waiver() {
        ItemFindings before = at(1).off("1.1", "2").measured("1.2", "10", MeasureUnit.m2).done();

        assertThat(CorrectionPolicy.corrected(Guannan.STANDARD, before, List.of(), WHY))
                .isEqualTo(at(1).measured("1.2", "10", MeasureUnit.m2).done());
    }

    /** Whatever the inspectors could record, a correction of it can be scored. */
    @Property(tries = 300)
    void a_correction_is_always_sound(
            @ForAll @IntRange(min = 1, max = 20) int area,
            @ForAll boolean deductedBefore,
            @ForAll boolean deductedAfter) {
        Findings measured = deductedBefore ? at(1).off("1.2", "2") : at(1);
        String waiver = !deductedBefore && area < 10 ? "暂缓" : null;
        ItemFindings before = measured.measured("1.2", "" + area, null, MeasureUnit.m2, waiver).done();
        List<Deduction> next = deductedAfter ? at(1).off("1.2", "3").done().deductions() : List.of();

        ItemFindings after = CorrectionPolicy.corrected(Guannan.STANDARD, before, next, WHY);

        assertThat(FindingsPolicy.score(Guannan.STANDARD, after).score())
                .isEqualTo(new Points(deductedAfter ? "7" : "10"));
    }
}
