package cn.dabiao.query.rebuilding;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.awaitility.Awaitility;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.projection.RebuildState;
import cn.dabiao.ledger.EventScan;
import cn.dabiao.ledger.EventSerializer;
import cn.dabiao.ledger.TokenTable;
import cn.dabiao.query.ProjectionsOf;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Ledger;
import cn.dabiao.query.fixture.Lives;

/**
 * How fast a group is rebuilt, beside the two speeds it is held against: that of reading the same events in order from one
 * cursor and from their JSON, and that of projecting them one by one, each in a transaction of its own with its token, as
 * stock processors with a statement per event do. For a machine on which others work, too, the processor time of an event is
 * told beside the wall's clock: that of this process and of the database's. Arguments: how many events, 200000 unless told; which groups, all
 * unless told.
 */
public final class RebuildSpeed {

    private static final int SCHOOLS = 200;
    private static final int ROW_WISE = 2_000;
    private static final int TURNS = 3;

    private final DataSource database;
    private final JdbcClient jdbc;
    private final EventSerializer serializer = new EventSerializer();
    private final EventScan scan;
    private final long events;

    private RebuildSpeed(DataSource database, long events) throws SQLException {
        this.database = database;
        this.jdbc = JdbcClient.create(database);
        this.scan = new EventScan(database, serializer);
        this.events = fill(events);
    }

    /** Events per second, and microseconds of processor time per event. */
    public record Speed(double perSecond, double processor) {

        static final Speed NONE = new Speed(0, Double.MAX_VALUE);

        Speed orBetter(Speed other) {
            return new Speed(Math.max(perSecond, other.perSecond), Math.min(processor, other.processor));
        }
    }

    /** The best of each. */
    public record Measured(String group, Speed rebuilt, Speed raw, Speed rowWise) {

        @Override
        public String toString() {
            return "%-11s rebuilt %7.0f/s (%5.1f us) = %.2f of raw %7.0f/s (%5.1f us) = %.1f times row-wise %6.0f/s (%6.1f us)"
                    .formatted(
                            group, rebuilt.perSecond, rebuilt.processor, rebuilt.perSecond / raw.perSecond,
                            raw.perSecond, raw.processor, rebuilt.perSecond / rowWise.perSecond, rowWise.perSecond,
                            rowWise.processor);
        }
    }

    public static void main(String... arguments) throws Exception {
        try (HikariDataSource database = Database.fresh()) {
            RebuildSpeed speed = new RebuildSpeed(
                    database, arguments.length == 0 ? 200_000 : Long.parseLong(arguments[0]));
            System.out.printf("%d events%n", speed.events);
            for (String group : arguments.length < 2 ? ProjectionsOf.GROUPS : List.of(arguments).subList(1, arguments.length)) {
                System.out.println(speed.measured(group));
            }
        }
        System.exit(0);
    }

    /** The best of a few turns, which the three take one after another: others work on the machine as well. */
    private Measured measured(String group) throws InterruptedException {
        Measured best = new Measured(group, Speed.NONE, Speed.NONE, Speed.NONE);
        for (int turn = 0; turn < TURNS; turn++) {
            best = new Measured(
                    group,
                    best.rebuilt().orBetter(rebuilt(group)),
                    best.raw().orBetter(raw()),
                    best.rowWise().orBetter(rowWise(group)));
        }
        return best;
    }

    private Speed raw() throws InterruptedException {
        Began began = begun();
        AtomicLong seen = new AtomicLong();
        scan.each(-1, events - 1, chunk -> {
            chunk.forEach(event -> seen.addAndGet(event.getPayload() == null ? 0 : 1));
            return true;
        });
        return speed(seen.get(), began);
    }

    private Speed rebuilt(String group) {
        try (Rebuilds rebuilds = new Rebuilds(
                ProjectionsOf.GROUPS, ProjectionsOf::group, database, scan, UUID.randomUUID().toString(), Duration.ofMinutes(1))) {
            Began began = begun();
            rebuilds.begin(group, "operator");
            Awaitility.await().atMost(Duration.ofMinutes(10)).pollInterval(Duration.ofMillis(20))
                    .until(() -> !last(group).underWay());
            if (last(group).state() != RebuildState.DONE) {
                throw new IllegalStateException(last(group).toString());
            }
            return speed(events, began);
        }
    }

    private RebuildRecord last(String group) {
        return RebuildRecords.all(jdbc).stream().filter(it -> it.group().equals(group)).findFirst().orElseThrow();
    }

