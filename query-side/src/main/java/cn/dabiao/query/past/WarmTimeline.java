package cn.dabiao.query.past;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import cn.dabiao.ledger.LedgerUnavailable;
import cn.dabiao.ledger.Timeline;
import cn.dabiao.query.reading.Waiting;

/**
 * Reads the times of the ledger after a start, before anybody asks for an instant: in the background, one query after
 * another, and pausing as long as each took, so that it takes half a connection at the most. Neither the start nor the end
 * of the process waits for it. When it fails, whoever asks first reads what is missing.
 */
final class WarmTimeline implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WarmTimeline.class);

    private final Timeline timeline;
    private volatile boolean running;

    WarmTimeline(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("timeline").start(this::read);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void read() {
        try {
            boolean isMore = true;
            while (running && isMore) {
                long begun = System.nanoTime();
                isMore = timeline.learnMore();
                isMore &= Waiting.paused(Duration.ofNanos(System.nanoTime() - begun));
            }
        } catch (LedgerUnavailable e) {
            if (running) {
                LOG.warn("the times of the ledger are read when they are asked for: {}", e.getMessage());
            }
        }
    }
}
