package cn.dabiao.query.workload;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import cn.dabiao.api.inspector.StrictnessInterval;

/** Reference values are those of SciPy's {@code ttest_ind(own, others, equal_var=False)}, scaled by the others' share. */
class StrictnessTest {

    @Test
    void the_interval_is_that_of_welch_scaled_to_the_campaigns_mean() {
        StrictnessInterval clear = requireNonNull(interval(sample("3", "4", "4", "5"), sample("0", "1", "0", "2", "0")));
        StrictnessInterval it = requireNonNull(interval(sample("1", "2", "4", "5"), sample("0", "1", "0", "2", "0")));

        assertThat(clear.low()).hasToString("1.13");
        assertThat(clear.high()).hasToString("2.64");
        assertThat(clear.significant()).isTrue();
        assertThat(it.low()).hasToString("-0.18");
        assertThat(it.high()).hasToString("2.85");
        assertThat(it.significant()).isFalse();
        assertThat(it.scorings()).isEqualTo(4);
        assertThat(it.others()).isEqualTo(5);
    }

    @Test
    void a_difference_that_chance_may_explain_is_not_significant() {
        StrictnessInterval it = requireNonNull(interval(sample("0", "5"), sample("0", "0", "1", "0.5", "2")));

        assertThat(it.significant()).isFalse();
        assertThat(it.low().value()).isNegative();
        assertThat(it.high().value()).isPositive();
    }

    @Test
    void who_scored_fewer_than_two_items_has_no_interval_nor_has_one_whom_nobody_stands_beside() {
        assertThat(interval(sample("5"), sample("0", "1"))).isNull();
        assertThat(interval(sample(), sample("0", "1"))).isNull();
        assertThat(interval(sample("0", "1"), sample("3"))).isNull();
    }

    @Test
    void where_nothing_varies_nothing_can_be_said() {
        assertThat(interval(sample("2", "2", "2"), sample("0", "0"))).isNull();
        assertThat(interval(sample("2", "2", "2"), sample("0", "1"))).isNotNull();
    }

    private static @Nullable StrictnessInterval interval(Sample own, Sample others) {
        return Strictness.interval(own, others).orElse(null);
    }

    private static Sample sample(String... points) {
        return Arrays.stream(points)
                .map(BigDecimal::new)
                .map(value -> new Sample(1, value, value.multiply(value)))
                .reduce(new Sample(0, BigDecimal.ZERO, BigDecimal.ZERO), (one, other) -> new Sample(
                        one.count() + other.count(), one.sum().add(other.sum()), one.squares().add(other.squares())));
    }
}
