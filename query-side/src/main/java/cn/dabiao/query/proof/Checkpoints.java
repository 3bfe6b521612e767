package cn.dabiao.query.proof;

import java.time.Duration;
import java.util.Optional;

import cn.dabiao.api.problem.NotYetVisible;
import cn.dabiao.ledger.audit.Audit;
import cn.dabiao.ledger.signing.SignedCheckpoint;
import cn.dabiao.query.projecting.Tokens;
import cn.dabiao.query.reading.MinPosition;
import cn.dabiao.query.reading.Waiting;

/** The newest checkpoint, and the waiting for a newer one: whoever signs is another thread, or another node. */
final class Checkpoints {

    /** A signer that is there takes milliseconds; without one, an older checkpoint is better than none. */
    private static final Duration BRIEFLY = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Audit audit;
    private final Duration maxWait;

    Checkpoints(Audit audit, Duration maxWait) {
        this.audit = audit;
        this.maxWait = maxWait;
    }

    /**
     * Of all events there are, if it comes soon; else an older one, as long as it shows what the request asks for by its
     * minimal position.
     *
     * @throws NotYetVisible when there is none that shows it
     */
    SignedCheckpoint newest() {
        return within(BRIEFLY.compareTo(maxWait) < 0 ? BRIEFLY : maxWait, audit.size())
                .filter(newest -> newest.size() > MinPosition.ofRequest())
                .orElseGet(() -> covering(0));
    }

    /**
     * One of at least so many events, and of what the request asks for.
     *
     * @throws NotYetVisible when it does not come in time
     */
    SignedCheckpoint covering(long events) {
        long wanted = Math.max(events, MinPosition.ofRequest() + 1);
        Optional<SignedCheckpoint> newest = within(maxWait, wanted);
        return newest.filter(it -> it.size() >= wanted)
                .orElseThrow(() -> new NotYetVisible(
                        wanted - 1, newest.map(it -> it.size() - 1).orElse(Tokens.NOTHING)));
    }

    private Optional<SignedCheckpoint> within(Duration wait, long events) {
        long deadline = System.nanoTime() + wait.toNanos();
        Optional<SignedCheckpoint> newest = audit.newestCheckpoint();
        if (!covers(newest, events)) {
            audit.askForCheckpoint();
        }
        while (!covers(newest, events) && System.nanoTime() - deadline < 0 && Waiting.paused(PAUSE)) {
            newest = audit.newestCheckpoint();
        }
        return newest;
    }

    private static boolean covers(Optional<SignedCheckpoint> checkpoint, long events) {
        return checkpoint.isPresent() && checkpoint.get().size() >= events;
    }
}