    /** Into tables of its own, from the first event on. */
    private Speed rowWise(String group) throws InterruptedException {
        Shadow shadow = new Shadow(ProjectionsOf.group(group, jdbc).stream().flatMap(it -> it.tables().stream()).toList(), jdbc);
        shadow.begin();
        shadow.index();
        SpringTransactionManager transactions = new SpringTransactionManager(new JdbcTransactionManager(database));
        List<AnnotationEventHandlerAdapter> projections = ProjectionsOf.group(group, shadow.redirected()).stream()
                .map(AnnotationEventHandlerAdapter::new)
                .toList();
        Began began = begun();
        AtomicLong seen = new AtomicLong();
        scan.each(-1, Math.min(ROW_WISE, events) - 1, chunk -> {
            for (TrackedEventMessage<?> event : chunk) {
                DefaultUnitOfWork<TrackedEventMessage<?>> work = DefaultUnitOfWork.startAndGet(event);
                work.attachTransaction(transactions);
                work.execute(() -> {
                    for (AnnotationEventHandlerAdapter projection : projections) {
                        handle(projection, event);
                    }
                    jdbc.sql("UPDATE view.token_entry SET touched_at = 'now' WHERE processor_name = 'none-' || :group")
                            .param("group", group)
                            .update();
                });
                seen.incrementAndGet();
            }
            return true;
        });
        Speed rate = speed(seen.get(), began);
        shadow.drop();
        return rate;
    }

    private static void handle(AnnotationEventHandlerAdapter projection, TrackedEventMessage<?> event) {
        try {
            projection.handle(event);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private record Began(long nanos, Duration processor) {}

    private Began begun() {
        return new Began(System.nanoTime(), processorTime());
    }

    private Speed speed(long count, Began began) {
        double seconds = (System.nanoTime() - began.nanos) / 1e9;
        double micros = processorTime().minus(began.processor).toNanos() / 1e3;
        return new Speed(count / seconds, micros / count);
    }

    private Duration processorTime() {
        long backend = jdbc.sql("SELECT pg_backend_pid()").query(Long.class).single();
        return Stream.concat(
                        Stream.of(ProcessHandle.current()),
                        ProcessHandle.of(backend).flatMap(ProcessHandle::parent).stream().flatMap(ProcessHandle::children))
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Counties one after another, until there are enough events; the processors are said to have seen them. */
    private long fill(long wanted) throws SQLException {
        long position = 0;
        Map<String, Long> next = new HashMap<>();
        byte[] metadata = serializer.serialize(
                MetaData.with("actor", "office").and("role", "OFFICE").and("requestId", "req-1"), byte[].class).getData();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        """
                        INSERT INTO ledger.event (position, stream_id, stream_seq, stream_type, event_id, event_type,
                                                  revision, recorded_at, payload, metadata, leaf_hash)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)) {
            connection.setAutoCommit(false);
            for (int county = 0; position < wanted; county++) {
                for (Object event : Lives.of(SCHOOLS, county, 1 + county * SCHOOLS)) {
                    String stream = Ledger.streamOf(event);
                    long sequence = next.merge(stream, 1L, Long::sum) - 1;
                    if (county > 0 && (stream.startsWith("standard") || stream.startsWith("campaign")
                            || stream.startsWith("inspector"))) {
                        continue;
                    }
                    SerializedObject<byte[]> payload = serializer.serialize(event, byte[].class);
                    insert.setLong(1, position++);
                    insert.setString(2, stream);
                    insert.setLong(3, sequence);
                    insert.setString(4, stream.substring(0, stream.indexOf(':')));
                    insert.setObject(5, UUID.randomUUID());
                    insert.setString(6, payload.getType().getName());
                    insert.setString(7, payload.getType().getRevision());
                    insert.setTimestamp(8, Timestamp.from(Instant.EPOCH.plusMillis(position)));
                    insert.setBytes(9, payload.getData());
                    insert.setBytes(10, metadata);
                    insert.setBytes(11, new byte[32]);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
        }
        jdbc.sql("ANALYZE ledger.event").update();
        SerializedObject<byte[]> token =
                TokenTable.SERIALIZER.serialize(new GlobalSequenceTrackingToken(position - 1), byte[].class);
        jdbc.sql("UPDATE view.token_entry SET token = :token, token_type = :type")
                .param("token", token.getData())
                .param("type", token.getType().getName())
                .update();
        return position;
    }
}
