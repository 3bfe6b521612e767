package cn.dabiao.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import cn.dabiao.domain.measure.IssuedMeasure;
import cn.dabiao.domain.measure.MeasureId;
import cn.dabiao.domain.measure.MeasureKind;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.examples.Guannan;

class EligibilityPolicyTest {

    @ParameterizedTest
    @EnumSource(value = Grade.class, names = "NOT_ATTAINED", mode = EnumSource.Mode.EXCLUDE)
    void a_school_that_attained_any_level_and_is_not_criticised_is_eligible(Grade attained) {
        assertThat(EligibilityPolicy.against(attained, List.of())).isEmpty();
    }

    @Test
    void a_school_that_did_not_attain_and_one_without_a_grade_are_not() {
        assertThat(EligibilityPolicy.against(Grade.NOT_ATTAINED, List.of())).containsExactly(Ineligibility.NOT_ATTAINED);
        assertThat(EligibilityPolicy.against(null, List.of())).containsExactly(Ineligibility.UNGRADED);
    }

    @Test
    void a_circular_criticism_stands_against_a_school_until_it_is_withdrawn() {
        assertThat(EligibilityPolicy.against(Grade.LEVEL_1, List.of(measure(MeasureKind.CIRCULAR_CRITICISM, null))))
                .containsExactly(Ineligibility.CIRCULAR_CRITICISM);
        assertThat(EligibilityPolicy.against(
                        Grade.LEVEL_1, List.of(measure(MeasureKind.CIRCULAR_CRITICISM, new Reason("已改正")))))
                .isEmpty();
    }

    @Test
    void one_criticism_that_stands_is_enough_and_lighter_measures_are_none() {
        assertThat(EligibilityPolicy.against(
                        Grade.LEVEL_2,
                        List.of(
                                measure(MeasureKind.CIRCULAR_CRITICISM, new Reason("已改正")),
                                measure(MeasureKind.CIRCULAR_CRITICISM, null),
                                measure(MeasureKind.CIRCULAR_CRITICISM, null))))
                .containsExactly(Ineligibility.CIRCULAR_CRITICISM);
        assertThat(EligibilityPolicy.against(
                        Grade.LEVEL_2,
                        List.of(measure(MeasureKind.NOTICE_LETTER, null), measure(MeasureKind.INTERVIEW, null))))
                .isEmpty();
    }

    @Test
    void everything_that_stands_against_a_school_is_listed() {
        List<IssuedMeasure> criticised = List.of(measure(MeasureKind.CIRCULAR_CRITICISM, null));

        assertThat(EligibilityPolicy.against(Grade.NOT_ATTAINED, criticised))
                .containsExactly(Ineligibility.NOT_ATTAINED, Ineligibility.CIRCULAR_CRITICISM);
        assertThat(EligibilityPolicy.against(null, criticised))
                .containsExactly(Ineligibility.UNGRADED, Ineligibility.CIRCULAR_CRITICISM);
    }

    private static IssuedMeasure measure(MeasureKind kind, @Nullable Reason withdrawn) {
        return new IssuedMeasure(
                new MeasureId("m1"), kind, new Reason("整改不积极"), null, null, withdrawn, Guannan.at("2018-05-02T10:00"));
    }
}
