package cn.dabiao.ledger.signing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import cn.dabiao.ledger.proof.Checkpoint;
import cn.dabiao.ledger.proof.Hash;
import cn.dabiao.ledger.proof.Malformed;
import cn.dabiao.ledger.proof.MerkleTree;
import cn.dabiao.ledger.proof.SignedNote;
import cn.dabiao.ledger.proof.SigningKey;

/**
 * Signs the head, if it continues everything that was signed before: what the database says so, and what this process
 * or an earlier one remembers whatever the database says. Of one thread alone.
 */
final class Notary {

    private final SigningKey key;
    private final KeyChange keyChange;
    private final Keepsake keepsake;
    private @Nullable Checkpoint last;

    Notary(SigningKey key, KeyChange keyChange) {
        this(key, keyChange, Keepsake.NONE);
    }

    Notary(SigningKey key, KeyChange keyChange, Keepsake keepsake) {
        this.key = key;
        this.keyChange = keyChange;
        this.keepsake = keepsake;
        this.last = keepsake.last().orElse(null);
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
        Checkpoint head = Continuation.head(connection, key.verifier().name());
        newest.ifPresent(this::requireOwnKey);
        for (Checkpoint earlier : signed(newest)) {
            Continuation.require(connection, earlier, head);
        }
        SignedCheckpoint signed = newest.isEmpty() || newest.get().size() < head.size()
                ? added(connection, head)
                : newest.get();
        if (!head.equals(last)) {
            keepsake.keep(signed);
        }
        last = head;
    }

    private SignedCheckpoint added(Connection connection, Checkpoint head) throws SQLException {
        requireStored(connection, head);
        SignedCheckpoint signed = new SignedCheckpoint(SignedNote.sign(head.text(), key), key.verifier());
        CheckpointRows.add(connection, signed);
        return signed;
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

    /** Proofs are made of the stored nodes: a root that they do not lead to could never be shown to be right. */
    private static void requireStored(Connection connection, Checkpoint head) throws SQLException {
        Hash root = StoredNodes.compute(connection, nodes -> MerkleTree.root(head.size(), nodes));
        if (!root.equals(head.root())) {
            throw new HistoryForked("the stored tree of %d events does not have the head's root".formatted(head.size()));
        }
    }
}
