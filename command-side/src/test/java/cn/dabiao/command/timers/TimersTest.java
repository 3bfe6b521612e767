package cn.dabiao.command.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.domain.campaign.AppealDays;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignOpened;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.campaign.Weight;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Title;
import cn.dabiao.ledger.EventSerializer;
import cn.dabiao.ledger.StreamId;
import cn.dabiao.ledger.store.CommitLimits;
import cn.dabiao.ledger.store.GroupCommit;
import cn.dabiao.ledger.store.LedgerEngine;

/** Timers on a real database: none is lost, and none is dealt with twice. */
@Execution(ExecutionMode.CONCURRENT)
class TimersTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    /** Ten days from today, so that the end is ten to eleven days from now. */
    private static final Duration BEFORE = Duration.ofDays(9);
    private static final Duration AFTER = Duration.ofDays(11);
    private static final String GUANNAN = "campaign:guannan of 达标创建";

    private final TimerDatabase database = TimerDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database.itself());
    private final TravellingClock clock = new TravellingClock();
    private final EndedPeriods periods = new EndedPeriods();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_period_ends_when_its_time_has_come_and_not_before() {
        open("guannan", Instant.now());
        try (TimerNode _ = node("one")) {
            untilSet(1);
            clock.travel(BEFORE);
            pause();
            assertThat(periods.ended).isEmpty();

            clock.travel(AFTER.minus(BEFORE));
            untilEnded(1);
        }
        assertThat(periods.ended).containsExactly(GUANNAN);
    }

    @Test
    void it_ends_at_the_stroke_of_midnight_where_the_campaign_is() {
        open("guannan", Instant.now());
        try (TimerNode _ = node("one")) {
            untilSet(1);
        }
        assertThat(jdbc.sql("SELECT execution_time AT TIME ZONE 'Asia/Shanghai' FROM timer.scheduled_task")
                        .query(String.class)
                        .single())
                .isEqualTo(LocalDate.now(SHANGHAI).plusDays(11) + " 00:00:00");
    }

    @Test
    void what_ends_while_no_node_runs_is_dealt_with_at_the_next_start_and_once() {
        open("guannan", Instant.now());
        try (TimerNode _ = node("one")) {
            untilSet(1);
        }
        clock.travel(AFTER);
        try (TimerNode _ = node("another")) {
            untilEnded(1);
        }
        try (TimerNode _ = node("another")) {
            pause();
        }
        assertThat(periods.ended).containsExactly(GUANNAN);
    }

    @Test
    void a_restart_sets_no_timer_twice() {
        open("guannan", Instant.now());
        for (int start = 0; start < 3; start++) {
            try (TimerNode _ = node("one")) {
                untilSet(1);
                pause();
            }
        }
        assertThat(set()).isEqualTo(1);
    }

    @Test
    void timers_and_the_progress_along_the_ledger_are_one_transaction() {
        open("guannan", Instant.now());
        open("lianshui", Instant.now());
        AtomicInteger failures = new AtomicInteger();
        EndedPeriods failing = new EndedPeriods() {
            @Override
            public Optional<Ending> begunBy(Object event) {
                if (((CampaignOpened) event).campaignId().value().equals("lianshui") && failures.incrementAndGet() < 3) {
                    throw new IllegalStateException("it went wrong, with a timer set already");
                }
                return super.begunBy(event);
            }
        };
        try (TimerNode _ = TimerNode.started(database, clock, "one", failing)) {
            untilSet(2);
            pause();
        }
        assertThat(failures).hasValue(3);
        assertThat(set()).isEqualTo(2);
    }

    @Test
    void of_two_nodes_one_alone_deals_with_each_end() {
        List<String> campaigns = IntStream.range(0, 40).mapToObj(number -> "guannan-" + number).toList();
        campaigns.forEach(campaign -> open(campaign, Instant.now()));
        try (TimerNode _ = node("one"); TimerNode _ = node("two")) {
            untilSet(40);
            clock.travel(AFTER);
            untilEnded(40);
            pause();
        }
        assertThat(periods.ended)
                .containsExactlyInAnyOrderElementsOf(
                        campaigns.stream().map(it -> "campaign:" + it + " of 达标创建").toList());
    }

    @Test
    void what_fails_is_tried_again_until_it_is_done() {
        open("guannan", Instant.now());
        EndedPeriods failing = new EndedPeriods() {
            @Override
            public void ended(StreamId stream, String about) {
                super.ended(stream, about);
                if (ended.size() < 3) {
                    throw new IllegalStateException("it went wrong");
                }
            }
        };
        try (TimerNode _ = TimerNode.started(database, clock, "one", failing)) {
            untilSet(1);
            clock.travel(AFTER);
            for (int attempt = 1; attempt < 3; attempt++) {
                int failures = attempt;
                await().until(() -> jdbc.sql("SELECT coalesce(max(consecutive_failures), 0) FROM timer.scheduled_task")
                                .query(Integer.class)
                                .single()
                        == failures);
                assertThat(failing.ended).hasSize(attempt);
                clock.travel(Duration.ofMinutes(6));
            }
            await().until(() -> set() == 0);
        }
        assertThat(failing.ended).containsExactly(GUANNAN, GUANNAN, GUANNAN);
    }

    @Test
    void a_timer_that_a_killed_node_had_taken_is_dealt_with_by_another() {
        open("guannan", Instant.now());
        try (TimerNode _ = node("one")) {
            untilSet(1);
        }
        clock.travel(AFTER);
        jdbc.sql("UPDATE timer.scheduled_task SET picked = true, picked_by = 'one', last_heartbeat = :then")
                .param("then", clock.instant().minusSeconds(90).atOffset(ZoneOffset.UTC))
                .update();

        try (TimerNode _ = node("two")) {
            untilEnded(1);
        }
        assertThat(periods.ended).containsExactly(GUANNAN);
    }

    @Test
    void a_period_that_was_over_when_it_was_recorded_is_none() {
        open("of-old", Instant.now().plus(AFTER));
        open("guannan", Instant.now());
        try (TimerNode _ = node("one")) {
            untilSet(1);
            clock.travel(AFTER);
            untilEnded(1);
            pause();
        }
        assertThat(periods.ended).containsExactly(GUANNAN);
    }

    @Test
    void while_the_database_is_away_nothing_is_lost() {
        open("guannan", Instant.now());
        try (TimerNode _ = node("one")) {
            untilSet(1);
            database.away(true);
            clock.travel(AFTER);
            open("lianshui", Instant.now().plus(Duration.ofMillis(1)));
            pause();
            assertThat(periods.ended).isEmpty();

            database.away(false);
            untilEnded(2);
            pause();
        }
        assertThat(periods.ended).containsExactlyInAnyOrder(GUANNAN, "campaign:lianshui of 达标创建");
    }

    private TimerNode node(String name) {
        return TimerNode.started(database, clock, name, periods);
    }

    /** As another process would: past the node under test. */
    private void open(String campaign, Instant recordedAt) {
        CampaignOpened opened = new CampaignOpened(
                new CampaignId(campaign), new BureauCode("320724"), new Title("达标创建"), new StandardId("guannan-2018"),
                LocalDate.now(SHANGHAI).plusDays(10), AppealDays.USUAL, SHANGHAI, new Weight(BigDecimal.ZERO), List.of(),
                recordedAt);
        try (GroupCommit commit = GroupCommit.start(database.itself(), CommitLimits.DEFAULT)) {
            LedgerEngine.builder(database.itself(), commit)
                    .eventSerializer(new EventSerializer())
                    .build()
                    .appendEvents(new GenericDomainEventMessage<>(
                            StreamId.CAMPAIGN, StreamId.of(opened.campaignId()).value(), 0, opened, MetaData.emptyInstance(),
                            UUID.randomUUID().toString(), recordedAt));
        }
    }

    private int set() {
        return jdbc.sql("SELECT count(*) FROM timer.scheduled_task").query(Integer.class).single();
    }

    private void untilSet(int timers) {
        await("timers are set").atMost(Duration.ofSeconds(30)).until(() -> set() == timers);
    }

    private void untilEnded(int times) {
        await("periods have ended").atMost(Duration.ofSeconds(60)).until(() -> periods.ended.size() >= times);
        await("timers are done with").until(() -> set() == 0);
    }

    /** Long enough for whatever should not happen to happen: ten looks for due timers. */
    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
