package cn.dabiao.benchmark;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * Rows like the ledger's, into a table like the ledger's, with nothing around them: one in each transaction, which is what
 * a plain store would do, or a thousand, which is what the machine can do at most.
 */
final class PlainRows implements Contender {

    private static final String TABLE =
            """
            CREATE TABLE IF NOT EXISTS plain_event (
                position    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                stream_id   text        NOT NULL,
                stream_seq  bigint      NOT NULL,
                stream_type text        NOT NULL,
                event_id    uuid        NOT NULL,
                event_type  text        NOT NULL,
                revision    text        NOT NULL,
                recorded_at timestamptz NOT NULL,
                payload     bytea       NOT NULL,
                metadata    bytea       NOT NULL,
                leaf_hash   bytea       NOT NULL,
                UNIQUE (stream_id, stream_seq)
            )
            """;
    private static final String COLUMNS =
            """
            INSERT INTO plain_event (stream_id, stream_seq, stream_type, event_id, event_type, revision, recorded_at,
                                     payload, metadata, leaf_hash)
            """;
    private static final String ONE = COLUMNS + "VALUES (?, ?, 'assessment', ?, 'assessment.ItemScored', '1', ?, ?, ?, ?)";
    private static final String MANY = COLUMNS
            + """
            SELECT stream_id, stream_seq, 'assessment', event_id, 'assessment.ItemScored', '1', ?, ?, ?, ?
              FROM unnest(?, ?, ?) AS row (stream_id, stream_seq, event_id)
            """;

    /** Streams get new names in every measurement: their numbers begin at 0 again. */
    private static final AtomicLong RUN = new AtomicLong();
    private static final byte[] LEAF_HASH = new byte[32];

    private final DataSource database;
    private final int rows;
    private final byte[] payload;
    private final byte[] metadata;
    private final List<Connection> connections = new ArrayList<>();
    private long run;

    /** @param rows in one transaction */
    PlainRows(DataSource database, int rows, byte[] payload, byte[] metadata) throws SQLException {
        this.database = database;
        this.rows = rows;
        this.payload = payload;
        this.metadata = metadata;
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
    }

    @Override
    public String name() {
        return rows == 1 ? "plain INSERT, one row a commit" : "plain INSERT, %,d rows a commit".formatted(rows);
    }

    @Override
    public int events() {
        return rows;
    }

    @Override
    public void prepare(int clients) {
        run = RUN.incrementAndGet();
        try {
            while (connections.size() < clients) {
                connections.add(database.getConnection());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Call client(int number) throws SQLException {
        String stream = "assessment:plain-%d:%010d".formatted(run, number);
        return rows == 1 ? one(connections.get(number), stream) : many(connections.get(number), stream);
    }

    private Call one(Connection connection, String stream) throws SQLException {
        PreparedStatement insert = connection.prepareStatement(ONE);
        insert.setBytes(5, payload);
        insert.setBytes(6, metadata);
        insert.setBytes(7, LEAF_HASH);
        AtomicLong next = new AtomicLong();
        return () -> {
            insert.setString(1, stream);
            insert.setLong(2, next.getAndIncrement());
            insert.setObject(3, UUID.randomUUID());
            insert.setObject(4, OffsetDateTime.now(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
            insert.executeUpdate();
        };
    }

    private Call many(Connection connection, String stream) throws SQLException {
        PreparedStatement insert = connection.prepareStatement(MANY);
        insert.setBytes(2, payload);
        insert.setBytes(3, metadata);
        insert.setBytes(4, LEAF_HASH);
        AtomicLong next = new AtomicLong();
        return () -> {
            String[] streams = new String[rows];
            Long[] numbers = new Long[rows];
            UUID[] ids = new UUID[rows];
            for (int row = 0; row < rows; row++) {
                streams[row] = stream;
                numbers[row] = next.getAndIncrement();
                ids[row] = UUID.randomUUID();
            }
            insert.setObject(1, OffsetDateTime.now(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
            insert.setArray(5, connection.createArrayOf("text", streams));
            insert.setArray(6, connection.createArrayOf("int8", numbers));
            insert.setArray(7, connection.createArrayOf("uuid", ids));
            insert.executeUpdate();
        };
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
