package cn.dabiao.command.timers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ForgottenRequestsTest {

    private final TimerDatabase database = TimerDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_is_older_than_a_week_is_forgotten_however_much_it_is_and_nothing_else() {
        stored(2_500, "7 days 1 minute");
        stored(3, "6 days 23 hours");

        new ForgottenRequests(jdbc, Duration.ofDays(7)).forget();

        assertThat(left("idempotency")).isEqualTo(3);
        assertThat(left("answer")).isEqualTo(3);
    }

    /** Each with an answer of its own. */
    private void stored(int requests, String ago) {
        jdbc.sql(
                        """
                        WITH done AS (
                            INSERT INTO ledger.idempotency (caller, key, ordinal, fingerprint, last_position, stored_at)
                            SELECT '', :ago || number, 0, '', 0, now() - CAST(:ago AS interval)
                              FROM generate_series(1, :requests) AS number
                            RETURNING caller, key, fingerprint, stored_at)
                        INSERT INTO ledger.answer (caller, key, fingerprint, status, headers, body, stored_at)
                        SELECT caller, key, fingerprint, 200, '{}', '', stored_at FROM done
                        """)
                .param("ago", ago)
                .param("requests", requests)
                .update();
    }

    private int left(String table) {
        return jdbc.sql("SELECT count(*) FROM ledger." + table).query(Integer.class).single();
    }
}
