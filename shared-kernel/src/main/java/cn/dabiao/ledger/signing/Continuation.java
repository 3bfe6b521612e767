package cn.dabiao.ledger.signing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

import cn.dabiao.ledger.LedgerUnavailable;
import cn.dabiao.ledger.proof.Checkpoint;
import cn.dabiao.ledger.proof.Hash;
import cn.dabiao.ledger.proof.Malformed;
import cn.dabiao.ledger.proof.MerkleTree;
import cn.dabiao.ledger.proof.ProofCheck;

/** Whether the ledger in the database goes on from a tree that was signed. */
public final class Continuation {

    private static final String HEAD = "SELECT size, root FROM ledger.head";

    private Continuation() {}

    /** Why the ledger does not go on from this checkpoint; empty when it does. */
    public static Optional<String> whyNot(DataSource database, Checkpoint earlier) {
        try (Connection connection = database.getConnection()) {
            require(connection, earlier, head(connection, earlier.origin()));
            return Optional.empty();
        } catch (HistoryForked | Malformed e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            throw new LedgerUnavailable(e);
        }
    }

    /** @throws HistoryForked when it does not */
    static void require(Connection connection, Checkpoint earlier, Checkpoint head) throws SQLException {
        if (!earlier.origin().equals(head.origin())) {
            throw new HistoryForked("what was signed is the ledger of %s, and this is %s"
                    .formatted(earlier.origin(), head.origin()));
        }
        if (head.size() < earlier.size()) {
            throw new HistoryForked("%d events were signed, and there are only %d".formatted(earlier.size(), head.size()));
        }
        if (!continues(connection, earlier, head)) {
            throw new HistoryForked("the %d events there are do not begin with the %d that were signed"
                    .formatted(head.size(), earlier.size()));
        }
    }

    static Checkpoint head(Connection connection, String origin) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(HEAD)) {
            if (!row.next()) {
                throw new HistoryForked("the ledger has no head");
            }
            return new Checkpoint(origin, row.getLong("size"), Hash.of(row.getBytes("root")));
        }
    }

    private static boolean continues(Connection connection, Checkpoint earlier, Checkpoint head) throws SQLException {
        if (earlier.size() == 0) {
            return earlier.root().equals(MerkleTree.EMPTY_ROOT);
        }
        List<Hash> path = StoredNodes.compute(
                connection, nodes -> MerkleTree.consistencyPath(earlier.size(), head.size(), nodes));
        return ProofCheck.isConsistent(earlier.size(), earlier.root(), head.size(), head.root(), path);
    }
}
