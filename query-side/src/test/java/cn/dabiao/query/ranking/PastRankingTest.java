package cn.dabiao.query.ranking;

import static cn.dabiao.query.fixture.Answered.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map.Entry;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.Page;
import cn.dabiao.api.campaign.CampaignReads;
import cn.dabiao.api.campaign.RankingOrder;
import cn.dabiao.api.campaign.RankingRow;
import cn.dabiao.domain.campaign.CampaignEvent.GradesPublished;
import cn.dabiao.domain.campaign.PublishedGrade;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Township;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.NaiveRanking;
import cn.dabiao.query.fixture.NaiveRanking.Ranked;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.RandomCounty;
import cn.dabiao.query.fixture.RawLedger;
import cn.dabiao.query.fixture.RawLedger.Fold;

/** Rankings of the past of a county of 60 schools against a naive fold of all raw events, ranked by counting. */
class PastRankingTest {

    private static final long SEED = 20180312;
    private static final int SCHOOLS = 60;
    private static final HikariDataSource DATABASE = Database.fresh();
    private static final QueryNode NODE = QueryNode.started(DATABASE);
    private static final CampaignReads CAMPAIGNS = NODE.bean(CampaignReads.class);
    private static final Random RANDOM = new Random(SEED);
    private static final TreeMap<Long, GradesPublished> PUBLISHED = new TreeMap<>();
    private static RawLedger raw = new RawLedger(NODE);

    /** What is asked of a ranking; null is no filter. */
    private record Asked(
            String by,
            @Nullable Grade grade,
            @Nullable Township township,
            @Nullable SchoolKind kind,
            @Nullable Ownership ownership) {

        boolean wants(Ranked row) {
            return (grade == null || grade == row.grade())
                    && (township == null || township.equals(row.township()))
                    && (kind == null || kind == row.kind())
                    && (ownership == null || ownership == row.ownership());
        }
    }

    @BeforeAll
    static void a_county_with_random_lives() {
        NODE.ledger().append(RandomCounty.events(SEED, SCHOOLS));
        NODE.caughtUp();
        assertThat(NODE.parked()).isEmpty();
        raw = new RawLedger(NODE);
        raw.all().forEach(each -> {
            if (each.event() instanceof GradesPublished it) {
                PUBLISHED.put(each.position(), it);
            }
        });
    }

    @AfterAll
    static void stop() {
        NODE.close();
        DATABASE.close();
    }

    @Test
    void a_ranking_at_a_thousand_random_moments_is_what_a_naive_fold_of_all_events_gives() {
        Asked total = asked("total");
        Fold fold = raw.fold();
        int ranked = 0;
        int published = 0;
        for (long position : aThousandPositions()) {
            List<Ranked> all = NaiveRanking.standing(fold.upTo(position).assessments(), "total");
            assertThat(NaiveRanking.shown(ranking(position, total, People.office())))
                    .as("at %d", position)
                    .isEqualTo(NaiveRanking.rows(all, _ -> true));
            ranked += all.size();
            if (RANDOM.nextInt(4) > 0) {
                continue;
            }
            String reader = RandomCounty.codes(SCHOOLS).get(RANDOM.nextInt(SCHOOLS));
            List<RankingRow> seen = ranking(position, total, People.school(reader));
            @Nullable Entry<Long, GradesPublished> last = PUBLISHED.floorEntry(position);
            if (last == null) {
                assertThat(NaiveRanking.shown(seen))
                        .isEqualTo(NaiveRanking.rows(all, row -> row.school().equals(reader)));
                continue;
            }
            published++;
            assertThat(NaiveRanking.shown(seen)).isEqualTo(NaiveRanking.rows(published(last, fold, total), _ -> true));
            assertThat(seen.stream().map(PastRankingTest::place))
                    .containsExactlyElementsOf(last.getValue().grades().stream().map(PastRankingTest::place).toList());
        }
        assertThat(ranked).isGreaterThan(10_000);
        assertThat(published).isGreaterThan(50);
    }

    @Test
    void a_past_ranking_by_any_category_and_with_each_filter_is_too() {
        int filtered = 0;
        for (int point = 0; point < 4; point++) {
            long position = late();
            Fold fold = raw.fold().upTo(position);
            for (Asked asked : everyQuestion()) {
                List<String> expected =
                        NaiveRanking.rows(NaiveRanking.standing(fold.assessments(), asked.by()), asked::wants);
                assertThat(NaiveRanking.shown(ranking(position, asked, People.office())))
                        .as("%s at %d", asked, position)
                        .isEqualTo(expected);
                filtered += expected.isEmpty() ? 0 : 1;
            }
        }
        assertThat(filtered).as("questions that leave something").isGreaterThan(200);
    }

