package cn.dabiao.query.rebuilding;

import java.time.Duration;
import java.util.concurrent.CancellationException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells everybody how far a rebuild is, and the rebuild when nobody wants it any more. */
final class ProgressReport {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressReport.class);
    private static final long TOLD = Duration.ofSeconds(1).toNanos();
    private static final long LOGGED = Duration.ofSeconds(10).toNanos();

    private final String group;
    private final RebuildTable table;
    private final long began = System.nanoTime();
    private long told = began;
    private long logged = began;

    ProgressReport(String group, RebuildTable table) {
        this.group = group;
        this.table = table;
    }

    /** @throws CancellationException when it is not to go on */
    void at(long position, long target) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the node stops");
        }
        if (System.nanoTime() - told >= TOLD) {
            tell(position, target);
        }
    }

    /** @throws CancellationException when it is not to go on */
    void reached(long position, long target) {
        tell(position, target);
    }

    private void tell(long position, long target) {
        long now = System.nanoTime();
        told = now;
        double rate = (position + 1) / Math.max(1e-9, (now - began) / 1e9);
        if (now - logged >= LOGGED) {
            logged = now;
            LOG.info("{}: {} of {} events rebuilt, {}/s, {} s to go",
                    group, position + 1, target + 1, Math.round(rate), Math.round((target - position) / rate));
        }
        if (table.progress(group, position, target, rate)) {
            throw new CancellationException("cancelled");
        }
    }
}
