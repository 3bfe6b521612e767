package cn.dabiao.app.ledger;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.dabiao.app.data.DataDirectory;
import cn.dabiao.app.start.StartRefused;
import cn.dabiao.ledger.proof.Checkpoint;
import cn.dabiao.ledger.proof.Malformed;
import cn.dabiao.ledger.proof.SignedNote;
import cn.dabiao.ledger.proof.VerifierKey;
import cn.dabiao.ledger.signing.Continuation;
import cn.dabiao.ledger.signing.Keepsake;
import cn.dabiao.ledger.signing.SignedCheckpoint;

/**
 * The newest checkpoint as a file of the data directory, in the form that {@code verify --checkpoint} takes. Where the
 * database is elsewhere, a backup of it that is older than what was signed here is found out at the start.
 */
final class LastSigned implements Keepsake {

    static final String FILE = "ledger.signed";

    private static final Logger LOG = LoggerFactory.getLogger(LastSigned.class);

    private final DataDirectory data;
    private final Optional<Checkpoint> last;
    private boolean failing;

    private LastSigned(DataDirectory data, Optional<Checkpoint> last) {
        this.data = data;
        this.last = last;
    }

    /**
     * @param keys the ledger's: one of them has signed what was kept
     * @throws StartRefused when the file is there and is no checkpoint
     */
    static LastSigned in(DataDirectory data, Collection<VerifierKey> keys) {
        return new LastSigned(data, data.readSecret(FILE).map(note -> parse(data, note, keys)));
    }

    private static Checkpoint parse(DataDirectory data, String note, Collection<VerifierKey> keys) {
        String why = "";
        for (VerifierKey key : keys) {
            try {
                return Checkpoint.parse(SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)).textSignedBy(key));
            } catch (Malformed e) {
                why = String.valueOf(e.getMessage());
            }
        }
        throw new StartRefused(
                "What was signed last cannot be read from " + data.path().resolve(FILE) + ": " + why + ".",
                "Verify the ledger with a checkpoint that was kept elsewhere, then move the file away.");
    }

    /** @throws StartRefused when the ledger does not go on from what was signed here last */
    LastSigned requireContinuedBy(DataSource database) {
        last.flatMap(checkpoint -> Continuation.whyNot(database, checkpoint)).ifPresent(why -> {
            throw new StartRefused(
                    "The ledger in the database does not go on from what was signed here: " + why + ".",
                    "It was restored from an older state, or it is another database. Restore a newer backup. If there is "
                            + "none, keep " + data.path().resolve(FILE) + " as a proof of what is lost, and move it away: "
                            + "the ledger then goes on from where it is. See docker/RESTORE.md.");
        });
        return this;
    }

    @Override
    public Optional<Checkpoint> last() {
        return last;
    }

    /** A disk that is full is no reason not to sign. */
    @Override
    public void keep(SignedCheckpoint newest) {
        try {
            data.writeSecret(FILE, newest.note().toString());
            failing = false;
        } catch (UncheckedIOException | StartRefused e) {
            if (!failing) {
                LOG.warn("What was signed last cannot be kept in {}: {}", data.path().resolve(FILE), e.getMessage());
            }
            failing = true;
        }
    }
}
