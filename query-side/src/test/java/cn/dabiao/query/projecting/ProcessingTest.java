package cn.dabiao.query.projecting;

import static cn.dabiao.query.fixture.Answered.body;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import org.awaitility.Awaitility;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.assessment.AssessmentReads;
import cn.dabiao.domain.school.SchoolEvent.SchoolRegistered;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.Story;

class ProcessingTest {

    private static final SchoolRegistered SCHOOL = Given.school("2132072401", "灌南县实验小学");
    private static final List<String> TABLES = List.of(
            "standard", "campaign", "school", "inspector", "assessment", "assessment_school", "ranking",
            "publication", "published_grade", "history", "statistics", "statistics_school");

    private final HikariDataSource database = Database.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void events_that_come_one_by_one_give_the_same_rows_as_a_batch() {
        List<Object> events = Given.aCampaignWith(Story.graded(SCHOOL, "1.2", "2"));
        List<String> batched;
        HikariDataSource other = Database.fresh();
        try (other; QueryNode node = QueryNode.stopped(other)) {
            node.ledger().append(events);
            node.start();
            node.caughtUp();
            batched = rows(node);
        }
        try (QueryNode node = QueryNode.started(database)) {
            for (Object event : events) {
                node.ledger().append(event);
                node.caughtUp();
            }
            assertThat(node.parked()).isEmpty();
            assertThat(rows(node)).isEqualTo(batched).hasSizeGreaterThan(20);
        }
    }

    @Test
    void an_event_that_a_slice_ignores_still_moves_its_token_at_once() {
        try (QueryNode node = QueryNode.started(database)) {
            node.ledger().append(Given.aCampaign());
            node.caughtUp();
            node.ledger().append(Given.inspector("i-04", "赵强"));
            // Axon stores the token of a batch in which nothing was handled up to five seconds later.
            Awaitility.await().atMost(Duration.ofSeconds(3)).until(
                    () -> List.of("register", "assessment", "ranking", "history", "statistics").stream()
                            .allMatch(group -> node.seen(group) == node.head()));
        }
    }

    @Test
    void a_node_that_comes_back_goes_on_where_it_was() {
        List<Object> graded = Story.graded(SCHOOL, "1.2", "2");
        try (QueryNode node = QueryNode.started(database)) {
            node.ledger().append(Given.aCampaignWith(graded.subList(0, 10)));
            node.caughtUp();
        }
        try (QueryNode node = QueryNode.stopped(database)) {
            node.jdbc().sql("UPDATE view.history SET actor = 'was here'").update();
            node.ledger().append(graded.subList(10, graded.size()));
            node.start();
            node.caughtUp();
            assertThat(node.parked()).isEmpty();
            assertThat(grade(node)).isEqualTo(Grade.LEVEL_1);
            assertThat(count(node, "view.history WHERE actor = 'was here'")).isEqualTo(15);
            assertThat(count(node, "view.history")).isEqualTo(5 + graded.size());
        }
    }

    @Test
    void events_that_are_delivered_again_change_nothing() {
        try (QueryNode node = QueryNode.started(database)) {
            node.ledger().append(Given.aCampaignWith(Story.graded(SCHOOL, "1.2", "2")));
            node.caughtUp();
            List<String> before = rows(node);
            everyProcessor(node, PooledStreamingEventProcessor::shutDown);
            node.jdbc().sql("UPDATE view.token_entry SET token = NULL, token_type = NULL").update();
            everyProcessor(node, PooledStreamingEventProcessor::start);
            node.caughtUp();
            assertThat(node.parked()).isEmpty();
            assertThat(rows(node)).isEqualTo(before);
        }
    }

    @Test
    void a_replay_builds_the_same_rows_from_nothing() {
        try (QueryNode node = QueryNode.started(database)) {
            node.ledger().append(Given.aCampaignWith(Story.graded(SCHOOL, "1.2", "2")));
            node.caughtUp();
            List<String> before = rows(node);
            node.jdbc().sql("UPDATE view.assessment SET school_name = 'spoilt'").update();
            everyProcessor(node, PooledStreamingEventProcessor::shutDown);
            everyProcessor(node, PooledStreamingEventProcessor::resetTokens);
            assertThat(count(node, "view.assessment")).isZero();
            everyProcessor(node, PooledStreamingEventProcessor::start);
            node.caughtUp();
            assertThat(rows(node)).isEqualTo(before);
        }
    }

