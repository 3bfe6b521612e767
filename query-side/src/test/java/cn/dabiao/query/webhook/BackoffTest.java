package cn.dabiao.query.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5), Duration.ofHours(1));

    @Test
    void it_doubles_up_to_its_bound() {
        assertThat(BACKOFF.after(1, 0.5)).isEqualTo(Duration.ofSeconds(5));
        assertThat(BACKOFF.after(2, 0.5)).isEqualTo(Duration.ofSeconds(10));
        assertThat(BACKOFF.after(5, 0.5)).isEqualTo(Duration.ofSeconds(80));
        assertThat(BACKOFF.after(11, 0.5)).isEqualTo(Duration.ofHours(1));
        assertThat(BACKOFF.after(1000, 0.5)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void chance_moves_it_by_a_fifth() {
        assertThat(BACKOFF.after(1, 0)).isEqualTo(Duration.ofSeconds(4));
        assertThat(BACKOFF.after(1, 1)).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void a_target_is_given_up_after_about_three_days() {
        Duration all = IntStream.range(1, 80)
                .mapToObj(failures -> BACKOFF.after(failures, 0.5))
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(all).isBetween(Duration.ofHours(68), Duration.ofHours(76));
    }
}
