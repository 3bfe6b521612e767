package cn.dabiao.query.projecting;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Writes in a thread of its own, in the order in which it is told, while the next rows are folded. */
final class Writing implements AutoCloseable {

    private static final int AT_ONCE = 2;

    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().daemon().name("rebuild-writer").unstarted(task));
    private final Deque<Future<?>> underWay = new ArrayDeque<>();

    /** Waits when too much is under way already. What has failed before is told here. */
    void write(Runnable rows) {
        while (underWay.size() >= AT_ONCE) {
            await(underWay.removeFirst());
        }
        underWay.addLast(writer.submit(rows));
    }

    /** Waits until everything is written. */
    void settle() {
        while (!underWay.isEmpty()) {
            await(underWay.removeFirst());
        }
    }

    private static void await(Future<?> written) {
        try {
            written.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the node stops");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("rows could not be written", e.getCause());
        }
    }

    @Override
    public void close() {
        writer.shutdown();
    }
}
