package cn.dabiao.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.dabiao.domain.value.Points;

class AnnualEvaluationTest {

    private static final Weight TENTH = new Weight(new BigDecimal("0.1"));

    @ParameterizedTest
    @CsvSource({
        "97.5, 0.1,    9.75",
        "97.5, 0.3333, 32.49675",
        "0.5,  0.0001, 0.00005",
        "100,  1,      100",
        "1000, 1,      1000",
        "64,   0.1,    6.4",
        "92.5, 0,      0",
        "0,    0.1,    0"
    })
    void a_school_contributes_its_total_times_the_weight_exactly(String total, String weight, String contribution) {
        assertThat(AnnualEvaluation.of(new Points(total), false, new Weight(new BigDecimal(weight))))
                .isEqualTo(new AnnualEvaluation(new Contribution(new BigDecimal(contribution)), null));
    }

    @Test
    void a_school_determined_not_attained_contributes_nothing_graded_or_not() {
        AnnualEvaluation nothing =
                new AnnualEvaluation(Contribution.NONE, AnnualEvaluation.Reason.DETERMINED_NOT_ATTAINED);

        assertThat(AnnualEvaluation.of(new Points("98"), true, TENTH)).isEqualTo(nothing);
        assertThat(AnnualEvaluation.of(null, true, TENTH)).isEqualTo(nothing);
    }

    @Test
    void a_school_without_a_grade_has_no_contribution_and_that_is_not_a_contribution_of_nothing() {
        assertThat(AnnualEvaluation.of(null, false, TENTH))
                .isEqualTo(new AnnualEvaluation(null, AnnualEvaluation.Reason.UNGRADED));
    }
}
