package cn.dabiao.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import org.axonframework.serialization.SimpleSerializedObject;

import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.inspector.InspectorEvent;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.PersonId;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolEvent;
import cn.dabiao.domain.value.BureauCode;

/** Short reads of the ledger beside Axon's: its head, and the events of all streams of one type. */
public final class LedgerReader {

    private static final String INSPECTORS =
            """
            SELECT event_type, revision, payload
              FROM ledger.event
             WHERE stream_type = 'inspector'
               AND stream_id LIKE 'inspector:' || ? || ':%'
             ORDER BY position
            """;
    private static final String STREAM =
            """
            SELECT event_type, revision, payload
              FROM ledger.event
             WHERE stream_id = ?
             ORDER BY stream_seq
            """;
    /** By the school's own index of its streams. */
    private static final String RUNNING =
            """
            SELECT 1
              FROM ledger.event AS begun
             WHERE split_part(begun.stream_id, ':', -1) = ?
               AND begun.stream_seq  = 0
               AND begun.stream_type = 'assessment'
               AND NOT EXISTS (SELECT 1
                                 FROM ledger.event AS closed
                                WHERE closed.stream_id  = 'campaign:' || split_part(begun.stream_id, ':', 2)
                                  AND closed.event_type = 'campaign.CampaignClosed')
             LIMIT 1
            """;
    private static final String SCHOOLS =
            """
            SELECT event_type, revision, payload
              FROM ledger.event
             WHERE stream_id = ANY (string_to_array(?, ','))
             ORDER BY position
            """;
    /** Stream after stream, each in its own order: whoever folds them holds one state at a time. */
    static final String UP_TO =
            """
            SELECT stream_id, stream_seq, position, event_type, revision, payload
              FROM ledger.event
             WHERE stream_id = ANY (?)
               AND position <= ?
               AND (CAST(? AS text[]) IS NULL OR event_type = ANY (?))
             ORDER BY stream_id, stream_seq
            """;
    private static final String FIRST_OF_STREAM =
            "SELECT position FROM ledger.event WHERE stream_id = ? AND stream_seq = 0";
    private static final String LAST_OF_STREAM =
            "SELECT position FROM ledger.event WHERE stream_id = ? ORDER BY stream_seq DESC LIMIT 1";
    private static final String OF_TYPE =
            """
            SELECT position, event_type, revision, payload
              FROM ledger.event
             WHERE stream_id  = ?
               AND event_type = ?
             ORDER BY stream_seq
            """;
    /** By the bytes of the names, as the index has them: ';' is what follows ':'. */
    private static final String ASSIGNMENTS =
            """
            SELECT event_type, revision, payload
              FROM ledger.event
             WHERE event_type IN (
                       'assessment.InspectorsDrawn', 'assessment.ReviewOpened', 'assessment.InspectorReplaced')
               AND stream_id ~>=~ ('assessment:' || ? || ':')
               AND stream_id ~<~  ('assessment:' || ? || ';')
             ORDER BY position
            """;
    /** The schools of the register but for those that have ceased, less those whose plan has opened an assessment. */
    private static final String WITHOUT_PLAN =
            """
            SELECT split_part(registered.stream_id, ':', -1) AS school_code
              FROM ledger.event AS registered
             WHERE registered.stream_type = 'school'
               AND registered.stream_seq  = 0
               AND CAST(convert_from(registered.payload, 'UTF8') AS jsonb) ->> 'bureau' = ?
               AND NOT EXISTS (SELECT 1
                                 FROM ledger.event AS ceased
                                WHERE ceased.stream_id = registered.stream_id
                                  AND ceased.event_type IN ('school.SchoolMerged', 'school.SchoolClosed'))
               AND NOT EXISTS (SELECT 1
                                 FROM ledger.event AS filed
                                WHERE filed.stream_id  = 'assessment:' || ? || ':'
                                                         || split_part(registered.stream_id, ':', -1)
                                  AND filed.stream_seq = 0)
             ORDER BY school_code
            """;
    /** For what is done a few times in a campaign's life: a campaign's id holds nothing that LIKE takes for a pattern. */
    private static final String ASSESSMENTS =
            """
            SELECT event_type, revision, payload
              FROM ledger.event
             WHERE stream_id LIKE 'assessment:' || ? || ':%'
             ORDER BY stream_id, stream_seq
            """;
    private static final String ERASED =
            """
            SELECT CAST(convert_from(payload, 'UTF8') AS jsonb) ->> 'personId'
              FROM ledger.event
             WHERE event_type IN ('school.PersonErased', 'inspector.PersonErased', 'campaign.PersonErased')
            """;
    private static final String ERASED_AT = ERASED + "   AND position = ?";
    private static final String RECORDED_AT = "SELECT recorded_at FROM ledger.event WHERE position = ?";
    private static final String HEAD = "SELECT max(position) FROM ledger.event";
    private static final int ROWS = 500;
    private static final String TEXT = "text";
    private static final String TYPES = "SELECT DISTINCT event_type, revision FROM ledger.event";

