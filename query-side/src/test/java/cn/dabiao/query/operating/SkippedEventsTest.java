package cn.dabiao.query.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.projection.RebuildState;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.RefusedException;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolEvent.SchoolRegistered;
import cn.dabiao.domain.school.SchoolEvent.SchoolUpdated;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.query.ProjectionsOf;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.Story;
import cn.dabiao.query.fixture.Tables;
import cn.dabiao.query.rebuilding.RebuildRecord;
import cn.dabiao.query.rebuilding.Rebuilds;

/** An event in the middle of a life that cannot be projected, in every group: left out, or refused to be. */
@Execution(ExecutionMode.CONCURRENT)
class SkippedEventsTest {

    private static final Reason REASON = new Reason("测试数据");
    private static final SchoolRegistered SCHOOL = Given.school("2132072409", "毒小学");
    /** Before it are the standard, the campaign and its inspectors; the self-assessment and the acceptance are in between. */
    private static final int REGISTERED = 5;
    private static final int UPDATED = 6;
    private static final int PLANNED = 7;
    private static final int APPLIED = 9;
    private static final int DRAWN = 11;
    private static final int OPENED = 12;
    private static final int REPLACED = 13;

    private static final List<Object> LIFE = Story.of(SCHOOL)
            .registered().then(updated("改名小学")).plan(false).applied().drawn().opened().replaced()
            .scored("1.2", "2", "不合要求").allScored().signed().graded()
            .events();
    /** How much of it has been lived when an event cannot be projected. */
    private static final int LIVED = REPLACED - REGISTERED + 1;

    private final HikariDataSource database = Database.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void every_group_is_tried_here() {
        try (QueryNode node = QueryNode.started(database)) {
            assertThat(node.bean(ProjectionStatuses.class).groups())
                    .containsExactlyInAnyOrder("register", "assessment", "ranking", "statistics", "history");
        }
    }

    @ParameterizedTest
    @CsvSource({"register," + UPDATED, "assessment," + APPLIED, "ranking," + APPLIED, "statistics," + APPLIED,
        "history," + REGISTERED, "history," + PLANNED, "history," + DRAWN, "history," + OPENED, "history," + REPLACED})
    void an_event_that_others_rest_on_is_not_left_out_and_goes_on_when_it_is_mended(String group, long position) {
        try (QueryNode node = QueryNode.started(database)) {
            ParkedEvents parked = lived(node, group, position);
            List<String> rows = Tables.rows(node.jdbc());
            List<String> letters = node.parked();

            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> parked.skip(group, position, REASON, "operator"))
                    .satisfies(e -> assertThat(e.refusal()).isInstanceOfSatisfying(
                            Refusal.EventNotSkippable.class, it -> {
                                assertThat(it.group()).isEqualTo(group);
                                assertThat(it.position()).isEqualTo(position);
                            }));
            assertThat(skipped(node)).isEmpty();
            assertThat(node.parked()).isEqualTo(letters);
            assertThat(Tables.rows(node.jdbc())).isEqualTo(rows);

            mend(node, group);
            assertThat(parked.retry(group, position)).isEmpty();
            goesOn(node, group);
        }
    }

    @ParameterizedTest
    @CsvSource({"" + UPDATED, "" + APPLIED})
    void an_event_of_the_history_is_left_out_for_a_reason_that_is_kept_and_the_others_go_on(long position) {
        try (QueryNode node = QueryNode.started(database)) {
            ParkedEvents parked = lived(node, "history", position);
            assertThat(parked.firsts("history", position, 10)).isEmpty();
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> parked.retry("history", position + 1));

            assertThat(parked.skip("history", position, REASON, "operator")).isEmpty();
            assertThat(skipped(node)).containsExactly("history " + position + " 测试数据 operator");
            goesOn(node, "history");
            assertThat(node.jdbc().sql("SELECT position FROM view.history ORDER BY 1").query(Long.class).list())
                    .doesNotContain(position)
                    .hasSize((int) node.head());
        }
    }

    /**
     * A life of which the group cannot write what the event at this position makes. Outside the history a row is of several
     * events, and has the position of the last.
     */
    private static ParkedEvents lived(QueryNode node, String group, long position) {
        node.jdbc().sql(
                        """
                        CREATE FUNCTION view.poison() RETURNS trigger LANGUAGE plpgsql AS
                        $$
                        BEGIN
                            IF CAST(to_jsonb(NEW) ->> 'position' AS bigint) %s %d THEN
                                RAISE EXCEPTION 'poison';
                            END IF;
                            RETURN NEW;
                        END
                        $$
                        """.formatted(group.equals("history") ? "=" : ">=", position))
                .update();
        tables(node, group).forEach(table -> node.jdbc().sql(
                        "CREATE TRIGGER poison BEFORE INSERT OR UPDATE ON view.%s FOR EACH ROW EXECUTE FUNCTION view.poison()"
                                .formatted(table))
                .update());
        node.ledger().append(Given.aCampaignWith(LIFE.subList(0, LIVED)));
        node.caughtUp();
        ParkedEvents parked = node.bean(ParkedEvents.class);
        assertThat(parked.firsts(group, -1, 10)).extracting(ParkedEvent::position).containsExactly(position);
        assertThat(node.parked()).allMatch(letter -> letter.startsWith(group + " "));
        return parked;
    }

    /** Later events of the same streams, and a rebuild that makes the same rows. */
    private static void goesOn(QueryNode node, String group) {
        assertThat(node.parked()).isEmpty();
        node.ledger().append(updated("又名小学")).append(LIFE.subList(LIVED, LIFE.size()));
        node.caughtUp();
        assertThat(node.parked()).isEmpty();
        List<String> rows = Tables.rows(node.jdbc());
        node.bean(Rebuilds.class).begin(group, "operator");
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !last(node, group).underWay());
        assertThat(last(node, group).state()).isEqualTo(RebuildState.DONE);
        assertThat(Tables.rows(node.jdbc())).isEqualTo(rows);
    }

    private static void mend(QueryNode node, String group) {
        tables(node, group).forEach(table -> node.jdbc().sql("DROP TRIGGER poison ON view." + table).update());
    }

    private static List<String> tables(QueryNode node, String group) {
        return ProjectionsOf.group(group, node.jdbc()).stream().flatMap(it -> it.tables().stream()).toList();
    }

    private static SchoolUpdated updated(String name) {
        return new SchoolUpdated(
                SCHOOL.schoolCode(),
                SCHOOL.facts(),
                Given.facts(name, SchoolKind.PRIMARY, Ownership.PUBLIC, "新安镇"),
                null,
                Instant.parse("2018-03-12T02:00:00Z"));
    }

    private static RebuildRecord last(QueryNode node, String group) {
        return node.bean(ProjectionStatuses.class).all().stream()
                .filter(it -> it.group().equals(group))
                .findFirst()
                .flatMap(ProjectionStatus::rebuild)
                .orElseThrow();
    }

    private static List<String> skipped(QueryNode node) {
        return node.jdbc().sql("SELECT processing_group || ' ' || position || ' ' || reason || ' ' || skipped_by "
                        + "FROM view.skipped_event")
                .query(String.class)
                .list();
    }
}
