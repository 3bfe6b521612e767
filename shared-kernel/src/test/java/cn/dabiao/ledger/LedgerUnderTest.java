package cn.dabiao.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

import cn.dabiao.ledger.store.CommitLimits;
import cn.dabiao.ledger.store.GroupCommit;
import cn.dabiao.ledger.store.LedgerEngine;

/** A fresh, migrated database with the ledger on it, wired as the product wires it. */
public final class LedgerUnderTest implements AutoCloseable {

    public final DataSource database;
    public final EventSerializer serializer = new EventSerializer();
    public final GroupCommit commit;
    public final LedgerEngine ledger;
    public final LedgerReader reader;

    private LedgerUnderTest(DataSource database) {
        this.database = database;
        this.commit = GroupCommit.start(database, CommitLimits.DEFAULT);
        this.ledger = LedgerEngine.builder(database, commit).eventSerializer(serializer).build();
        this.reader = new LedgerReader(database, serializer);
    }

    public static LedgerUnderTest fresh() {
        return on(TestPostgres.migrated());
    }

    /** On a migrated database, as whatever account that comes with. */
    public static LedgerUnderTest on(DataSource database) {
        return new LedgerUnderTest(database);
    }

    /** An event as an aggregate would publish it. */
    public static DomainEventMessage<Object> message(StreamId stream, long seq, Object event, Instant at) {
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

    public void append(DomainEventMessage<?>... messages) {
        ledger.appendEvents(messages);
    }

    public List<DomainEventMessage<?>> stream(StreamId stream) {
        return ledger.readEvents(stream.value()).asStream().<DomainEventMessage<?>>map(it -> it).toList();
    }

    @Override
    public void close() {
        commit.close();
    }

    /** Runs a statement past the ledger and answers how many rows it touched. */
    public int execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** The rows of a query, their columns joined by {@code |}. */
    public List<String> rows(String sql) throws SQLException {
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
    public void insertForeign(String stream, long seq, String type, String revision) throws SQLException {
        insertForeign(stream, seq, type, revision, "{}".getBytes(StandardCharsets.UTF_8));
    }

    public void insertForeign(String stream, long seq, String type, String revision, byte[] payload) throws SQLException {
        execute(
                """
                WITH last AS (UPDATE ledger.head SET size = size + 1 RETURNING size - 1 AS position)
                INSERT INTO ledger.event
                       (position, event_id, stream_id, stream_seq, stream_type, recorded_at, event_type, revision, payload,
                        metadata, leaf_hash)
                SELECT position, '%s', '%s', %d, '%s', now(), '%s', '%s', '\\x%s'::bytea, '{}'::bytea, sha256('') FROM last
                """
                        .formatted(UUID.randomUUID(), stream, seq, stream.substring(0, stream.indexOf(':')), type, revision,
                                HexFormat.of().formatHex(payload)));
    }
}