    private final DataSource database;
    private final EventSerializer serializer;

    public LedgerReader(DataSource database, EventSerializer serializer) {
        this.database = database;
        this.serializer = serializer;
    }

    /** The position of the last event; empty when there is none yet. */
    public OptionalLong head() {
        return read(HEAD, row -> row.getObject(1) == null ? -1L : row.getLong(1)).stream()
                .mapToLong(Long::longValue)
                .filter(position -> position >= 0)
                .findFirst();
    }

    /** Every event of a bureau's inspectors, in the order of the ledger: a roster is small and read as a whole. */
    public List<InspectorEvent> inspectorEvents(BureauCode bureau) {
        return read(INSPECTORS, row -> event(row, InspectorEvent.class), bureau.value());
    }

    /** Every event of one inspector, in its order; none when the bureau has no such inspector. */
    public List<InspectorEvent> inspectorEvents(BureauCode bureau, InspectorId inspector) {
        return read(STREAM, row -> event(row, InspectorEvent.class), StreamId.of(bureau, inspector).value());
    }

    /** Whether the school has an assessment in a campaign that is not closed. */
    public boolean hasRunningAssessment(SchoolCode school) {
        return !read(RUNNING, row -> row.getInt(1), school.value()).isEmpty();
    }

    /** Every event of these schools, whosever they are, in the order of the ledger: one read however many they are. */
    public List<SchoolEvent> schoolEvents(Collection<SchoolCode> schools) {
        String streams = schools.stream().map(StreamId::of).map(StreamId::value).collect(Collectors.joining(","));
        return read(SCHOOLS, row -> event(row, SchoolEvent.class), streams);
    }

    /** Where the last event of a stream stands; empty when there is no such stream. */
    public OptionalLong positionOf(StreamId stream) {
        return read(LAST_OF_STREAM, row -> row.getLong(1), stream.value()).stream().mapToLong(Long::longValue).findFirst();
    }

    /** Where the first event of a stream stands; empty when there is no such stream. */
    public OptionalLong beginningOf(StreamId stream) {
        return read(FIRST_OF_STREAM, row -> row.getLong(1), stream.value()).stream().mapToLong(Long::longValue).findFirst();
    }

    /**
     * When the event at a position was recorded.
     *
     * @throws NoSuchElementException when there is none
     */
    public Instant recordedAt(long position) {
        return read(RECORDED_AT, row -> row.getObject(1, OffsetDateTime.class).toInstant(), position).getFirst();
    }

    /** The events of one kind on a stream, as they are stored: for what has to rest on the ledger and on no copy of it. */
    public <E> List<Positioned<E>> eventsOf(StreamId stream, Class<E> type) {
        return read(
                OF_TYPE,
                row -> new Positioned<>(event(row, type), row.getLong("position")),
                stream.value(),
                EventTypes.nameOf(type));
    }

