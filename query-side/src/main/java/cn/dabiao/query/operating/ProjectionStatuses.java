package cn.dabiao.query.operating;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.api.projection.ProjectionState;
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.query.projecting.TokenRows;
import cn.dabiao.query.projecting.TokenRows.Token;
import cn.dabiao.query.projecting.Tokens;
import cn.dabiao.query.rebuilding.RebuildRecord;
import cn.dabiao.query.rebuilding.RebuildRecords;

/**
 * How every group is getting on. Everything but the speed is read from the database, so each node answers for all: for
 * the administration, and for gauges and health.
 */
public final class ProjectionStatuses implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionStatuses.class);
    private static final Duration SAMPLE = Duration.ofSeconds(5);
    private static final String PARKED =
            """
            SELECT processing_group, count(*) AS letters, count(DISTINCT sequence_identifier) AS sequences
              FROM view.dead_letter_entry
             GROUP BY processing_group
            """;
    private static final String RECORDED = "SELECT recorded_at FROM ledger.event WHERE position = :position";

    private final List<String> groups;
    private final JdbcClient jdbc;
    private final LedgerReader ledger;
    private final Clock clock;
    private final Map<String, Speed> speeds;
    private final ScheduledExecutorService sampling = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("projection-speeds").unstarted(task));

    public ProjectionStatuses(List<String> groups, JdbcClient jdbc, LedgerReader ledger, Clock clock) {
        this.groups = List.copyOf(groups);
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
        this.speeds = groups.stream().collect(Collectors.toConcurrentMap(Function.identity(), _ -> new Speed()));
    }

    public void start() {
        var _ = sampling.scheduleWithFixedDelay(this::sample, 0, SAMPLE.toMillis(), TimeUnit.MILLISECONDS);
    }

    public List<String> groups() {
        return groups;
    }

    /** The position of the last event there is. */
    public long head() {
        return ledger.head().orElse(Tokens.NOTHING);
    }

    /** In the order in which the groups are named. */
    public List<ProjectionStatus> all() {
        long head = head();
        Map<String, List<Token>> tokens = TokenRows.byGroup(jdbc);
        Map<String, Parked> parked = jdbc.sql(PARKED)
                .query((row, _) -> new Parked(
                        row.getString("processing_group"), row.getInt("letters"), row.getInt("sequences")))
                .list()
                .stream()
                .collect(Collectors.toMap(Parked::group, Function.identity()));
        Map<String, RebuildRecord> rebuilds = RebuildRecords.all(jdbc).stream()
                .collect(Collectors.toMap(RebuildRecord::group, Function.identity()));
        Map<Long, Duration> lags = new ConcurrentHashMap<>();
        return groups.stream()
                .map(group -> {
                    List<Token> segments = tokens.getOrDefault(group, List.of());
                    long position = least(segments);
                    Parked letters = parked.getOrDefault(group, new Parked(group, 0, 0));
                    RebuildRecord rebuild = rebuilds.get(group);
                    return new ProjectionStatus(
                            group,
                            state(segments, rebuild != null && rebuild.underWay()),
                            segments.size(),
                            position,
                            Math.max(0, head - position),
                            position >= head ? Duration.ZERO : lags.computeIfAbsent(position + 1, this::waiting),
                            speeds.getOrDefault(group, new Speed()).perSecond(),
                            letters.letters(),
                            letters.sequences(),
                            Optional.ofNullable(rebuild));
                })
                .toList();
    }

    private static ProjectionState state(List<Token> segments, boolean rebuilding) {
        if (segments.isEmpty() || !segments.stream().allMatch(Token::workedOn)) {
            return ProjectionState.ERROR;
        }
        return rebuilding ? ProjectionState.REBUILDING : ProjectionState.RUNNING;
    }

    private Duration waiting(long position) {
        return jdbc.sql(RECORDED).param("position", position).query(Timestamp.class).optional()
                .map(Timestamp::toInstant)
                .map(since -> Duration.between(since, Instant.now(clock)))
                .filter(lag -> !lag.isNegative())
                .orElse(Duration.ZERO);
    }

    private void sample() {
        try {
            long now = System.nanoTime();
            TokenRows.byGroup(jdbc).forEach((group, segments) -> {
                if (speeds.containsKey(group)) {
                    speeds.get(group).at(now, least(segments));
                }
            });
        } catch (RuntimeException e) {
            LOG.debug("the speed of projections cannot be seen", e);
        }
    }

    private static long least(List<Token> segments) {
        return segments.stream().mapToLong(Token::position).min().orElse(Tokens.NOTHING);
    }

    @Override
    public void close() {
        sampling.shutdownNow();
    }

    private record Parked(String group, int letters, int sequences) {}
}
