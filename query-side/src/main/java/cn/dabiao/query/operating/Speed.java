package cn.dabiao.query.operating;

import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a position has moved on lately: over about half a minute. */
final class Speed {

    private static final int SAMPLES = 7;

    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(long nanos, long position) {}

    synchronized void at(long nanos, long position) {
        samples.addLast(new Sample(nanos, position));
        if (samples.size() > SAMPLES) {
            samples.removeFirst();
        }
    }

    synchronized double perSecond() {
        if (samples.size() < 2) {
            return 0;
        }
        Sample first = samples.getFirst();
        Sample last = samples.getLast();
        return Math.max(0, last.position() - first.position()) / Math.max(1e-9, (last.nanos() - first.nanos()) / 1e9);
    }
}