    /** Every draw, opened round and replacement of a campaign, in the order of the ledger, and nothing else of it. */
    public List<AssessmentEvent> assignments(CampaignId campaign) {
        return read(ASSIGNMENTS, row -> event(row, AssessmentEvent.class), campaign.value(), campaign.value());
    }

    /** The schools in a bureau's register that have filed no plan in a campaign, by their codes; none that has ceased. */
    public List<SchoolCode> schoolsWithoutPlan(BureauCode bureau, CampaignId campaign) {
        return read(WITHOUT_PLAN, row -> new SchoolCode(row.getString("school_code")), bureau.value(), campaign.value());
    }

    /**
     * Hands on every event of a campaign's assessments as it is read, stream after stream: all as they stood at one
     * moment, and never all of them in memory.
     */
    public void eachOfAssessments(CampaignId campaign, Consumer<AssessmentEvent> each) {
        stream(
                ASSESSMENTS,
                statement -> statement.setString(1, campaign.value()),
                row -> each.accept(event(row, AssessmentEvent.class)));
    }

    /**
     * Hands on the events of these streams up to a position as they are read, stream after stream, in one query
     * however many streams there are. What stands up to a position never changes, so it needs no snapshot.
     *
     * @param of    what all of these streams hold
     * @param types only events of these kinds; none for all
     */
    public <E> void eachUpTo(
            long position,
            Collection<StreamId> streams,
            Class<E> of,
            Collection<Class<? extends E>> types,
            Consumer<StreamedEvent<E>> each) {
        Object[] names = streams.stream().map(StreamId::value).toArray();
        Object[] kinds = types.stream().map(EventTypes::nameOf).toArray();
        stream(
                UP_TO,
                statement -> {
                    Connection connection = statement.getConnection();
                    Array wanted = types.isEmpty() ? null : connection.createArrayOf(TEXT, kinds);
                    statement.setArray(1, connection.createArrayOf(TEXT, names));
                    statement.setLong(2, position);
                    statement.setArray(3, wanted);
                    statement.setArray(4, wanted);
                },
                row -> each.accept(new StreamedEvent<>(
                        event(row, of),
                        new StreamId(row.getString("stream_id")),
                        row.getLong("stream_seq"),
                        row.getLong("position"))));
    }

    /** Everybody whose erasure is an event. */
    public Set<PersonId> erasedPersons() {
        return read(ERASED, row -> new PersonId(row.getString(1))).stream().collect(Collectors.toUnmodifiableSet());
    }

    /** Who is erased by the event at a position; empty when that is another event. */
    public Optional<PersonId> erasedAt(long position) {
        return read(ERASED_AT, row -> new PersonId(row.getString(1)), position).stream().findFirst();
    }

    /** Stored names and revisions of events that this build does not know: it must not run over them. */
    public List<String> unknownEventTypes() {
        return read(TYPES, row -> row.getString(1) + " revision " + row.getString(2)).stream()
                .filter(stored -> EventTypes.ALL.stream()
                        .flatMap(type -> type.revisions().stream().map(each -> type.name() + " revision " + each))
                        .noneMatch(stored::equals))
                .toList();
    }

    private <E> E event(ResultSet row, Class<E> type) throws SQLException {
        return type.cast(serializer.<byte[], Object>deserialize(new SimpleSerializedObject<>(
                row.getBytes("payload"), byte[].class, row.getString("event_type"), row.getString("revision"))));
    }

    private <T> List<T> read(String sql, Row<T> row, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row.of(result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new LedgerUnavailable(e);
        }
    }

    /** Row by row, with no more of them in memory than the driver fetches at once. */
    private void stream(String sql, Parameters parameters, EachRow each) {
        try (Connection connection = database.getConnection()) {
            // Outside a transaction the driver would fetch everything before the first row.
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(ROWS);
                parameters.set(statement);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        each.accept(rows);
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new LedgerUnavailable(e);
        }
    }

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    private interface EachRow {
        void accept(ResultSet row) throws SQLException;
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
