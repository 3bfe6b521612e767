package cn.dabiao.query.reading;

import static cn.dabiao.query.fixture.Answered.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.Headers;
import cn.dabiao.api.assessment.AssessmentReads;
import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.api.problem.NotYetVisible;
import cn.dabiao.api.school.SchoolReads;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.Story;

class MinPositionTest {

    private final HikariDataSource database = Database.fresh();

    @BeforeEach
    @AfterEach
    void ask_for_nothing() {
        RequestContextHolder.resetRequestAttributes();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_read_waits_until_the_projection_has_reached_what_was_written() throws Exception {
        try (QueryNode node = QueryNode.stopped(database)) {
            node.ledger().append(Given.aCampaign()).append(Given.school("2132072401", "灌南县实验小学"));
            CompletableFuture<Long> read = CompletableFuture.supplyAsync(() -> {
                asking(Long.toString(node.head()));
                return body(node.bean(SchoolReads.class).get(new SchoolCode("2132072401"), People.office())).position();
            });
            TimeUnit.MILLISECONDS.sleep(200);
            assertThat(read).isNotDone();
            node.start();
            assertThat(read.get(10, TimeUnit.SECONDS)).isEqualTo(5);
        }
    }

    @Test
    void who_reads_what_they_just_wrote_waits_a_moment_only() {
        try (QueryNode node = QueryNode.started(database)) {
            node.ledger().append(Given.aCampaign());
            node.caughtUp();
            List<Duration> waits = IntStream.range(10, 30).mapToObj(school -> {
                node.ledger().append(Given.school("21320724" + school, "小学"));
                asking(Long.toString(node.head()));
                long before = System.nanoTime();
                node.bean(SchoolReads.class).get(new SchoolCode("21320724" + school), People.office());
                return Duration.ofNanos(System.nanoTime() - before);
            }).sorted().toList();
            // Axon by itself looks for events every half second, which would make this a quarter of a second.
            assertThat(waits.get(waits.size() / 2)).isLessThan(Duration.ofMillis(150));
        }
    }

    @Test
    void a_read_that_waited_long_enough_says_so_and_what_is_shown() {
        try (QueryNode node = QueryNode.stopped(database, Duration.ofMillis(100))) {
            node.ledger().append(Given.aCampaign());
            node.start();
            node.caughtUp();
            asking("5");
            assertThatExceptionOfType(NotYetVisible.class)
                    .isThrownBy(() -> node.bean(SchoolReads.class)
                            .list(null, null, null, null, null, 50, null, People.office()))
                    .withMessageContaining("position 5 is wanted, 4 is shown");
        }
    }

    @Test
    void a_read_of_several_slices_waits_for_each_of_them() {
        try (QueryNode node = QueryNode.stopped(database, Duration.ofMillis(100))) {
            node.ledger().append(Given.aCampaignWith(
                    Story.of(Given.school("2132072401", "灌南县实验小学")).registered().plan(false).events()));
            node.start();
            long head = node.caughtUp();
            node.jdbc().sql("UPDATE view.token_entry SET token = convert_to('{\"globalIndex\":2}', 'UTF8') "
                    + "WHERE processor_name = 'register'").update();
            AssessmentReads reads = node.bean(AssessmentReads.class);
            assertThat(body(reads.get(Story.idOf("2132072401"), null, null, People.office())).position()).isEqualTo(2);
            asking(Long.toString(head));
            assertThatExceptionOfType(NotYetVisible.class)
                    .isThrownBy(() -> reads.get(Story.idOf("2132072401"), null, null, People.office()));
        }
    }

    @Test
    void a_past_that_is_in_the_ledger_already_waits_for_the_rows_that_say_who_may_see_it() {
        try (QueryNode node = QueryNode.stopped(database, Duration.ofMillis(100))) {
            node.ledger().append(Given.aCampaignWith(
                    Story.of(Given.school("2132072401", "灌南县实验小学")).registered().plan(false).events()));
            long head = node.head();
            AssessmentReads reads = node.bean(AssessmentReads.class);
            assertThatExceptionOfType(NotYetVisible.class)
                    .isThrownBy(() -> reads.get(Story.idOf("2132072401"), null, head, People.office()))
                    .withMessageContaining("position %d is wanted".formatted(head));
            node.start();
            node.caughtUp();
            assertThat(body(reads.get(Story.idOf("2132072401"), null, head, People.office())).position())
                    .isEqualTo(head);
        }
    }

    @Test
    void what_is_no_position_is_refused() {
        try (QueryNode node = QueryNode.stopped(database)) {
            SchoolReads reads = node.bean(SchoolReads.class);
            for (String header : List.of("-1", "x", "", "1.5", "99999999999999999999")) {
                asking(header);
                assertThatExceptionOfType(InvalidRequestException.class)
                        .isThrownBy(() -> reads.list(null, null, null, null, null, 50, null, People.office()))
                        .withMessageContaining(Headers.MIN_POSITION);
            }
        }
    }

    private static void asking(String position) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader(Headers.MIN_POSITION, position);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }
}
