package cn.dabiao.query.projecting;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.Ledger;
import cn.dabiao.query.fixture.QueryNode;

/**
 * Readers that keep a list of gaps give up on one after a minute, and then a transaction that was open for longer commits
 * an event that nobody will ever see. Here a position is given at the commit, so that there is no gap to give up on.
 */
@Execution(ExecutionMode.CONCURRENT)
class OpenWriterTest {

    /** Longer than the minute after which Axon forgets a gap. */
    private static final Duration OPEN = Duration.ofSeconds(70);

    private final HikariDataSource database = Database.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void no_processor_misses_an_event_whose_writer_was_open_for_70_seconds_while_others_committed() throws Exception {
        try (QueryNode node = QueryNode.started(database);
                Connection session = database.getConnection()) {
            Ledger ledger = node.ledger();
            ledger.append(Given.aCampaign());
            long before = node.caughtUp();
            // A unit of work that has recorded its event, and a transaction that has written: both begun, none committed.
            UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
            ledger.publish(Given.inspector("i-90", "迟提交"));
            session.setAutoCommit(false);
            session.createStatement().execute("CREATE TABLE public.opened (at timestamptz DEFAULT now())");
            long until = System.nanoTime() + OPEN.toNanos();
            int others = 0;
            while (System.nanoTime() < until) {
                others++;
                ledger.appendApart(Given.inspector("i-%d".formatted(100 + others), "先提交"));
                Thread.sleep(200);
            }
            assertThat(node.caughtUp()).isEqualTo(before + others);
            work.commit();
            session.commit();
            assertThat(node.caughtUp()).isEqualTo(before + others + 1);
            assertThat(node.jdbc().sql("SELECT position FROM view.history ORDER BY position").query(Long.class).list())
                    .containsExactlyElementsOf(LongStream.rangeClosed(0, node.head()).boxed().toList());
            assertThat(node.jdbc().sql("SELECT position FROM view.inspector WHERE inspector_id = 'i-90'")
                            .query(Long.class).list())
                    .isEqualTo(List.of(node.head()));
            assertThat(node.parked()).isEmpty();
        }
    }
}
