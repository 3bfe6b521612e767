package cn.dabiao.query.rebuilding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.api.projection.RebuildState;
import cn.dabiao.query.projecting.Columns;

/** The SQL of {@code view.rebuild}: the last rebuild of each group, whichever node runs it. */
final class RebuildTable {

    /** Of one whose node has gone, some thirty seconds after its last sign of life. */
    private static final String ABANDONED = "state IN ('QUEUED', 'RUNNING') AND alive_at < clock_timestamp() - interval '30 seconds'";
    private static final String QUEUE =
            """
            INSERT INTO view.rebuild AS last
                   (processing_group, state, position, target, events_per_second, started_by, started_at, node, alive_at)
            VALUES (:group, 'QUEUED', -1, :target, 0, :by, clock_timestamp(), :node, clock_timestamp())
                ON CONFLICT (processing_group) DO UPDATE
               SET state             = EXCLUDED.state,
                   position          = EXCLUDED.position,
                   target            = EXCLUDED.target,
                   events_per_second = EXCLUDED.events_per_second,
                   started_by        = EXCLUDED.started_by,
                   started_at        = EXCLUDED.started_at,
                   node              = EXCLUDED.node,
                   alive_at          = EXCLUDED.alive_at,
                   ended_at          = NULL,
                   cancel_requested  = false,
                   failed_position   = NULL,
                   failure           = NULL
             WHERE last.state NOT IN ('QUEUED', 'RUNNING')
            """;
    private static final String PROGRESS =
            """
            UPDATE view.rebuild
               SET state             = 'RUNNING',
                   position          = :position,
                   target            = :target,
                   events_per_second = :rate,
                   alive_at          = clock_timestamp()
             WHERE processing_group = :group
               AND state IN ('QUEUED', 'RUNNING')
            RETURNING cancel_requested
            """;
    private static final String END =
            """
            UPDATE view.rebuild
               SET state           = :state,
                   ended_at        = clock_timestamp(),
                   failed_position = :failedPosition,
                   failure         = :failure
             WHERE processing_group = :group
               AND state IN ('QUEUED', 'RUNNING')
            """;
    private static final String CANCEL =
            """
            UPDATE view.rebuild
               SET cancel_requested = true,
                   ended_at         = CASE WHEN state = 'QUEUED' THEN clock_timestamp() END,
                   state            = CASE WHEN state = 'QUEUED' THEN 'CANCELLED' ELSE state END
             WHERE processing_group = :group
               AND state IN ('QUEUED', 'RUNNING')
            """;
    private static final String ALIVE =
            """
            UPDATE view.rebuild
               SET alive_at = clock_timestamp()
             WHERE node = :node
               AND processing_group = ANY (CAST(:groups AS text[]))
               AND state IN ('QUEUED', 'RUNNING')
            """;
    private static final String INTERRUPT =
            """
            UPDATE view.rebuild
               SET state    = 'FAILED',
                   ended_at = clock_timestamp(),
                   failure  = 'INTERRUPTED'
             WHERE %s
            RETURNING processing_group
            """;
    private static final String SKIPPED =
            "SELECT position FROM view.skipped_event WHERE processing_group = :group";

    private final JdbcClient jdbc;

    RebuildTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when one of this group is under way already, on whichever node. */
    boolean queue(String group, long target, String by, String node) {
        return jdbc.sql(QUEUE)
                        .param("group", group)
                        .param("target", target)
                        .param("by", by)
                        .param("node", node)
                        .update()
                > 0;
    }

    /** True when somebody has asked for an end, or has taken it for interrupted. */
    boolean progress(String group, long position, long target, double rate) {
        return jdbc.sql(PROGRESS)
                .param("group", group)
                .param("position", position)
                .param("target", target)
                .param("rate", rate)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    void end(String group, RebuildState state, @Nullable Long failedPosition, @Nullable String failure) {
        jdbc.sql(END)
                .param("group", group)
                .param("state", state.name())
                .param("failedPosition", failedPosition)
                .param("failure", failure)
                .update();
    }

    /** False when there is nothing to cancel. */
    boolean cancel(String group) {
        return jdbc.sql(CANCEL).param("group", group).update() > 0;
    }

    /** @param groups those that this node is at, or has queued */
    void alive(String node, Collection<String> groups) {
        jdbc.sql(ALIVE).param("node", node).param("groups", Columns.keys(groups)).update();
    }

    /** The groups whose rebuild nobody goes on with; each is told once. */
    List<String> interrupt() {
        return jdbc.sql(INTERRUPT.formatted(ABANDONED)).query(String.class).list();
    }

    /** What this node was at when it went. */
    List<String> interruptOf(String node) {
        return jdbc.sql(INTERRUPT.formatted("node = :node AND state IN ('QUEUED', 'RUNNING')"))
                .param("node", node)
                .query(String.class)
                .list();
    }

    Optional<RebuildRecord> find(String group) {
        return all().stream().filter(it -> it.group().equals(group)).findFirst();
    }

    List<RebuildRecord> all() {
        return jdbc.sql("SELECT * FROM view.rebuild").query(RebuildTable::row).list();
    }

    List<Long> skipped(String group) {
        return jdbc.sql(SKIPPED).param("group", group).query(Long.class).list();
    }

    private static RebuildRecord row(ResultSet row, int number) throws SQLException {
        return new RebuildRecord(
                row.getString("processing_group"),
                RebuildState.valueOf(row.getString("state")),
                row.getLong("position"),
                row.getLong("target"),
                row.getDouble("events_per_second"),
                row.getString("started_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row),
                row.getObject("failed_position", Long.class),
                row.getString("failure"));
    }

    private static @Nullable Instant instant(ResultSet row) throws SQLException {
        OffsetDateTime endedAt = row.getObject("ended_at", OffsetDateTime.class);
        return endedAt == null ? null : endedAt.toInstant();
    }
}
