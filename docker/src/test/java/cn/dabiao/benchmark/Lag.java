package cn.dabiao.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

import org.HdrHistogram.Histogram;

import cn.dabiao.query.projecting.Tokens;

/**
 * How long what is written stays unseen: commands come at a fixed rate, whether or not the earlier ones are answered, and
 * somebody looks every millisecond how far each group of projections is. What counts is the time from a command's answer
 * to the first look that finds its event.
 */
final class Lag {

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long LOOK = 1_000_000;
    private static final int CLIENTS = 32;
    private static final Duration CATCH_UP = Duration.ofMinutes(30);
    private static final String TOKENS = "SELECT processor_name, token, token_type FROM view.token_entry";

    private record Written(long position, long answered) {}

    private record Look(long at, Map<String, Long> shown) {}

    private Lag() {}

    /** By group, from the quickest to the last of all groups, which is called {@code every group}. */
    static Map<String, Sample> measure(Scoring scoring, DataSource database, int perSecond, Duration duration)
            throws Exception {
        List<Look> looks = new ArrayList<>();
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> watcher = threads.submit(() -> {
                watch(database, looks, over);
                return null;
            });
            List<Written> written = List.copyOf(write(scoring, perSecond, duration, threads));
            long last = written.stream().mapToLong(Written::position).max().orElseThrow();
            awaitShown(database, last);
            over.set(true);
            watcher.get();
            return lags(written, looks, duration.toNanos());
        }
    }

    private static ConcurrentLinkedQueue<Written> write(
            Scoring scoring, int perSecond, Duration duration, ExecutorService threads) throws Exception {
        ConcurrentLinkedQueue<Written> written = new ConcurrentLinkedQueue<>();
        List<Scoring.Answered> clients = new ArrayList<>();
        for (int number = 0; number < CLIENTS; number++) {
            clients.add(scoring.answered(number));
        }
        List<Semaphore> free = clients.stream().map(_ -> new Semaphore(1)).toList();
        List<Future<?>> calls = new ArrayList<>();
        long began = System.nanoTime();
        long all = perSecond * duration.toSeconds();
        for (int count = 0; count < all; count++) {
            LockSupport.parkNanos(began + count * NANOS_PER_SECOND / perSecond - System.nanoTime());
            int client = count % CLIENTS;
            calls.add(threads.submit(() -> {
                free.get(client).acquire();
                try {
                    written.add(new Written(clients.get(client).position(), System.nanoTime()));
                } finally {
                    free.get(client).release();
                }
                return null;
            }));
        }
        for (Future<?> call : calls) {
            call.get();
        }
        return written;
    }

    private static void watch(DataSource database, List<Look> looks, AtomicBoolean over) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement tokens = connection.prepareStatement(TOKENS)) {
            while (!over.get()) {
                Map<String, Long> shown = shown(tokens);
                looks.add(new Look(System.nanoTime(), shown));
                LockSupport.parkNanos(LOOK);
            }
        }
    }

    /** Waits until every group shows this position. */
    static void awaitShown(DataSource database, long position) throws SQLException {
        long end = System.nanoTime() + CATCH_UP.toNanos();
        try (Connection connection = database.getConnection();
                PreparedStatement tokens = connection.prepareStatement(TOKENS)) {
            while (shown(tokens).values().stream().anyMatch(shown -> shown < position)) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("position " + position + " is not shown: " + shown(tokens));
                }
                LockSupport.parkNanos(LOOK);
            }
        }
        // One more look of the watcher.
        LockSupport.parkNanos(10 * LOOK);
    }

    private static Map<String, Long> shown(PreparedStatement tokens) throws SQLException {
        Map<String, Long> shown = new HashMap<>();
        try (ResultSet rows = tokens.executeQuery()) {
            while (rows.next()) {
                shown.merge(
                        rows.getString(1), Tokens.shown(Tokens.read(rows.getBytes(2), rows.getString(3))), Math::min);
            }
        }
        return shown;
    }

    private static Map<String, Sample> lags(List<Written> written, List<Look> looks, long elapsed) {
        Map<String, Histogram> nanos = new TreeMap<>();
        for (Written each : written) {
            long slowest = 0;
            for (String group : looks.getFirst().shown().keySet()) {
                long lag = Math.max(0, firstLook(looks, group, each.position()) - each.answered());
                nanos.computeIfAbsent(group, _ -> new Histogram(3)).recordValue(lag);
                slowest = Math.max(slowest, lag);
            }
            nanos.computeIfAbsent("every group", _ -> new Histogram(3)).recordValue(slowest);
        }
        Map<String, Sample> samples = new TreeMap<>();
        nanos.forEach((group, histogram) -> samples.put(group, Sample.of(histogram, elapsed, 0)));
        return samples;
    }

    /** Positions only grow, so the first look that shows one is found by halves. */
    private static long firstLook(List<Look> looks, String group, long position) {
        int low = 0;
        int high = looks.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (looks.get(middle).shown().getOrDefault(group, Tokens.NOTHING) >= position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return looks.get(low).at();
    }
}
