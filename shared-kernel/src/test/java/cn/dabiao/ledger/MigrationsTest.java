package cn.dabiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    private static final String HISTORY =
            "SELECT count(*) FROM ledger.flyway_schema_history WHERE version IS NOT NULL AND success";
    private static final String TABLES =
            "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'ledger' AND table_name = 'event'";

    @Test
    void migrations_run_twice_do_what_they_do_once() throws Exception {
        DataSource database = TestPostgres.empty();
        Migrations.run(database, Migrations.LEDGER);
        long migrations = count(database, HISTORY);

        Migrations.run(database, Migrations.LEDGER);

        assertThat(migrations).isPositive();
        assertThat(count(database, HISTORY)).isEqualTo(migrations);
        assertThat(count(database, TABLES)).isEqualTo(1);
    }

    @RepeatedTest(3)
    void two_nodes_that_start_at_once_migrate_once() throws Exception {
        DataSource database = TestPostgres.empty();
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<Void> node = () -> {
            start.await(10, TimeUnit.SECONDS);
            Migrations.run(database, Migrations.LEDGER);
            return null;
        };

        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            List<Future<Void>> runs = new ArrayList<>(nodes.invokeAll(List.of(node, node)));
            for (Future<Void> run : runs) {
                run.get(30, TimeUnit.SECONDS);
            }
        }

        assertThat(count(database, HISTORY)).isEqualTo(count(TestPostgres.migrated(), HISTORY));
        assertThat(count(database, TABLES)).isEqualTo(1);
    }

    private static long count(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
