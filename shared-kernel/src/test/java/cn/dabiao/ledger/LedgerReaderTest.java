package cn.dabiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.Test;

import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.inspector.InspectorEvent;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolEvent;
import cn.dabiao.domain.school.SchoolEvent.SchoolRegistered;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.examples.Guannan;
import cn.dabiao.examples.Path;
import cn.dabiao.json.DomainJson;

class LedgerReaderTest {

    private static final StreamId STREAM = StreamId.of(Guannan.ASSESSMENT);

    private final LedgerUnderTest its = LedgerUnderTest.fresh();

    @Test
    void an_empty_ledger_has_no_head_and_nothing_unknown() {
        assertThat(its.reader.head()).isEmpty();
        assertThat(its.reader.inspectorEvents(Guannan.BUREAU)).isEmpty();
        assertThat(its.reader.unknownEventTypes()).isEmpty();
    }

    @Test
    void the_first_event_has_position_zero_and_is_the_head() {
        append(STREAM, 0, EventExamples.ALL.get(4));
        assertThat(its.reader.head()).hasValue(0);

        append(STREAM, 1, EventExamples.ALL.get(5));
        assertThat(its.reader.head()).hasValue(1);
    }

    @Test
    void the_events_of_a_bureaus_inspectors_are_read_in_the_order_of_the_ledger_and_no_others() {
        InspectorEvent nine = EventExamples.inspectorRegistered(9);
        InspectorEvent two = EventExamples.inspectorRegistered(2);
        append(StreamId.of(Guannan.BUREAU, Guannan.inspector(9)), 0, nine);
        append(STREAM, 0, EventExamples.ALL.get(4));
        append(StreamId.of(Guannan.BUREAU, Guannan.inspector(2)), 0, two);

        assertThat(its.reader.inspectorEvents(Guannan.BUREAU)).containsExactly(nine, two);
    }

    @Test
    void two_bureaus_may_have_an_inspector_of_the_same_id_and_each_reads_its_own() {
        InspectorEvent two = EventExamples.inspectorRegistered(2);
        append(StreamId.of(Guannan.BUREAU, Guannan.inspector(2)), 0, two);
        append(StreamId.of(Guannan.ANOTHER_BUREAU, Guannan.inspector(2)), 0, two);

        assertThat(its.reader.inspectorEvents(Guannan.BUREAU)).containsExactly(two);
        assertThat(its.reader.inspectorEvents(Guannan.ANOTHER_BUREAU)).containsExactly(two);
    }

    @Test
    void the_events_of_some_schools_are_read_at_once_and_those_of_no_other() {
        SchoolCode second = new SchoolCode("2132072402");
        SchoolEvent registered = EventExamples.of(SchoolEvent.SchoolRegistered.class);
        SchoolEvent closed = new SchoolEvent.SchoolClosed(
                Guannan.SCHOOL, new Reason("撤销"), Guannan.at("2019-07-01T10:00"));
        append(StreamId.of(Guannan.SCHOOL), 0, registered);
        append(StreamId.of(second), 0, registered);
        append(StreamId.of(new SchoolCode("2132072403")), 0, registered);
        append(StreamId.of(Guannan.SCHOOL), 1, closed);

        assertThat(its.reader.schoolEvents(List.of(Guannan.SCHOOL, second)))
                .containsExactly(registered, registered, closed);
        assertThat(its.reader.schoolEvents(List.of())).isEmpty();
        assertThat(its.reader.positionOf(StreamId.of(Guannan.SCHOOL))).hasValue(3);
        assertThat(its.reader.positionOf(StreamId.of(second))).hasValue(1);
        assertThat(its.reader.positionOf(StreamId.of(new SchoolCode("2132072499")))).isEmpty();
    }

    @Test
    void the_events_of_one_kind_on_a_stream_are_read_with_their_positions() {
        append(StreamId.of(Guannan.SCHOOL), 0, EventExamples.of(SchoolEvent.SchoolRegistered.class));
        append(STREAM, 0, Path.drawn(1));
        append(STREAM, 1, Path.opened(1));
        append(STREAM, 2, Path.drawn(2));

        assertThat(its.reader.eventsOf(STREAM, AssessmentEvent.InspectorsDrawn.class))
                .containsExactly(new Positioned<>(Path.drawn(1), 1), new Positioned<>(Path.drawn(2), 3));
        assertThat(its.reader.eventsOf(STREAM, AssessmentEvent.GradeAssigned.class)).isEmpty();
    }

