package cn.dabiao.query.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.Story;
import cn.dabiao.query.fixture.Tables;

/** A row that cannot be written, of one school among others. */
class ParkedEventsTest {

    /** As many as {@code Groups} names. */
    private static final int GROUPS = 5;
    private static final String POISONED = "2132072409";
    private static final String OTHER = "2132072401";

    private final HikariDataSource database = Database.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void a_row_that_cannot_be_written_parks_its_sequence_alone_and_a_retry_heals_it(int segments) {
        try (QueryNode node = QueryNode.inSegments(database, segments)) {
            poison(node);
            node.ledger().append(Given.aCampaignWith(
                    Story.graded(Given.school(POISONED, "毒小学"), "1.2", "2"),
                    Story.graded(Given.school(OTHER, "灌南县实验小学"), "1.2", "2")));
            node.caughtUp();

            ParkedEvents parked = node.bean(ParkedEvents.class);
            List<ParkedEvent> firsts = parked.firsts("assessment", -1, 10);
            assertThat(firsts).hasSize(1);
            ParkedEvent first = firsts.getFirst();
            assertThat(first.sequence()).isEqualTo("school:" + POISONED);
            assertThat(first.eventType()).isEqualTo("assessment.PlanSubmitted");
            assertThat(first.waiting()).isEqualTo(23);
            assertThat(first.cause()).isEqualTo("DataIntegrityViolationException");
            assertThat(node.parked()).hasSize(24).allMatch(letter -> letter.startsWith("assessment "));
            assertThat(versions(node)).containsExactly(OTHER + " 24");
            ProjectionStatus status = status(node);
            assertThat(status.alarming()).isTrue();
            assertThat(status.parked()).isEqualTo(24);
            assertThat(status.parkedSequences()).isEqualTo(1);
            assertThat(status.position()).isEqualTo(node.head());
            assertThat(status.lagEvents()).isZero();

            Optional<ParkedEvent> still = parked.retry("assessment", first.position());
            assertThat(still).map(ParkedEvent::position).hasValue(first.position());

            node.jdbc().sql("ALTER TABLE view.workload DROP CONSTRAINT poison").update();
            assertThat(parked.retry("assessment", first.position())).isEmpty();
            assertThat(node.parked()).isEmpty();
            assertThat(versions(node)).containsExactly(OTHER + " 24", POISONED + " 24");
            assertThat(status(node).alarming()).isFalse();
        }
    }

    @Test
    void an_unreadable_row_parks_the_events_that_need_it_and_no_others() {
        try (QueryNode node = QueryNode.started(database)) {
            Story spoilt = Story.of(Given.school(POISONED, "毒小学")).registered().plan(false);
            Story sound = Story.of(Given.school(OTHER, "灌南县实验小学")).registered().plan(false);
            node.ledger().append(Given.aCampaignWith(spoilt.events(), sound.events()));
            node.caughtUp();
            node.jdbc().sql("UPDATE view.workload SET work = '{}' WHERE assessment_id LIKE '%' || :school")
                    .param("school", POISONED)
                    .update();
            int before = spoilt.events().size();
            node.ledger().append(List.of(
                    spoilt.applied().events().get(before), sound.applied().events().get(before)));
            node.caughtUp();
            assertThat(node.parked()).hasSize(1).allMatch(letter -> letter.contains(POISONED));
            assertThat(versions(node)).contains(OTHER + " 2");
        }
    }

    @Test
    void the_work_is_cut_anew_when_a_node_starts_and_goes_on_where_it_was() {
        List<Object> events = Given.aCampaignWith(Story.graded(Given.school(OTHER, "灌南县实验小学"), "1.2", "2"));
        for (int segments : List.of(1, 4, 4, 3)) {
            try (QueryNode node = QueryNode.inSegments(database, segments)) {
                assertThat(node.jdbc().sql("SELECT count(*) FROM view.token_entry").query(Long.class).single())
                        .isEqualTo((long) GROUPS * segments);
                int next = (int) node.head() + 1;
                node.ledger().append(events.subList(next, next + 7));
                assertThat(node.caughtUp()).isEqualTo(next + 6);
                assertThat(node.parked()).isEmpty();
                assertThat(Tables.rows(node.jdbc())).filteredOn(row -> row.startsWith("history")).hasSize(next + 7);
            }
        }
        try (QueryNode other = QueryNode.inSegments(database, 3); QueryNode node = QueryNode.inSegments(database, 1)) {
            assertThat(node.jdbc().sql("SELECT count(*) FROM view.token_entry").query(Long.class).single())
                    .as("another node is at work")
                    .isEqualTo((long) GROUPS * 3);
            assertThat(other.caughtUp()).isEqualTo(node.head());
        }
    }

    private static void poison(QueryNode node) {
        node.jdbc().sql("ALTER TABLE view.workload ADD CONSTRAINT poison CHECK (assessment_id NOT LIKE '%" + POISONED + "')")
                .update();
    }

    private static ProjectionStatus status(QueryNode node) {
        return node.bean(ProjectionStatuses.class).all().stream()
                .filter(it -> it.group().equals("assessment"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> versions(QueryNode node) {
        return node.jdbc().sql("SELECT right(assessment_id, 10) || ' ' || version FROM view.workload ORDER BY 1")
                .query(String.class)
                .list();
    }
}
