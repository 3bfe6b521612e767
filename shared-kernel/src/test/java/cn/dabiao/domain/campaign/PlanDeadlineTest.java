package cn.dabiao.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.RefusedException;
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

    @Test
    void a_deadline_is_put_off_and_never_drawn_nearer() {
        PlanDeadline deadline = new PlanDeadline(Guannan.PLAN_DEADLINE, Guannan.SHANGHAI);

        assertThatCode(() -> deadline.requireLater(LocalDate.of(2018, 3, 26))).doesNotThrowAnyException();
        for (LocalDate given : List.of(LocalDate.of(2018, 3, 25), LocalDate.of(2018, 3, 24))) {
            assertThatThrownBy(() -> deadline.requireLater(given))
                    .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                            .isEqualTo(new Refusal.DeadlineNotLater(given, Guannan.PLAN_DEADLINE)));
        }
    }
}
