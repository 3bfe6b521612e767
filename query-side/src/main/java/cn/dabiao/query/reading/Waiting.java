package cn.dabiao.query.reading;

import java.time.Duration;

/** Waiting in the thread of a request, which is a virtual one and may. */
public final class Waiting {

    private Waiting() {}

    /** False when the thread is to end instead. */
    public static boolean paused(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