    @Test
    void what_was_published_by_then_is_ranked_and_filtered_so_as_well() {
        long first = PUBLISHED.firstKey();
        for (int point = 0; point < 2; point++) {
            long position = first + RANDOM.nextInt(Math.toIntExact(raw.all().size() - first));
            Fold fold = raw.fold().upTo(position);
            Entry<Long, GradesPublished> last = PUBLISHED.floorEntry(position);
            for (Asked asked : everyQuestion()) {
                assertThat(NaiveRanking.shown(ranking(position, asked, People.school("2132000001"))))
                        .as("%s at %d", asked, position)
                        .isEqualTo(NaiveRanking.rows(published(last, fold, asked), asked::wants));
            }
        }
    }

    @Test
    void its_pages_are_the_whole_of_it_one_after_another() {
        long position = late();
        for (String by : orders()) {
            List<RankingRow> seen = new ArrayList<>();
            String cursor = null;
            do {
                Page<RankingRow> page = page(position, asked(by), People.office(), 7, cursor);
                assertThat(page.position()).isEqualTo(position);
                seen.addAll(page.items());
                cursor = page.nextCursor();
            } while (cursor != null);
            assertThat(seen).as(by).isEqualTo(ranking(position, asked(by), People.office())).hasSizeGreaterThan(14);
        }
    }

    /** Each filter alone, none, and several, by the total and by each category. */
    private static List<Asked> everyQuestion() {
        List<Township> townships =
                Stream.of("新安镇", "张店镇", "三口镇", "百禄镇").map(Township::new).toList();
        return orders().stream()
                .flatMap(by -> Stream.of(
                                Stream.of(asked(by)),
                                Arrays.stream(Grade.values()).map(it -> new Asked(by, it, null, null, null)),
                                townships.stream().map(it -> new Asked(by, null, it, null, null)),
                                Arrays.stream(SchoolKind.values()).map(it -> new Asked(by, null, null, it, null)),
                                Arrays.stream(Ownership.values()).map(it -> new Asked(by, null, null, null, it)),
                                townships.stream()
                                        .map(it -> new Asked(by, Grade.NOT_ATTAINED, it, null, Ownership.PUBLIC)),
                                Stream.of(new Asked(
                                        by, Grade.LEVEL_1, townships.get(0), SchoolKind.PRIMARY, Ownership.PRIVATE)))
                        .flatMap(questions -> questions))
                .toList();
    }

    private static List<String> orders() {
        return Stream.concat(
                        Stream.of("total"),
                        Given.STANDARD.categories().stream().map(it -> it.category().value()))
                .toList();
    }

    private static Asked asked(String by) {
        return new Asked(by, null, null, null, null);
    }

    /** Grades come late in a campaign: most of these are in its second half. */
    private static List<Long> aThousandPositions() {
        int events = raw.all().size();
        return Stream.concat(
                        Stream.generate(() -> 1L + RANDOM.nextInt(events - 1)).limit(200),
                        Stream.generate(PastRankingTest::late).limit(800))
                .sorted()
                .toList();
    }

    private static long late() {
        int events = raw.all().size();
        return events / 2L + RANDOM.nextInt(events / 2);
    }

    private static List<Ranked> published(Entry<Long, GradesPublished> last, Fold fold, Asked asked) {
        GradesPublished it = last.getValue();
        return NaiveRanking.published(it.publicationNo(), it.grades(), fold.assessments(), asked.by());
    }

    private static String place(RankingRow row) {
        return row.rank() + " " + row.rankInKind() + " " + row.schoolCode() + " " + row.categoryTotals();
    }

    private static String place(PublishedGrade row) {
        return row.rank() + " " + row.rankInKind() + " " + row.schoolCode() + " " + row.categoryTotals();
    }

    private static List<RankingRow> ranking(long position, Asked asked, Actor reader) {
        return page(position, asked, reader, 500, null).items();
    }

    private static Page<RankingRow> page(
            long position, Asked asked, Actor reader, int limit, @Nullable String cursor) {
        return body(CAMPAIGNS.ranking(
                Given.CAMPAIGN, new RankingOrder(asked.by()), asked.grade(), asked.township(), asked.kind(),
                asked.ownership(), null, position, limit, cursor, reader));
    }
}
