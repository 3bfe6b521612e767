package cn.dabiao.app.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

/** Every event that is in the ledger after the last kill, in the order of positions. */
record StoredLedger(List<Row> rows) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Row(String stream, long seq, UUID eventId, String requestId) {}

    static StoredLedger in(Connection connection) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                        SELECT position, stream_id, stream_seq, event_id, metadata
                          FROM ledger.event
                         ORDER BY position
                        """)) {
            while (row.next()) {
                assertThat(row.getLong("position")).as("positions are dense from 0").isEqualTo(rows.size());
                rows.add(new Row(
                        row.getString("stream_id"),
                        row.getLong("stream_seq"),
                        row.getObject("event_id", UUID.class),
                        requestId(row.getBytes("metadata"))));
            }
        }
        return new StoredLedger(rows);
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
