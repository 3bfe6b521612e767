package cn.dabiao.ledger.store;

import java.time.Duration;

/**
 * What bounds the writer.
 *
 * @param maxWait    how long a unit of work may wait for its turn, how long a batch may take in the database, and how long
 *                   the writer tries to learn the fate of a batch whose connection was lost; so nobody waits longer than
 *                   about four times this
 * @param maxWaiting units of work that may wait at once; one more is refused at once
 * @param maxEvents  events in one batch
 * @param maxBytes   payload and metadata in one batch; a single unit that is larger goes alone
 */
public record CommitLimits(Duration maxWait, int maxWaiting, int maxEvents, long maxBytes) {

    public static final CommitLimits DEFAULT = new CommitLimits(Duration.ofSeconds(5), 10_000, 1_000, 4L << 20);

    public CommitLimits {
        if (!maxWait.isPositive() || maxWaiting < 1 || maxEvents < 1 || maxBytes < 1) {
            throw new IllegalArgumentException("a writer without time or room writes nothing");
        }
    }

    public CommitLimits withMaxWait(Duration other) {
        return new CommitLimits(other, maxWaiting, maxEvents, maxBytes);
    }
}
