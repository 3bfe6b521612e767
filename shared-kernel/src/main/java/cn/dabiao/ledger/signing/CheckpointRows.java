package cn.dabiao.ledger.signing;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import cn.dabiao.ledger.proof.Malformed;
import cn.dabiao.ledger.proof.SignedNote;
import cn.dabiao.ledger.proof.VerifierKey;

/** The table of signed checkpoints: one of each size, never changed. */
public final class CheckpointRows {

    private static final String NEWEST =
            "SELECT note, verifier_key FROM ledger.checkpoint ORDER BY size DESC LIMIT 1";
    private static final String OF_SIZE = "SELECT note, verifier_key FROM ledger.checkpoint WHERE size = ?";
    private static final String ADD =
            """
            INSERT INTO ledger.checkpoint (size, note, verifier_key, signed_at)
            VALUES (?, ?, ?, now())
            ON CONFLICT (size) DO NOTHING
            """;

    private CheckpointRows() {}

    /** @throws Malformed when what is stored is not signed by the key beside it */
    public static Optional<SignedCheckpoint> newest(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEWEST)) {
            return read(statement);
        }
    }

    /** @throws Malformed when what is stored is not signed by the key beside it */
    public static Optional<SignedCheckpoint> ofSize(Connection connection, long size) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OF_SIZE)) {
            statement.setLong(1, size);
            return read(statement);
        }
    }

    /** Adds a checkpoint, unless there is one of its size. */
    static void add(Connection connection, SignedCheckpoint checkpoint) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setLong(1, checkpoint.size());
            statement.setString(2, checkpoint.note().toString());
            statement.setString(3, checkpoint.key().toString());
            statement.executeUpdate();
        }
    }

    private static Optional<SignedCheckpoint> read(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(of(row)) : Optional.empty();
        }
    }

    private static SignedCheckpoint of(ResultSet row) throws SQLException {
        return new SignedCheckpoint(
                SignedNote.parse(row.getString("note").getBytes(StandardCharsets.UTF_8)),
                VerifierKey.parse(row.getString("verifier_key")));
    }
}
