package cn.dabiao.app.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import cn.dabiao.ledger.proof.Frontier;
import cn.dabiao.ledger.proof.Leaf;

/** Every event that is in the ledger after the last kill, by its position. */
record StoredLedger(List<Row> rows) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Row(String stream, long seq, UUID eventId, String requestId) {}

    /** Reads it whole, and derives the tree anew: what the writer stored beside the events has to be the same. */
    static StoredLedger sound(Connection connection) throws SQLException {
        List<Row> rows = new ArrayList<>();
        Frontier tree = Frontier.EMPTY;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM ledger.event ORDER BY position")) {
            while (row.next()) {
                assertThat(row.getLong("position")).as("positions are dense from 0").isEqualTo(rows.size());
                Leaf leaf = leaf(row);
                assertThat(row.getBytes("leaf_hash")).as("the leaf at " + rows.size()).isEqualTo(leaf.hash().toBytes());
                tree = tree.append(List.of(leaf.hash()), (_, _, _) -> {});
                rows.add(new Row(leaf.streamId(), leaf.streamSeq(), leaf.eventId(), requestId(row.getBytes("metadata"))));
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet head = statement.executeQuery("SELECT size, root FROM ledger.head")) {
            head.next();
            assertThat(head.getLong("size")).isEqualTo(tree.size());
            assertThat(head.getBytes("root")).as("the root").isEqualTo(tree.root().toBytes());
        }
        return new StoredLedger(rows);
    }

    private static Leaf leaf(ResultSet row) throws SQLException {
        return Leaf.of(
                row.getLong("position"),
                row.getString("stream_id"),
                row.getLong("stream_seq"),
                row.getString("stream_type"),
                row.getObject("event_id", UUID.class),
                row.getString("event_type"),
                row.getString("revision"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getBytes("payload"),
                row.getBytes("metadata"));
    }

    private static String requestId(byte[] metadata) {
        return JSON.readTree(metadata).path("requestId").asString("");
    }

    /** The event of an acknowledged request is where its client was told, and was not moved nor replaced. */
    void has(Entry acknowledged) {
        assertThat(acknowledged.position()).as(acknowledged.line()).isLessThan(rows.size());
        Row row = rows.get((int) acknowledged.position());
        assertThat(row.stream()).as(acknowledged.line()).isEqualTo(acknowledged.stream());
        assertThat(row.seq()).as(acknowledged.line()).isEqualTo(acknowledged.version() - 1);
        assertThat(row.requestId()).as(acknowledged.line()).isEqualTo(acknowledged.requestId());
    }

    /** No event is there twice, no number of a stream, and every stream is dense from 0. */
    void hasNothingTwice() {
        Set<UUID> events = new HashSet<>();
        Map<String, Long> next = new HashMap<>();
        for (Row row : rows) {
            assertThat(events.add(row.eventId())).as("once: %s", row).isTrue();
            assertThat(row.seq()).as("in order: %s", row).isEqualTo(next.merge(row.stream(), 1L, Long::sum) - 1);
        }
    }

    /** A write of the load client makes one event, so its request stands in one event at most. */
    Map<String, Integer> eventsByRequest() {
        Map<String, Integer> events = new HashMap<>();
        rows.forEach(row -> events.merge(row.requestId(), 1, Integer::sum));
        return events;
    }
}
