package cn.dabiao.ledger.signing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import cn.dabiao.ledger.proof.Checkpoint;
import cn.dabiao.ledger.proof.Hash;
import cn.dabiao.ledger.proof.Malformed;
import cn.dabiao.ledger.proof.MerkleTree;
import cn.dabiao.ledger.proof.ProofCheck;
import cn.dabiao.ledger.proof.SignedNote;
import cn.dabiao.ledger.proof.SigningKey;

/**
 * Signs the head, if it continues everything that was signed before: what the database says so, and what this process
 * remembers whatever the database says. Of one thread alone.
 */
final class Notary {

    private static final String HEAD = "SELECT size, root FROM ledger.head";

    private final SigningKey key;
    private final KeyChange keyChange;
    private @Nullable Checkpoint last;

    Notary(SigningKey key, KeyChange keyChange) {
        this.key = key;
        this.keyChange = keyChange;
    }

    /**
     * Signs the head, unless it is signed.
     *
     * @throws HistoryForked when the head does not continue a signed tree, or another key signs this ledger
     * @throws Malformed     when what is stored of the tree or of the last checkpoint makes no sense
     */
    void sign(Connection connection) throws SQLException {
        // In this order: another node may sign in between, but never a head that is not there yet.
        Optional<SignedCheckpoint> newest = CheckpointRows.newest(connection);
        Checkpoint head = head(connection);
        newest.ifPresent(this::requireOwnKey);
        for (Checkpoint earlier : signed(newest)) {
            requireContinuation(connection, earlier, head);
        }
        if (newest.isEmpty() || newest.get().size() < head.size()) {
            requireStored(connection, head);
            CheckpointRows.add(connection, new SignedCheckpoint(SignedNote.sign(head.text(), key), key.verifier()));
        }
        last = head;
    }

    private Set<Checkpoint> signed(Optional<SignedCheckpoint> newest) {
        Set<Checkpoint> signed = new LinkedHashSet<>();
        newest.map(SignedCheckpoint::head).ifPresent(signed::add);
        if (last != null) {
            signed.add(last);
        }
        return signed;
    }

    private void requireOwnKey(SignedCheckpoint newest) {
        if (!newest.key().equals(key.verifier()) && keyChange == KeyChange.REFUSED) {
            throw new HistoryForked("the checkpoint of %d events is signed by another key, %s, and not by %s"
                    .formatted(newest.size(), newest.key(), key.verifier()));
        }
    }

    private void requireContinuation(Connection connection, Checkpoint earlier, Checkpoint head) throws SQLException {
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

    private static boolean continues(Connection connection, Checkpoint earlier, Checkpoint head) throws SQLException {
        if (earlier.size() == 0) {
            return earlier.root().equals(MerkleTree.EMPTY_ROOT);
        }
        List<Hash> path = StoredNodes.compute(
                connection, nodes -> MerkleTree.consistencyPath(earlier.size(), head.size(), nodes));
        return ProofCheck.isConsistent(earlier.size(), earlier.root(), head.size(), head.root(), path);
    }

    /** Proofs are made of the stored nodes: a root that they do not lead to could never be shown to be right. */
    private static void requireStored(Connection connection, Checkpoint head) throws SQLException {
        Hash root = StoredNodes.compute(connection, nodes -> MerkleTree.root(head.size(), nodes));
        if (!root.equals(head.root())) {
            throw new HistoryForked("the stored tree of %d events does not have the head's root".formatted(head.size()));
        }
    }

    private Checkpoint head(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(HEAD)) {
            if (!row.next()) {
                throw new HistoryForked("the ledger has no head");
            }
            return new Checkpoint(key.verifier().name(), row.getLong("size"), Hash.of(row.getBytes("root")));
        }
    }
}