    @Test
    void an_event_that_cannot_be_folded_parks_its_stream_alone() {
        SchoolRegistered poisoned = Given.school("2132072409", "毒小学");
        List<Object> withoutPlan = Story.graded(poisoned).subList(2, 4);
        try (QueryNode node = QueryNode.stopped(database)) {
            List<Object> events = new ArrayList<>(Given.aCampaign());
            events.add(poisoned);
            events.addAll(withoutPlan);
            events.addAll(Story.graded(SCHOOL, "1.2", "2"));
            node.ledger().append(events);
            node.start();
            node.caughtUp();
            assertThat(node.parked())
                    .hasSize(2 + 2 + 1 + 2)
                    .allMatch(letter -> letter.contains("assessment:guannan-2018:2132072409"));
            assertThat(count(node, "view.dead_letter_entry WHERE processing_group = 'assessment'")).isEqualTo(2);
            assertThat(grade(node)).isEqualTo(Grade.LEVEL_1);
            assertThat(count(node, "view.assessment")).isEqualTo(1);
            assertThat(count(node, "view.history WHERE school_code = '2132072401'")).isEqualTo(25);
        }
    }

    @Test
    void what_was_parked_is_taken_up_again_once_its_cause_is_mended() {
        Story story = Story.of(Given.school("2132072409", "后登记小学")).registered();
        try (QueryNode node = QueryNode.started(database)) {
            node.ledger().append(Given.aCampaignWith(story.events()));
            node.caughtUp();
            node.jdbc().sql("CREATE TABLE public.away AS SELECT * FROM view.assessment_school").update();
            node.jdbc().sql("DELETE FROM view.assessment_school").update();
            List<Object> plan = story.plan(false).applied().events();
            node.ledger().append(plan.subList(1, plan.size()));
            node.caughtUp();
            assertThat(count(node, "view.dead_letter_entry WHERE processing_group = 'assessment'")).isEqualTo(4);
            node.jdbc().sql("INSERT INTO view.assessment_school SELECT * FROM public.away").update();
            assertThat(node.deadLetters("assessment").processAny()).isTrue();
            assertThat(node.parked()).isEmpty();
            assertThat(count(node, "view.assessment WHERE version = 4 AND school_name = '后登记小学'")).isEqualTo(1);
            assertThat(count(node, "view.assessment WHERE position = 9")).isEqualTo(1);
        }
    }

    @Test
    void two_nodes_that_start_at_once_on_an_empty_token_table_share_the_work() {
        try (QueryNode one = QueryNode.stopped(database);
                QueryNode two = QueryNode.stopped(database)) {
            one.ledger().append(Given.aCampaignWith(Story.graded(SCHOOL, "1.2", "2")));
            CompletableFuture.allOf(CompletableFuture.runAsync(one::start), CompletableFuture.runAsync(two::start))
                    .join();
            one.caughtUp();
            assertThat(one.parked()).isEmpty();
            assertThat(count(one, "view.history")).isEqualTo(30);
            assertThat(count(one, "view.token_entry")).isEqualTo(5);
            assertThat(grade(two)).isEqualTo(Grade.LEVEL_1);
        }
    }

    private static Grade grade(QueryNode node) {
        return requireNonNull(
                body(node.bean(AssessmentReads.class)
                                .get(Story.idOf("2132072401"), null, null, People.office()))
                        .grade());
    }

    private static void everyProcessor(
            QueryNode node, Consumer<PooledStreamingEventProcessor> action) {
        List.of("register", "assessment", "ranking", "history", "statistics").forEach(group -> action.accept(node.processor(group)));
    }

    private static long count(QueryNode node, String what) {
        return node.jdbc().sql("SELECT count(*) FROM " + what).query(Long.class).single();
    }

    /** Every row of every slice, without what differs from run to run. */
    private static List<String> rows(QueryNode node) {
        List<String> rows = new ArrayList<>();
        TABLES.forEach(table -> rows.addAll(node.jdbc()
                .sql("SELECT '%s' || CAST(to_jsonb(it) - 'recorded_at' AS text) FROM view.%s AS it ORDER BY 1"
                        .formatted(table, table))
                .query(String.class)
                .list()));
        return rows;
    }
}
