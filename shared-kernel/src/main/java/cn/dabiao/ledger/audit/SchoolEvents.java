package cn.dabiao.ledger.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.ledger.bundle.BundleWriter;
import cn.dabiao.ledger.signing.SignedCheckpoint;

/**
 * All events that concern a school: those of its own stream, of its assessments and of their evidence, in the ledger's
 * order.
 */
final class SchoolEvents {

    private static final int ROWS = 200;
    /** The index {@code ledger.stream_of_school} finds the streams, the key of the table their events. */
    private static final String OF_SCHOOL =
            """
              FROM ledger.event AS opening
              JOIN ledger.event USING (stream_id)
             WHERE opening.stream_seq = 0
               AND opening.stream_type IN ('school', 'assessment', 'evidence')
               AND split_part(opening.stream_id, ':', -1) = ?
            """;
    static final String LAST = "SELECT coalesce(max(event.position), -1)\n" + OF_SCHOOL;
    static final String BELOW =
            "SELECT " + EventRow.COLUMNS + OF_SCHOOL + " AND event.position < ? ORDER BY event.position";

    private SchoolEvents() {}

    static long last(Connection connection, SchoolCode school) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LAST)) {
            statement.setString(1, school.value());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** In one snapshot, which ends with the connection. */
    static void write(Connection connection, SchoolCode school, SignedCheckpoint at, OutputStream out)
            throws SQLException, IOException {
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (PreparedStatement statement = connection.prepareStatement(BELOW)) {
            statement.setFetchSize(ROWS);
            statement.setString(1, school.value());
            statement.setLong(2, at.size());
            try (ResultSet rows = statement.executeQuery()) {
                BundledPaths paths = new BundledPaths(connection, at.size());
                BundleWriter.write(out, () -> new EventIterator(rows, paths), paths, at.note(), at.key());
            }
        } finally {
            connection.rollback();
        }
    }
}
