package cn.dabiao.ledger.verify;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

import cn.dabiao.ledger.verify.StoreReport.Signed;
import cn.dabiao.ledger.verify.StoreReport.Sound;

/**
 * Reads the whole store again and derives from the events whatever is stored about them: each leaf hash, the order of
 * positions and streams, every node, the head, and the root of every checkpoint at its size. One pass in the order of the
 * ledger over one snapshot; it holds a few chunks of events, whatever the size, and a counter for each stream.
 *
 * <p>What nobody signed can be made anew by whoever rules the database, from the first event to the head. So it is the
 * checkpoints that prove history, and of these the ones that are known from elsewhere, by their key or themselves.
 */
public final class StoreVerifier {

    private final Trust trust;
    private final Progress progress;

    public StoreVerifier(Trust trust, Progress progress) {
        this.trust = trust;
        this.progress = progress;
    }

    /**
     * Writes nothing and locks nobody out; appends may go on.
     *
     * @throws SQLException when the store could not be read
     */
    public StoreReport verify(DataSource database) throws SQLException {
        try (Snapshot snapshot = Snapshot.take(database, trust)) {
            Optional<StoredHead> head = snapshot.head();
            progress.begin(head.map(StoredHead::size).orElse(0L));
            return verify(snapshot, head);
        }
    }

    private StoreReport verify(Snapshot snapshot, Optional<StoredHead> head) throws SQLException {
        Inquiry inquiry = new Inquiry(snapshot, head);
        Walk walk = new Walk(trust);
        try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
            Chunk chunk = snapshot.chunk();
            while (true) {
                // While this chunk is hashed the next is read, and nobody else uses the connection.
                Future<Chunk> next = reader.submit(snapshot::chunk);
                Walk.Findings findings = walk.take(chunk);
                Chunk following = finished(next);
                if (!findings.isEmpty()) {
                    return inquiry.into(findings, walk.vouched());
                }
                progress.checked(walk.tree().size());
                if (chunk.events().isEmpty()) {
                    return new Ending(snapshot, inquiry, walk)
                            .faultOf(head, chunk, trust.knowsKeys())
                            .<StoreReport>map(it -> it)
                            .orElseGet(() -> sound(snapshot, walk));
                }
                chunk = following;
            }
        }
    }

    private Sound sound(Snapshot snapshot, Walk walk) {
        return new Sound(
                walk.tree().size(),
                walk.streams(),
                snapshot.storedCheckpoints(),
                trust.outside().size(),
                walk.last().map(it -> new Signed(it.checkpoint(), it.key())));
    }

    private static Chunk finished(Future<Chunk> next) throws SQLException {
        try {
            return next.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while reading the ledger", e);
        }
    }
}
