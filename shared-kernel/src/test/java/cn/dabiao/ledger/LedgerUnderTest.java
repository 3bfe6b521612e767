package cn.dabiao.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** A fresh, migrated database with the ledger on it, wired with real transactions as the product wires it. */
final class LedgerUnderTest {

    final DataSource database;
    final EventSerializer serializer = new EventSerializer();
    final JdbcLedger ledger;
    final LedgerReader reader;

    private LedgerUnderTest(DataSource database) {
        this.database = database;
        Transactions transactions = new Transactions(database);
        this.ledger = JdbcLedger.of(transactions, transactions, serializer);
        this.reader = new LedgerReader(database, serializer);
    }

    static LedgerUnderTest fresh() {
        return new LedgerUnderTest(TestPostgres.migrated());
    }

    /** An event as an aggregate would publish it. */
    static DomainEventMessage<Object> message(StreamId stream, long seq, Object event, Instant at) {
        String type = stream.value().substring(0, stream.value().indexOf(':'));
        return new GenericDomainEventMessage<>(
                type,
                stream.value(),
                seq,
                event,
                MetaData.from(Map.of("actor", "office", "role", "OFFICE", "requestId", "请求-1")),
                UUID.randomUUID().toString(),
                at);
    }

    void append(DomainEventMessage<?>... messages) {
        ledger.appendEvents(messages);
    }

    List<DomainEventMessage<?>> stream(StreamId stream) {
        return ledger.readEvents(stream.value()).asStream().<DomainEventMessage<?>>map(it -> it).toList();
    }

    /** Runs a statement past the ledger and answers how many rows it touched. */
    int execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** The rows of a query, their columns joined by {@code |}. */
    List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                List<String> columns = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    columns.add(String.valueOf(result.getString(column)));
                }
                rows.add(String.join("|", columns));
            }
        }
        return rows;
    }

    /** A row that another build wrote. */
    void insertForeign(String stream, long seq, String type, String revision) throws SQLException {
        execute(
                """
                INSERT INTO ledger.event
                       (event_id, stream_id, stream_seq, stream_type, recorded_at, event_type, revision, payload, metadata)
                VALUES ('%s', '%s', %d, '%s', now(), '%s', '%s', '{}'::bytea, '{}'::bytea)
                """
                        .formatted(UUID.randomUUID(), stream, seq, stream.substring(0, stream.indexOf(':')), type, revision));
    }

    /** One connection for each thread's transaction, as Spring's transaction manager has it. */
    private static final class Transactions implements TransactionManager, ConnectionProvider {

        private final DataSource database;
        private static final ThreadLocal<@Nullable Connection> CURRENT = new ThreadLocal<>();

        private Transactions(DataSource database) {
            this.database = database;
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection open = CURRENT.get();
            return open == null
                    ? database.getConnection()
                    : ConnectionWrapperFactory.wrap(open, new ConnectionWrapperFactory.NoOpCloseHandler());
        }

        @Override
        public Transaction startTransaction() {
            try {
                Connection connection = database.getConnection();
                connection.setAutoCommit(false);
                CURRENT.set(connection);
                return new Transaction() {
                    @Override
                    public void commit() {
                        end(connection, Connection::commit);
                    }

                    @Override
                    public void rollback() {
                        end(connection, Connection::rollback);
                    }
                };
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private void end(Connection connection, Ending ending) {
            CURRENT.remove();
            try (connection) {
                ending.of(connection);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private interface Ending {
            void of(Connection connection) throws SQLException;
        }
    }
}
