package cn.dabiao.app.observing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import cn.dabiao.ledger.lag.Lag;

class ProjectionsHealthTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void up_to_the_limit_a_lag_is_no_matter_however_many_events_it_is() {
        Health health = ProjectionsHealth.of(List.of(lag(100_000, LIMIT, 0)), LIMIT);

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails())
                .containsEntry("ranking", Map.of("behind", 100_000L, "seconds", 30.0, "parked", 0L));
    }

    @Test
    void beyond_it_one_group_is_enough() {
        Health health = ProjectionsHealth.of(
                List.of(lag(0, Duration.ZERO, 0), lag(1, LIMIT.plusMillis(1), 0)), LIMIT);

        assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    }

    @Test
    void parked_events_are_told_of_and_do_not_take_the_node_away() {
        Health health = ProjectionsHealth.of(List.of(lag(0, Duration.ZERO, 3)), LIMIT);

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).containsEntry("ranking", Map.of("behind", 0L, "seconds", 0.0, "parked", 3L));
    }

    @Test
    void a_node_without_projections_is_well() {
        assertThat(ProjectionsHealth.of(List.of(), LIMIT).getStatus()).isEqualTo(Status.UP);
    }

    private static Lag lag(long behind, Duration delay, long parked) {
        return new Lag("ranking", behind, delay, parked);
    }
}