    @Test
    void the_events_of_some_streams_up_to_a_position_come_stream_after_stream() {
        StreamId other = new StreamId("assessment:guannan-2018:2132072402");
        AssessmentEvent plan = EventExamples.of(AssessmentEvent.PlanSubmitted.class);
        append(STREAM, 0, plan);
        append(other, 0, plan);
        append(new StreamId("assessment:guannan-2018:2132072403"), 0, plan);
        append(STREAM, 1, Path.drawn(1));
        append(other, 1, Path.drawn(2));
        append(STREAM, 2, Path.opened(1));

        assertThat(upTo(4, List.of())).containsExactly(
                STREAM + "/0 at 0", STREAM + "/1 at 3", other + "/0 at 1", other + "/1 at 4");
        assertThat(upTo(5, List.of(AssessmentEvent.ReviewOpened.class, AssessmentEvent.InspectorsDrawn.class)))
                .containsExactly(STREAM + "/1 at 3", STREAM + "/2 at 5", other + "/1 at 4");
        assertThat(upTo(-1, List.of())).isEmpty();
        assertThat(its.reader.beginningOf(other)).hasValue(1);
        assertThat(its.reader.beginningOf(new StreamId("assessment:guannan-2018:2132072404"))).isEmpty();
    }

    @Test
    void the_streams_of_a_whole_campaign_are_found_by_their_names() throws SQLException {
        String plan = ManyEvents.plan(LedgerReader.UP_TO, statement -> {
            Object[] streams = IntStream.range(0, 300)
                    .mapToObj(no -> "assessment:campaign-0:" + (2132070000 + 4 * no))
                    .toArray();
            statement.setArray(1, statement.getConnection().createArrayOf("text", streams));
            statement.setLong(2, 90_000);
            statement.setArray(3, null);
            statement.setArray(4, null);
        });

        assertThat(plan).contains("event_stream_id_stream_seq_key").doesNotContain("Seq Scan");
    }

    private List<String> upTo(long position, List<Class<? extends AssessmentEvent>> types) {
        List<String> seen = new ArrayList<>();
        its.reader.eachUpTo(
                position,
                List.of(STREAM, new StreamId("assessment:guannan-2018:2132072402")),
                AssessmentEvent.class,
                types,
                each -> seen.add("%s/%d at %d".formatted(each.stream(), each.sequence(), each.position())));
        return seen;
    }

    @Test
    void the_draws_and_rounds_of_a_campaign_are_read_and_those_of_no_other() {
        append(STREAM, 0, EventExamples.ALL.get(7));
        append(STREAM, 1, Path.drawn(1));
        append(new StreamId("assessment:guannan-2018-b:2132072401"), 0, Path.drawn(2));
        append(new StreamId("assessment:guannan-201:2132072401"), 0, Path.drawn(2));
        append(new StreamId("assessment:guannan-2018:2132072402"), 0, Path.drawn(2));
        append(STREAM, 2, Path.opened(1));

        assertThat(its.reader.assignments(Guannan.CAMPAIGN))
                .containsExactly(Path.drawn(1), Path.drawn(2), Path.opened(1));
    }

    @Test
    void the_assessments_of_a_campaign_are_read_stream_after_stream_and_those_of_no_other() {
        append(STREAM, 0, Path.planSubmitted("一"));
        append(new StreamId("assessment:guannan-2018:2132072400"), 0, Path.planSubmitted("零"));
        append(new StreamId("assessment:guannan-2018-b:2132072401"), 0, Path.planSubmitted("另一活动"));
        append(new StreamId("assessment:guannan-201:2132072401"), 0, Path.planSubmitted("又一活动"));
        append(STREAM, 1, Path.selfAssessed("90"));
        append(StreamId.of(Guannan.CAMPAIGN), 0, EventExamples.ALL.get(1));
        List<AssessmentEvent> read = new ArrayList<>();

        its.reader.eachOfAssessments(Guannan.CAMPAIGN, read::add);

        assertThat(read).containsExactly(
                Path.planSubmitted("零"), Path.planSubmitted("一"), Path.selfAssessed("90"));
    }

    /** The reading holds a transaction open: the connection goes back as it came, even when the reader gives up. */
    @Test
    void a_reading_that_is_broken_off_leaves_nothing_behind() {
        append(STREAM, 0, Path.planSubmitted());
        for (int time = 0; time < 20; time++) {
            assertThatThrownBy(() -> its.reader.eachOfAssessments(Guannan.CAMPAIGN, _ -> {
                throw new IllegalStateException("enough");
            })).hasMessage("enough");
        }

        append(STREAM, 1, Path.selfAssessed("90"));
        assertThat(its.reader.head()).hasValue(1);
    }

    @Test
    void a_campaigns_assignments_are_found_by_their_index() throws SQLException {
        String plan = String.join("\n", its.rows(
                """
                EXPLAIN SELECT payload
                  FROM ledger.event
                 WHERE event_type IN ('assessment.InspectorsDrawn', 'assessment.ReviewOpened')
                   AND stream_id ~>=~ 'assessment:guannan-2018:'
                   AND stream_id ~<~  'assessment:guannan-2018;'
                """));

        assertThat(plan).contains("event_of_assignments");
    }

