package cn.dabiao.domain.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import cn.dabiao.domain.assessment.AssessmentEvent.MeasureIssued;
import cn.dabiao.domain.assessment.AssessmentEvent.MeasureWithdrawn;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.RefusedException;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Title;
import cn.dabiao.examples.Guannan;

class MeasurePolicyTest {

    private static final Reason WHY = new Reason("整改不积极");
    private static final Summons SUMMONS = new Summons(
            Guannan.at("2018-05-22T09:00"), new Title("县教育局会议室"), List.of(new PersonName("王志强")));

    /** A reason is needed exactly when nothing as heavy stands already. */
    @Test
    void what_is_heavier_than_all_that_stands_needs_a_reason() {
        for (MeasureKind before : MeasureKind.values()) {
            for (MeasureKind kind : MeasureKind.values()) {
                List<IssuedMeasure> standing = List.of(issued(before));
                assertThatCode(() -> require(kind, WHY, standing)).doesNotThrowAnyException();
                if (kind.isHeavierThan(before)) {
                    refuses(() -> require(kind, null, standing), new Refusal.MeasureNeedsReason(kind, before));
                } else {
                    assertThatCode(() -> require(kind, null, standing)).doesNotThrowAnyException();
                }
            }
        }
    }

    @Test
    void the_heaviest_counts_and_not_the_last() {
        List<IssuedMeasure> standing =
                List.of(issued(MeasureKind.CIRCULAR_CRITICISM), issued(MeasureKind.NOTICE_LETTER));

        assertThatCode(() -> require(MeasureKind.INTERVIEW, null, standing)).doesNotThrowAnyException();
    }

    @Test
    void the_first_measure_and_the_first_after_all_were_withdrawn_need_a_reason() {
        IssuedMeasure withdrawn = issued(MeasureKind.CIRCULAR_CRITICISM)
                .withdrawn(new MeasureWithdrawn(
                        Guannan.ASSESSMENT, new MeasureId("m1"), WHY, Guannan.at("2018-05-22T09:00")));
        Refusal refusal = new Refusal.MeasureNeedsReason(MeasureKind.NOTICE_LETTER, null);

        refuses(() -> require(MeasureKind.NOTICE_LETTER, null, List.of()), refusal);
        refuses(() -> require(MeasureKind.NOTICE_LETTER, null, List.of(withdrawn)), refusal);
    }

    @Test
    void an_interview_is_summoned_and_nothing_else_is() {
        for (MeasureKind kind : MeasureKind.values()) {
            Summons wrong = kind == MeasureKind.INTERVIEW ? null : SUMMONS;
            refuses(
                    () -> MeasurePolicy.require(kind, WHY, wrong, List.of()), new Refusal.SummonsMisplaced(kind));
        }
    }

    private static void require(MeasureKind kind, @Nullable Reason reason, List<IssuedMeasure> before) {
        MeasurePolicy.require(kind, reason, kind == MeasureKind.INTERVIEW ? SUMMONS : null, before);
    }

    private static IssuedMeasure issued(MeasureKind kind) {
        return IssuedMeasure.issued(new MeasureIssued(
                Guannan.ASSESSMENT, new MeasureId("m1"), kind, WHY, null, Guannan.at("2018-05-21T09:00")));
    }

    private static void refuses(ThrowingCallable attempt, Refusal refusal) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
    }
}
