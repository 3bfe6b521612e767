package cn.dabiao.ledger.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;

/** Reads the ledger as a processor does, again and again behind what it has seen, while others write. */
final class Follower implements AutoCloseable {

    private final EventRows rows;
    private final List<Long> seen = new CopyOnWriteArrayList<>();
    private final Thread thread = Thread.ofPlatform().unstarted(this::run);
    private volatile boolean stopped;
    private volatile long last = -1;

    Follower(DataSource database) {
        this.rows = new EventRows(database);
        thread.start();
    }

    /** Waits until that many have been seen. */
    void follow(long count) throws InterruptedException {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (seen.size() < count && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
    }

    /** The positions in the order in which they were seen: one that turned up behind a later one is not among them. */
    List<Long> seen() {
        return seen;
    }

    private void run() {
        while (!stopped) {
            rows.after(last, 100).forEach(event -> {
                last = ((GlobalSequenceTrackingToken) event.trackingToken()).getGlobalIndex();
                seen.add(last);
            });
        }
    }

    @Override
    public void close() {
        stopped = true;
    }
}
