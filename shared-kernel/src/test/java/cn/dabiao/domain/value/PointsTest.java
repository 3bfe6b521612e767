package cn.dabiao.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PointsTest {

    @ParameterizedTest
    @CsvSource({
        "2, 2", "2.0, 2", "2.000, 2", "2.50, 2.5", "0.5, 0.5", "0, 0", "0.0, 0", "-0, 0", "1E+1, 10", "1E+3, 1000",
        "1000, 1000", "999.5, 999.5", "10, 10", "0E+5, 0", "0E-5, 0", "5E-1, 0.5", "100E-2, 1"
    })
    void equal_amounts_are_one_value_written_one_way(String given, String written) {
        assertThat(new Points(given)).isEqualTo(new Points(written)).hasSameHashCodeAs(new Points(written));
        assertThat(new Points(given)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "-0.5", "-1", "1000.5", "1001", "0.25", "0.1", "1.4999999999999999999999", "", " ", " 1", "1 ", "1,5", "half",
        "NaN", "Infinity", "0x1", "１.５x"
    })
    void what_is_no_half_point_between_0_and_1000_is_refused(String given) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new Points(given))
                .satisfies(refused -> {
                    assertThat(refused.type()).isEqualTo("Points");
                    assertThat(refused.value()).isEqualTo(given);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "1E+1000000000", "1E-1000000000", "-1E+1000000000", "-1E-1000000000", "1E+2147483647", "1E-2147483647",
        "5E-2147483647", "1E+99999999999", "10E-1000000000"
    })
    void a_huge_exponent_is_refused_at_once(String given) {
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new Points(given)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0E+1000000000", "0E-1000000000", "0E-2147483647", "0E+2147483647"})
    void a_nought_is_zero_at_once_whatever_its_exponent(String given) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(2), () -> assertThat(new Points(given)).isEqualTo(Points.ZERO).hasToString("0"));
    }

    @Property
    void sums_and_differences_are_those_of_half_points(
            @ForAll @IntRange(max = 1000) int one, @ForAll @IntRange(max = 1000) int two) {
        assertThat(halves(one).plus(halves(two))).isEqualTo(halves(one + two));
        assertThat(halves(one).minusToZero(halves(two))).isEqualTo(halves(Math.max(0, one - two)));
        assertThat(halves(one).compareTo(halves(two))).isEqualTo(Integer.compare(one, two));
        assertThat(halves(one).atLeast(halves(two))).isEqualTo(one >= two);
        assertThat(halves(one).isMultipleOf(halves(two))).isEqualTo(two > 0 && one % two == 0);
        assertThat(Points.sum(List.of(halves(one), halves(two)))).isEqualTo(halves(one + two));
    }

    @Test
    void the_sum_of_nothing_is_zero() {
        assertThat(Points.sum(List.of())).isEqualTo(Points.ZERO);
        assertThat(Points.of(89.5)).isEqualTo(new Points("89.5"));
    }

    private static Points halves(int count) {
        return new Points(BigDecimal.valueOf(count * 5L, 1));
    }
}
