package cn.dabiao.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;

import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

import cn.dabiao.ledger.LedgerUnavailable;

/** Reads stored events as Axon wants them. Every read is a transaction of its own. */
final class EventRows {

    /** How it is stored that an event has no stream type, or no revision: a leaf has no place for a null. */
    static final String NO_TYPE = "";
    static final String NO_REVISION = "";

    private static final String COLUMNS =
            """
            SELECT position, stream_id, stream_seq, stream_type, event_id, event_type, revision, recorded_at, payload,
                   metadata
              FROM ledger.event
            """;
    private static final String OF_STREAM =
            COLUMNS + " WHERE stream_id = ? AND stream_seq >= ? ORDER BY stream_seq LIMIT ?";
    private static final String AFTER = COLUMNS + " WHERE position > ? ORDER BY position LIMIT ?";
    private static final String OF_TYPES =
            COLUMNS + " WHERE position > ? AND position <= ? AND event_type = ANY (string_to_array(?, ','))"
                    + " ORDER BY position LIMIT ?";
    private static final String LAST = "SELECT max(stream_seq) FROM ledger.event WHERE stream_id = ?";
    private static final String SIZE = "SELECT size FROM ledger.head";
    private static final String SINCE = "SELECT min(position) FROM ledger.event WHERE recorded_at >= ?";

    private final DataSource database;

    EventRows(DataSource database) {
        this.database = database;
    }

    /** The position that a token means; -1 before the first event. */
    static long position(@Nullable TrackingToken token) {
        return switch (token) {
            case null -> -1;
            case GlobalSequenceTrackingToken plain -> plain.getGlobalIndex();
            default -> throw new IllegalArgumentException("the ledger's tokens are plain positions, and not " + token);
        };
    }

    List<DomainEventData<byte[]>> ofStream(String stream, long first, int limit) {
        return read(OF_STREAM, row -> event(row, stream), stream, first, limit);
    }

    List<TrackedEventData<byte[]>> after(long position, int limit) {
        return read(AFTER, EventRows::tracked, position, limit);
    }

    /** Of these kinds alone; their stored names hold no comma. */
    List<TrackedEventData<byte[]>> ofTypes(List<String> types, long after, long upTo, int limit) {
        return read(OF_TYPES, EventRows::tracked, after, upTo, String.join(",", types), limit);
    }

    Optional<Long> lastSequenceNumber(String stream) {
        OptionalLong last = read(LAST, EventRows::number, stream).getFirst();
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    long size() {
        return read(SIZE, row -> row.getLong(1)).getFirst();
    }

    OptionalLong firstSince(Instant at) {
        return read(SINCE, EventRows::number, at.atOffset(ZoneOffset.UTC)).getFirst();
    }

    private static TrackedEventData<byte[]> tracked(ResultSet row) throws SQLException {
        return new TrackedDomainEventData<>(
                new GlobalSequenceTrackingToken(row.getLong("position")), event(row, aggregate(row)));
    }

    private static OptionalLong number(ResultSet row) throws SQLException {
        Long number = row.getObject(1, Long.class);
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /** What has a stream of its own, under its own name, was published by no aggregate. */
    private static @Nullable String aggregate(ResultSet row) throws SQLException {
        String stream = row.getString("stream_id");
        return stream.equals(row.getString("event_id")) ? null : stream;
    }

    private static DomainEventData<byte[]> event(ResultSet row, @Nullable String aggregate) throws SQLException {
        String type = row.getString("stream_type");
        String revision = row.getString("revision");
        return new GenericDomainEventEntry<>(
                type.equals(NO_TYPE) ? null : type,
                aggregate,
                row.getLong("stream_seq"),
                row.getString("event_id"),
                // As text: Axon would cut an instant to milliseconds.
                row.getObject("recorded_at", OffsetDateTime.class).toInstant().toString(),
                row.getString("event_type"),
                revision.equals(NO_REVISION) ? null : revision,
                row.getBytes("payload"),
                row.getBytes("metadata"));
    }

    private <T> List<T> read(String sql, Row<T> row, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row.of(result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new LedgerUnavailable(e);
        }
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
