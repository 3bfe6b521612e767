package cn.dabiao.domain.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

class MeanTest {

    @Test
    void a_mean_has_two_decimals_and_its_halves_are_rounded_up() {
        assertThat(Mean.of(new BigDecimal("1"), 3)).contains(new Mean(new BigDecimal("0.33")));
        assertThat(Mean.of(new BigDecimal("0.5"), 4)).contains(new Mean(new BigDecimal("0.13")));
        assertThat(Mean.of(new BigDecimal("4.5"), 3)).contains(new Mean(new BigDecimal("1.5")));
    }

    @Test
    void nothing_has_no_mean() {
        assertThat(Mean.of(BigDecimal.ZERO, 0)).isEmpty();
        assertThat(Mean.of(BigDecimal.ZERO, 5)).contains(new Mean(BigDecimal.ZERO));
    }

    @Test
    void the_difference_of_two_means_may_be_less_than_nothing() {
        assertThat(new Mean(new BigDecimal("0.2")).minus(new Mean(new BigDecimal("0.33")))).hasToString("-0.13");
    }
}
