package cn.dabiao.ledger.once;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

import cn.dabiao.ledger.LedgerUnavailable;
import cn.dabiao.ledger.StreamId;
import cn.dabiao.ledger.proof.Hash;

/** Reads what requests have done. What they do is written by the ledger's writer, with their events. */
public final class DoneParts {

    private static final String DONE =
            """
            SELECT done.fingerprint, event.stream_id, event.stream_seq, event.position
              FROM ledger.idempotency AS done
              JOIN ledger.event       AS event ON event.position = done.last_position
             WHERE done.caller  = ?
               AND done.key     = ?
               AND done.ordinal = ?
            """;

    private final DataSource database;

    public DoneParts(DataSource database) {
        this.database = database;
    }

    /** Empty when it is not done, or was forgotten since; whatever else was asked for under the key is found as well. */
    public Optional<Done> find(Part part) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(DONE)) {
            statement.setBytes(1, part.request().caller().toBytes());
            statement.setString(2, part.request().key());
            statement.setInt(3, part.ordinal());
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Done(
                                Hash.of(row.getBytes("fingerprint")),
                                new StreamId(row.getString("stream_id")),
                                row.getLong("stream_seq") + 1,
                                row.getLong("position")))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new LedgerUnavailable(e);
        }
    }
}
