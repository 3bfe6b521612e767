package cn.dabiao.app.postgres;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the server again, on the port it had, whenever its process has died while the application lives: {@code kill -9},
 * or the kernel short of memory. It tries at short intervals first and never gives up; what the application is asked
 * meanwhile it answers 503 by itself.
 */
final class Watchdog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** A start in the middle of a long recovery is not waited for: by then the server can be told to stop. */
    private static final Duration START_UNDER_WAY = Duration.ofSeconds(10);

    private final Postmaster postmaster;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Watchdog(Postmaster postmaster) {
        this.postmaster = postmaster;
        this.thread = Thread.ofPlatform().daemon().name("postgres-watchdog").unstarted(this::run);
    }

    /** Watches a server that runs. */
    static Watchdog over(Postmaster postmaster) {
        Watchdog watchdog = new Watchdog(postmaster);
        watchdog.thread.start();
        return watchdog;
    }

    private void run() {
        while (!closedWithin(LOOK)) {
            try {
                if (!postmaster.isRunning()) {
                    bringBack();
                }
            } catch (RuntimeException e) {
                LOG.error("Looking after PostgreSQL failed; it is tried again", e);
            }
        }
    }

    /** The children of a server that was killed need a moment to go; until then no other starts on their files. */
    private void bringBack() {
        LOG.error("PostgreSQL has died; starting it again");
        long began = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; !closedWithin(pause); attempt++) {
            PostgresCommands.Outcome outcome = startedUnlessRunning();
            if (postmaster.isRunning()) {
                LOG.warn("PostgreSQL is back after {} ms, at attempt {}", (System.nanoTime() - began) / 1_000_000, attempt);
                return;
            }
            pause = longer(pause);
            LOG.error("PostgreSQL did not start, attempt {}; next in {} ms: {}", attempt, pause.toMillis(), outcome.output());
        }
    }

    private PostgresCommands.Outcome startedUnlessRunning() {
        if (postmaster.isRunning()) {
            return new PostgresCommands.Outcome(0, "");
        }
        postmaster.removeStalePidFile();
        return postmaster.start();
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private boolean closedWithin(Duration pause) {
        try {
            return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // Nobody but closing ends this thread, and that does not interrupt it.
            return true;
        }
    }

    /** After this nobody starts the server any more, so that it can be stopped for good. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(START_UNDER_WAY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