    @Test
    void the_schools_of_a_bureau_that_have_filed_no_plan_in_a_campaign_are_read_and_none_that_has_ceased() throws SQLException {
        register("2132072405", Guannan.BUREAU);
        register("2132072401", Guannan.BUREAU);
        register("2132072402", Guannan.BUREAU);
        register("2132072403", Guannan.BUREAU);
        register("2132072404", Guannan.BUREAU);
        register("2132072301", Guannan.ANOTHER_BUREAU);
        append(new StreamId("assessment:guannan-2018:2132072401"), 0, EventExamples.ALL.get(4));
        append(new StreamId("assessment:guannan-2019:2132072402"), 0, EventExamples.ALL.get(4));
        its.insertForeign("school:2132072403", 1, "school.SchoolClosed", "1");
        its.insertForeign("school:2132072404", 1, "school.SchoolMerged", "1");

        assertThat(its.reader.schoolsWithoutPlan(Guannan.BUREAU, Guannan.CAMPAIGN))
                .containsExactly(new SchoolCode("2132072402"), new SchoolCode("2132072405"));
        assertThat(its.reader.schoolsWithoutPlan(Guannan.ANOTHER_BUREAU, Guannan.CAMPAIGN))
                .containsExactly(new SchoolCode("2132072301"));
    }

    /** As a build of before revision 2 left them. */
    @Test
    void events_of_an_older_revision_are_known_and_read_by_everybody() throws Exception {
        byte[] stored = DomainJson.mapper().writeValueAsBytes(DomainJson.mapper().readTree(
                java.nio.file.Path.of("src/test/resources/approved-events/assessment.InspectorsDrawn-r1.json")));
        its.insertForeign(STREAM.value(), 0, "assessment.InspectorsDrawn", "1", stored);

        assertThat(its.reader.unknownEventTypes()).isEmpty();
        var draw = its.reader.eventsOf(STREAM, AssessmentEvent.InspectorsDrawn.class).getFirst().event();
        assertThat(draw.loads()).isEmpty();
        assertThat(its.reader.assignments(Guannan.CAMPAIGN)).containsExactly(draw);
        assertThat((Object) its.stream(STREAM).getFirst().getPayload()).isEqualTo(draw);
    }

    @Test
    void a_ledger_of_every_known_event_has_nothing_unknown() {
        for (int seq = 0; seq < EventExamples.ALL.size(); seq++) {
            append(STREAM, seq, EventExamples.ALL.get(seq));
        }

        assertThat(its.reader.unknownEventTypes()).isEmpty();
    }

    @Test
    void a_foreign_name_and_a_foreign_revision_of_a_known_name_are_unknown() throws SQLException {
        append(STREAM, 0, EventExamples.ALL.get(4));
        its.insertForeign(STREAM.value(), 1, "assessment.PlanRevoked", "1");
        its.insertForeign(STREAM.value(), 2, "assessment.PlanSubmitted", "2");

        assertThat(its.reader.unknownEventTypes())
                .containsExactlyInAnyOrder("assessment.PlanRevoked revision 1", "assessment.PlanSubmitted revision 2");
    }

    @Test
    void an_inspectors_event_that_nobody_knows_is_an_error() throws SQLException {
        its.insertForeign("inspector:320724:i-01", 0, "inspector.InspectorRetired", "1");

        assertThatThrownBy(() -> its.reader.inspectorEvents(Guannan.BUREAU))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("inspector.InspectorRetired");
    }

    @Test
    void a_database_that_does_not_answer_is_told_as_such() throws SQLException {
        its.execute("ALTER TABLE ledger.event RENAME TO lost");

        assertThatThrownBy(its.reader::head)
                .isInstanceOf(LedgerUnavailable.class)
                .hasCauseInstanceOf(SQLException.class);
    }

    @Test
    void a_stream_is_named_by_its_type_and_what_it_is_about() {
        assertThat(StreamId.of(Guannan.STANDARD.standardId())).hasToString("standard:guannan-2018");
        assertThat(StreamId.of(Guannan.CAMPAIGN)).hasToString("campaign:guannan-2018");
        assertThat(StreamId.of(Guannan.SCHOOL)).hasToString("school:2132072401");
        assertThat(StreamId.of(Guannan.BUREAU, Guannan.inspector(1))).hasToString("inspector:320724:i-01");
        assertThat(STREAM).hasToString("assessment:guannan-2018:2132072401");
        assertThat(STREAM.subject()).isEqualTo("guannan-2018:2132072401");
    }

    private void register(String code, BureauCode bureau) {
        SchoolCode school = new SchoolCode(code);
        append(StreamId.of(school), 0, new SchoolRegistered(
                school, bureau, Guannan.schoolFacts(), Guannan.at("2018-03-10T09:00")));
    }

    private void append(StreamId stream, long seq, Object event) {
        its.append(LedgerUnderTest.message(stream, seq, event, Guannan.at("2018-03-20T09:30")));
    }
}
