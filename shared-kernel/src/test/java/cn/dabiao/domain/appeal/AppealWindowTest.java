package cn.dabiao.domain.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import cn.dabiao.domain.campaign.AppealDays;
import cn.dabiao.examples.Guannan;

class AppealWindowTest {

    private static final AppealWindow FIFTEEN = new AppealWindow(AppealDays.USUAL, Guannan.SHANGHAI);
    /** A quarter of an hour before midnight in Shanghai, still the same day in UTC. */
    private static final Instant LATE_IN_THE_EVENING = Guannan.at("2018-04-10T23:45");

    @Test
    void the_day_of_the_grade_does_not_count_and_the_fifteenth_after_it_counts_whole() {
        assertThat(FIFTEEN.lastDay(LATE_IN_THE_EVENING)).isEqualTo(LocalDate.of(2018, 4, 25));
        assertThat(FIFTEEN.isOverAt(Guannan.at("2018-04-25T23:59"), LATE_IN_THE_EVENING)).isFalse();
        assertThat(FIFTEEN.isOverAt(Guannan.at("2018-04-26T00:00"), LATE_IN_THE_EVENING)).isTrue();
        assertThat(FIFTEEN.endsAt(LATE_IN_THE_EVENING)).isEqualTo(Guannan.at("2018-04-26T00:00"));
    }

    /** One minute past midnight in Shanghai is the day before in UTC: the calendar of the county counts. */
    @Test
    void the_day_is_the_countys_and_not_that_of_utc() {
        Instant pastMidnight = Guannan.at("2018-04-11T00:01");

        assertThat(FIFTEEN.lastDay(pastMidnight)).isEqualTo(LocalDate.of(2018, 4, 26));
    }

    @Test
    void a_window_of_one_day_ends_with_tomorrow() {
        AppealWindow one = new AppealWindow(new AppealDays(1), Guannan.SHANGHAI);

        assertThat(one.endsAt(LATE_IN_THE_EVENING)).isEqualTo(Guannan.at("2018-04-12T00:00"));
    }

    /** In Berlin the night to 25 March 2018 has 23 hours: days are counted, not hours. */
    @Test
    void where_clocks_are_put_forward_the_days_are_counted_all_the_same() {
        AppealWindow berlin = new AppealWindow(AppealDays.USUAL, ZoneId.of("Europe/Berlin"));
        Instant graded = Instant.parse("2018-03-20T22:30:00Z");

        assertThat(berlin.lastDay(graded)).isEqualTo(LocalDate.of(2018, 4, 4));
        assertThat(berlin.endsAt(graded)).isEqualTo(Instant.parse("2018-04-04T22:00:00Z"));
        assertThat(berlin.isOverAt(Instant.parse("2018-04-04T21:59:59Z"), graded)).isFalse();
        assertThat(berlin.isOverAt(Instant.parse("2018-04-04T22:00:00Z"), graded)).isTrue();
    }

    /** In São Paulo the 4th of November 2018 began at one o'clock: there was no midnight. */
    @Test
    void where_there_is_no_midnight_the_window_ends_with_the_first_moment_of_the_next_day() {
        AppealWindow saoPaulo = new AppealWindow(AppealDays.USUAL, ZoneId.of("America/Sao_Paulo"));

        assertThat(saoPaulo.endsAt(Instant.parse("2018-10-19T12:00:00Z")))
                .isEqualTo(Instant.parse("2018-11-04T03:00:00Z"));
    }

    @Property
    void the_window_is_over_from_its_end_on_and_not_before(
            @ForAll @IntRange(min = 1, max = 365) int days, @ForAll @IntRange(max = 600_000) int minutes) {
        for (String zone : List.of("Asia/Shanghai", "Europe/Berlin", "America/Sao_Paulo")) {
            AppealWindow window = new AppealWindow(new AppealDays(days), ZoneId.of(zone));
            Instant since = Guannan.at("2018-01-01T00:00").plusSeconds(60L * minutes);
            Instant end = window.endsAt(since);

            assertThat(window.isOverAt(end, since)).isTrue();
            assertThat(window.isOverAt(end.minusNanos(1), since)).isFalse();
        }
    }
}
