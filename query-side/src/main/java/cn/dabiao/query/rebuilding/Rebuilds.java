package cn.dabiao.query.rebuilding;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import cn.dabiao.api.projection.RebuildState;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.ledger.EventScan;
import cn.dabiao.query.projecting.Projection;
import cn.dabiao.query.projecting.TokenRows;

/**
 * Rebuilds groups, one after another on this node, and one at a time of each group on all nodes. What a node was at when
 * it went is told as failed, and its tables are dropped: by itself at its next start, or by another after half a minute.
 */
public final class Rebuilds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<String> groups;
    private final BiFunction<String, JdbcClient, List<Projection>> projections;
    private final DataSource database;
    private final EventScan scan;
    private final String node;
    private final Duration patience;
    private final JdbcClient jdbc;
    private final RebuildTable table;
    private final Set<String> here = ConcurrentHashMap.newKeySet();
    private final ExecutorService one = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().daemon().name("rebuild").unstarted(task));
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("rebuild-clock").unstarted(task));

    /**
     * @param projections those of a group, writing through what they are given
     * @param node        a name that no other node has
     * @param patience    how long a rebuild waits for reads that are in the way of its exchange
     */
    public Rebuilds(
            List<String> groups,
            BiFunction<String, JdbcClient, List<Projection>> projections,
            DataSource database,
            EventScan scan,
            String node,
            Duration patience) {
        this.groups = List.copyOf(groups);
        this.projections = projections;
        this.database = database;
        this.scan = scan;
        this.node = node;
        this.patience = patience;
        this.jdbc = JdbcClient.create(database);
        this.table = new RebuildTable(jdbc);
    }

    public void start() {
        table.interruptOf(node).forEach(this::dropLeftover);
        long pause = SIGN_OF_LIFE.toMillis();
        var _ = clock.scheduleWithFixedDelay(this::tick, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** Begins to rebuild a group, or queues it behind others. */
    public RebuildRecord begin(String group, String by) {
        require(group);
        if (!table.queue(group, TokenRows.furthest(jdbc, group), by, node)) {
            throw new Refusal.RebuildUnderWay(group).asException();
        }
        LOG.info("{} is to be rebuilt, as {} wants", group, by);
        here.add(group);
        one.execute(() -> run(group));
        return ofGroup(group);
    }

    /** Asks for an end, on whichever node it is under way; it comes within about a second. */
    public RebuildRecord cancel(String group) {
        require(group);
        if (!table.cancel(group)) {
            throw new Refusal.NotFound(Thing.REBUILD, group).asException();
        }
        return ofGroup(group);
    }

    private RebuildRecord ofGroup(String group) {
        return table.find(group).orElseThrow(() -> new Refusal.NotFound(Thing.REBUILD, group).asException());
    }

    private void require(String group) {
        if (!groups.contains(group)) {
            throw new Refusal.NotFound(Thing.PROJECTION, group).asException();
        }
    }

    private void run(String group) {
        try {
            new Rebuild(group, it -> projections.apply(group, it), database, scan, patience).run();
            LOG.info("{} is rebuilt and in place", group);
        } catch (Poisoned e) {
            LOG.error("{} cannot be rebuilt: {}. What there was stays in place", group, e.getMessage(), e.getCause());
            failed(group, e.position(), Objects.requireNonNull(e.getCause()));
        } catch (CancellationException | InterruptedException e) {
            LOG.info("{} is not rebuilt: {}", group, e.getMessage());
            ended(group, RebuildState.CANCELLED, null, null);
        } catch (SQLException | RuntimeException | Error e) {
            LOG.error("{} could not be rebuilt. What there was stays in place", group, e);
            failed(group, null, e);
        } finally {
            here.remove(group);
        }
    }

    private void failed(String group, @Nullable Long position, Throwable cause) {
        ended(group, RebuildState.FAILED, position, cause.getClass().getSimpleName());
    }

    private void ended(
            String group,
            RebuildState state,
            @Nullable Long position,
            @Nullable String failure) {
        try {
            table.end(group, state, position, failure);
        } catch (RuntimeException e) {
            // It gives no sign of life any more, so it is soon taken for interrupted.
            LOG.warn("that the rebuild of {} has ended could not be written down", group, e);
        }
    }

    private void tick() {
        try {
            table.alive(node, here);
            table.interrupt().forEach(this::dropLeftover);
        } catch (RuntimeException e) {
            LOG.debug("no sign of life could be given", e);
        }
    }

    private void dropLeftover(String group) {
        LOG.warn("the rebuild of {} was interrupted; its leftovers are dropped", group);
        List<String> tables = projections.apply(group, jdbc).stream()
                .flatMap(projection -> projection.tables().stream())
                .toList();
        if (tables.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            JdbcClient own = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            // Whoever still is at it, although nobody heard of it, drops what it leaves itself.
            if (Alone.begun(own, group)) {
                try {
                    new Shadow(tables, own).drop();
                } finally {
                    Alone.ended(own, group);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the leftovers of the rebuild of " + group + " stay", e);
        }
    }

    /** What is under way ends, as cancelled. */
    @Override
    public void close() {
        clock.shutdownNow();
        one.shutdownNow();
        try {
            if (!one.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("a rebuild does not end; the next start drops what it leaves");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
