package cn.dabiao.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.dabiao.examples.Guannan;

class PlanDeadlineTest {

    @ParameterizedTest
    @CsvSource({
        // The last day in Guannan ends at 16:00 UTC.
        "2018-03-25T15:59:59.999999999Z, false",
        "2018-03-25T16:00:00Z, true",
        "2018-03-25T16:00:01Z, true",
        "2018-03-24T16:00:00Z, false",
        "2018-03-09T00:00:00Z, false",
        "2018-03-26T00:00:00Z, true"
    })
    void the_last_day_ends_at_midnight_in_guannan(Instant instant, boolean late) {
        assertThat(new PlanDeadline(Guannan.PLAN_DEADLINE, Guannan.SHANGHAI).isMissedAt(instant)).isEqualTo(late);
    }

    @ParameterizedTest
    @CsvSource({
        "UTC, 2018-03-25T23:59:59Z, false", "UTC, 2018-03-26T00:00:00Z, true",
        "America/New_York, 2018-03-26T03:59:59Z, false", "America/New_York, 2018-03-26T04:00:00Z, true"
    })
    void the_day_is_that_of_the_campaigns_zone(ZoneId zone, Instant instant, boolean late) {
        assertThat(new PlanDeadline(LocalDate.of(2018, 3, 25), zone).isMissedAt(instant)).isEqualTo(late);
    }

    @ParameterizedTest
    @CsvSource({"Asia/Shanghai, 2018-03-25T16:00:00Z", "UTC, 2018-03-26T00:00:00Z", "America/New_York, 2018-03-26T04:00:00Z"})
    void it_ends_with_the_first_moment_at_which_it_is_missed(ZoneId zone, Instant end) {
        PlanDeadline deadline = new PlanDeadline(Guannan.PLAN_DEADLINE, zone);

        assertThat(deadline.endsAt()).isEqualTo(end);
        assertThat(deadline.isMissedAt(end)).isTrue();
        assertThat(deadline.isMissedAt(end.minusNanos(1))).isFalse();
    }
}
