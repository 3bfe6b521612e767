package cn.dabiao.query.statistics;

import static cn.dabiao.query.fixture.Answered.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.statistics.CampaignStatistics;
import cn.dabiao.api.statistics.StatisticsReads;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;

/**
 * The figures of the past at very many moments, against a count of the events that is carried on from one to the next. A
 * small county, for each moment is a fold of everything: of a large one there are fewer in {@link StatisticsSliceTest}.
 */
class PastStatisticsTest {

    private static final int SCHOOLS = 14;
    private static final List<Object> EVENTS = new RandomCounty(20_180_312).events(SCHOOLS);
    private static final Random RANDOM = new Random(20_180_312);
    private static final HikariDataSource DATABASE = Database.fresh();
    private static final QueryNode NODE = QueryNode.started(DATABASE);
    private static final StatisticsReads STATISTICS = NODE.bean(StatisticsReads.class);

    /** Which schools are wanted; null is no filter. */
    private record Wanted(@Nullable SchoolKind kind, @Nullable Ownership ownership) {

        static Wanted any() {
            return new Wanted(nowAndThen(SchoolKind.values()), nowAndThen(Ownership.values()));
        }

        /** One of them every fourth time, else no filter. */
        private static <T> @Nullable T nowAndThen(T[] values) {
            return RANDOM.nextInt(4) == 0 ? values[RANDOM.nextInt(values.length)] : null;
        }

        boolean isOf(SchoolFacts school) {
            return (kind == null || kind == school.kind()) && (ownership == null || ownership == school.ownership());
        }
    }

    @BeforeAll
    static void a_county() {
        NODE.ledger().append(EVENTS);
        NODE.caughtUp();
        assertThat(NODE.parked()).isEmpty();
    }

    @AfterAll
    static void stop() {
        NODE.close();
        DATABASE.close();
    }

    @Test
    void at_a_thousand_random_moments_every_figure_is_that_of_an_independent_count() {
        // What is due is judged by the day on which the last event was recorded.
        LocalDate recorded = LocalDate.ofInstant(Instant.now(), ZoneId.of("Asia/Shanghai"));
        Recount recount = new Recount(List.of(), recorded);
        int counted = 0;
        int graded = 0;
        for (int position : aThousandPositions()) {
            EVENTS.subList(counted, position + 1).forEach(recount::see);
            counted = position + 1;
            Wanted wanted = Wanted.any();
            CampaignStatistics then = body(STATISTICS.statistics(
                    Given.CAMPAIGN, null, null, wanted.kind(), wanted.ownership(), null, (long) position,
                    People.office()));

            assertThat(Recount.told(then.overall()))
                    .as("%s at %d", wanted, position)
                    .isEqualTo(recount.of(wanted::isOf));
            assertThat(then.position()).isEqualTo(position);
            graded += then.overall().progress().graded();
        }
        assertThat(graded).isGreaterThan(1_000);
    }

    private static List<Integer> aThousandPositions() {
        return Stream.generate(() -> 1 + RANDOM.nextInt(EVENTS.size() - 1))
                .limit(1_000)
                .sorted()
                .toList();
    }
}
