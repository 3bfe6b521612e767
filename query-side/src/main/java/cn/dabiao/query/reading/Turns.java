package cn.dabiao.query.reading;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.springframework.dao.TransientDataAccessResourceException;

/**
 * Lets a few reads look at the database at a time, first come first served. More at a time than there are processors make no
 * read faster, and the scheduler lets some of them wait several times as long as the others.
 */
final class Turns {

    private final Semaphore free;
    private final Duration patience;

    Turns(int atOnce, Duration patience) {
        this.free = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /** @throws TransientDataAccessResourceException when it is not its turn in time */
    <T> T take(Supplier<T> read) {
        if (!acquired()) {
            throw new TransientDataAccessResourceException("no turn to read within " + patience);
        }
        try {
            return read.get();
        } finally {
            free.release();
        }
    }

    private boolean acquired() {
        try {
            return free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
