package cn.dabiao.query.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;

/** A few reads at a time, in the order in which they came. */
class TurnsTest {

    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Integer> begun = Collections.synchronizedList(new ArrayList<>());

    @Test
    void no_more_than_so_many_at_a_time() throws Exception {
        Turns turns = new Turns(2, Duration.ofSeconds(30));
        List<Thread> readers = readers(turns, 5, 2);
        assertThat(begun).containsExactly(0, 1);
        end.countDown();
        for (Thread reader : readers) {
            reader.join();
        }
        assertThat(begun).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    }

    @Test
    void the_first_come_first() throws Exception {
        List<Thread> readers = readers(new Turns(1, Duration.ofSeconds(30)), 8, 1);
        end.countDown();
        for (Thread reader : readers) {
            reader.join();
        }
        assertThat(begun).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void whoever_waits_too_long_is_sent_away_and_takes_nobodys_place() {
        Turns turns = new Turns(1, Duration.ofMillis(20));
        Thread first = reader(turns, 0);
        await().until(() -> begun.size() == 1);
        assertThatExceptionOfType(TransientDataAccessResourceException.class)
                .isThrownBy(() -> turns.take(() -> "never"));
        end.countDown();
        await().until(() -> !first.isAlive());
        assertThat(turns.take(() -> "read")).isEqualTo("read");
    }

    @Test
    void a_read_that_fails_gives_its_turn_back() {
        Turns turns = new Turns(1, Duration.ofMillis(20));
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> turns.take(() -> {
            throw new IllegalStateException();
        }));
        assertThat(turns.take(() -> "read")).isEqualTo("read");
    }

    /** One after the other, each once the one before has begun, or waits. */
    private List<Thread> readers(Turns turns, int count, int atOnce) {
        List<Thread> readers = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Thread reader = reader(turns, number);
            int begins = number + 1;
            await().until(() -> begins > atOnce
                    ? reader.getState() == Thread.State.TIMED_WAITING
                    : begun.size() == begins);
            readers.add(reader);
        }
        return readers;
    }

    private Thread reader(Turns turns, int number) {
        return Thread.ofPlatform().start(() -> turns.take(() -> {
            begun.add(number);
            try {
                return end.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
    }
}
