package cn.dabiao.app.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

import io.github.bucket4j.TimeMeter;

class BucketsTest {

    private final AtomicLong now = new AtomicLong(1);
    private final Buckets buckets = new Buckets(LimitedBy.CLIENT, new Rate(2, 10), 1_000, meter());

    @Test
    void ten_at_once_and_then_two_a_second() {
        for (int i = 0; i < 10; i++) {
            assertThat(buckets.take("office").granted()).isTrue();
        }
        Turn refused = buckets.take("office");

        assertThat(refused.granted()).isFalse();
        assertThat(refused.retryAfter()).isEqualTo(1);
        after(Duration.ofMillis(500));
        assertThat(buckets.take("office").granted()).isTrue();
        assertThat(buckets.take("office").granted()).isFalse();
        after(Duration.ofSeconds(1));
        assertThat(buckets.take("office").granted()).isTrue();
        assertThat(buckets.take("office").granted()).isTrue();
        assertThat(buckets.take("office").granted()).isFalse();
    }

    @Test
    void everybody_has_a_bucket_of_their_own() {
        for (int i = 0; i < 11; i++) {
            buckets.take("office");
        }

        assertThat(buckets.take("leader").granted()).isTrue();
    }

    @Test
    void what_is_given_back_can_be_taken_again() {
        for (int i = 0; i < 10; i++) {
            buckets.take("office");
        }
        buckets.giveBack("office");

        assertThat(buckets.take("office").granted()).isTrue();
        assertThat(buckets.take("office").granted()).isFalse();
    }

    @Test
    void headers_are_for_whom_it_matters() {
        MockHttpServletResponse first = told(buckets.take("office"));
        for (int i = 0; i < 8; i++) {
            buckets.take("office");
        }
        MockHttpServletResponse last = told(buckets.take("office"));
        MockHttpServletResponse refused = told(buckets.take("office"));

        assertThat(first.getHeaderNames()).isEmpty();
        assertThat(last.getHeader("RateLimit-Policy")).isEqualTo("\"client\";q=10;w=5");
        assertThat(last.getHeader("RateLimit")).isEqualTo("\"client\";r=0;t=5");
        assertThat(refused.getHeader("RateLimit")).isEqualTo("\"client\";r=0;t=1");
    }

    @Test
    void a_rate_of_zero_is_none() {
        Buckets open = new Buckets(LimitedBy.CLIENT, new Rate(0, 1), 10, meter());
        for (int i = 0; i < 100; i++) {
            assertThat(open.take("office").granted()).isTrue();
        }
        assertThat(told(open.take("office")).getHeaderNames()).isEmpty();
    }

    @Test
    void memory_is_bounded_whoever_asks() {
        for (int i = 0; i < 20_000; i++) {
            buckets.take("client-" + i);
        }
        assertThat(buckets.remembered()).isLessThanOrEqualTo(1_000);
        after(Duration.ofSeconds(6));
        assertThat(buckets.remembered()).as("those that are full again").isZero();
    }

    @Test
    void a_rate_that_cannot_be_is_refused() {
        assertThatThrownBy(() -> new Rate(-1, 1)).hasMessageContaining("per-second");
        assertThatThrownBy(() -> new Rate(10, 9)).hasMessageContaining("burst");
    }

    /** Measured at 0.2 µs; the bound leaves room for a busy machine, and is told as the best of several rounds. */
    @Test
    void a_turn_costs_less_than_two_microseconds() {
        Buckets generous = new Buckets(LimitedBy.CLIENT, new Rate(1_000_000, 1_000_000_000), 10_000, TimeMeter.SYSTEM_NANOTIME);
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 10; round++) {
            long began = System.nanoTime();
            for (int i = 0; i < 50_000; i++) {
                generous.take("office");
            }
            best = Math.min(best, (System.nanoTime() - began) / 50_000);
        }
        System.out.println("a turn costs " + best + " ns");
        assertThat(best).as("nanoseconds").isLessThan(2_000);
    }

    private static MockHttpServletResponse told(Turn turn) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        turn.tell(response);
        return response;
    }

    private void after(Duration rest) {
        now.addAndGet(rest.toNanos());
    }

    private TimeMeter meter() {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return now.get();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }
}
