package cn.dabiao.query;

import static cn.dabiao.query.fixture.Answered.body;
import static cn.dabiao.query.fixture.Answered.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.axonframework.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.Headers;
import cn.dabiao.api.assessment.AssessmentReads;
import cn.dabiao.api.assessment.AssessmentView;
import cn.dabiao.api.campaign.CampaignReads;
import cn.dabiao.api.campaign.RankingOrder;
import cn.dabiao.api.campaign.RankingRow;
import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.ledger.Timeline;
import cn.dabiao.query.assessment.AssessmentRecord;
import cn.dabiao.query.assessment.PastAssessments;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.RandomCounty;
import cn.dabiao.query.fixture.RawLedger;
import cn.dabiao.query.fixture.RawLedger.Fold;
import cn.dabiao.query.fixture.RawLedger.Folded;
import cn.dabiao.query.fixture.RawLedger.Raw;
import cn.dabiao.query.fixture.Story;

/** What is shown of the past of a county of 300 schools is what a naive fold of all raw events up to there gives. */
class PastTest {

    private static final long SEED = 20180312;
    private static final int SCHOOLS = 300;
    private static final RankingOrder TOTAL = new RankingOrder("total");
    private static final HikariDataSource DATABASE = Database.fresh();
    private static final QueryNode NODE = QueryNode.started(DATABASE);
    private static final AssessmentReads READS = NODE.bean(AssessmentReads.class);
    private static final CampaignReads CAMPAIGNS = NODE.bean(CampaignReads.class);
    private static final Random RANDOM = new Random(SEED);
    private static final List<RankingRow> OLD = new ArrayList<>();
    private static RawLedger raw = new RawLedger(NODE);

    /** Recorded by clocks that stand still, tick, and now and then are a little behind. */
    @BeforeAll
    static void a_county_with_random_lives() {
        Clock clock = GenericEventMessage.clock;
        GenericEventMessage.clock = new ShakyClock();
        try {
            List<Object> events = RandomCounty.events(SEED, SCHOOLS);
            for (int from = 0; from < events.size(); ) {
                int to = Math.min(events.size(), from + 1 + RANDOM.nextInt(400));
                NODE.ledger().append(events.subList(from, to));
                from = to;
            }
        } finally {
            GenericEventMessage.clock = clock;
        }
        NODE.caughtUp();
        assertThat(NODE.parked()).isEmpty();
        raw = new RawLedger(NODE);
    }

    @AfterAll
    static void stop() {
        NODE.close();
        DATABASE.close();
    }

    @Test
    void an_assessment_at_a_thousand_random_moments_is_what_a_naive_fold_of_all_events_gives() {
        PastAssessments past = NODE.bean(PastAssessments.class);
        Fold fold = raw.fold();
        int begun = 0;
        for (long position : LongStream.generate(PastTest::aPosition).limit(1_000).sorted().toArray()) {
            AssessmentId id = anAssessment();
            @Nullable Folded expected = fold.upTo(position).assessment(id);
            Optional<AssessmentRecord> actual = past.one(id, position);
            if (expected == null) {
                assertThat(actual).as("%s at %d", id, position).isEmpty();
                continue;
            }
            begun++;
            AssessmentRecord row = actual.orElseThrow();
            assertThat(row.state()).as("%s at %d", id, position).isEqualTo(expected.state());
            assertThat(List.of(row.schoolName(), row.kind(), row.ownership(), row.township()))
                    .as("%s at %d", id, position)
                    .containsExactly(
                            expected.school().name(), expected.school().kind(), expected.school().ownership(),
                            expected.school().township());
            ResponseEntity<AssessmentView> answer = READS.get(id, null, position, People.office());
            requireShown(answer, expected, position);
        }
        assertThat(begun).as("points at which there was something").isGreaterThan(300);
    }

    @Test
    void every_assessment_of_a_campaign_is_folded_as_each_alone() {
        PastAssessments past = NODE.bean(PastAssessments.class);
        for (int point = 0; point < 4; point++) {
            long position = aPosition();
            List<AssessmentRecord> each = past.idsOf(Given.CAMPAIGN).stream()
                    .flatMap(id -> past.one(id, position).stream())
                    .toList();
            assertThat(past.ofCampaign(Given.CAMPAIGN, position)).as("at %d", position).isEqualTo(each);
        }
    }

    @Test
    void at_the_end_of_the_ledger_the_past_is_the_present_but_for_what_may_be_done() {
        long end = NODE.head();
        Fold all = raw.fold().upTo(end);
        for (AssessmentId id : ids().subList(0, 40)) {
            if (all.assessment(id) == null) {
                continue;
            }
            AssessmentView past = body(READS.get(id, null, end, People.office()));
            assertThat(past).usingRecursiveComparison().ignoringFields("allowed")
                    .isEqualTo(body(READS.get(id, null, null, People.office())));
            assertThat(past.allowed()).isEmpty();
        }
        assertThat(ranking(end, People.office())).isEqualTo(ranking(null, People.office()));
        assertThat(ranking(end, People.school("2132000007"))).isEqualTo(ranking(null, People.school("2132000007")));
    }

    @Test
    void an_instant_is_the_longest_beginning_in_which_nothing_was_recorded_later() {
        Timeline timeline = new Timeline(DATABASE);
        assertThat(timeline.positionAt(Instant.EPOCH)).isEqualTo(Timeline.BEGINNING);
        assertThat(timeline.positionAt(Instant.now())).isEqualTo(NODE.head());
        for (int point = 0; point < 300; point++) {
            Instant recorded = raw.all().get(RANDOM.nextInt(raw.all().size())).recordedAt();
            for (Instant at : List.of(recorded, recorded.minusNanos(1_000), recorded.plusNanos(999))) {
                assertThat(timeline.positionAt(at)).as("at %s", at).isEqualTo(naively(at));
            }
        }
        Instant early = raw.all().get(20).recordedAt();
        assertThat(new Timeline(DATABASE).positionAt(early)).isEqualTo(naively(early));
    }

    @Test
    void an_instant_shows_what_its_position_shows() {
        for (int point = 0; point < 50; point++) {
            Instant at = raw.all().get(RANDOM.nextInt(raw.all().size())).recordedAt();
            long position = naively(at);
            AssessmentId id = anAssessment();
            if (raw.assessment(id, position) == null) {
                assertThat(refusal(() -> READS.get(id, at, null, People.office())))
                        .isEqualTo(new Refusal.NotFound(Refusal.Thing.ASSESSMENT, id.value()));
            } else {
                assertThat(body(READS.get(id, at, null, People.office())))
                        .isEqualTo(body(READS.get(id, null, position, People.office())));
            }
        }
    }

    @Test
    void what_is_not_there_yet_or_asked_for_twice_is_refused() {
        AssessmentId id = ids().getFirst();
        Instant ahead = Instant.now().plusSeconds(3600);
        refused("asOf", () -> READS.get(id, ahead, null, People.office()));
        refused("atPosition", () -> READS.get(id, null, NODE.head() + 1, People.office()));
        refused("atPosition", () -> READS.get(id, Instant.EPOCH, 0L, People.office()));
        assertThat(refusal(() -> READS.get(id, null, 0L, People.office())))
                .isEqualTo(new Refusal.NotFound(Refusal.Thing.ASSESSMENT, id.value()));
        assertThat(refusal(() -> ranking(0L, People.office())))
                .isEqualTo(new Refusal.NotFound(Refusal.Thing.CAMPAIGN, Given.CAMPAIGN.value()));
    }

    @Test
    void who_may_not_read_it_now_may_not_read_its_past() {
        AssessmentId id = ids().getFirst();
        long end = NODE.head();
        assertThat(refusal(() -> READS.get(id, null, end, People.school("2132000001"))))
                .isInstanceOf(Refusal.AnotherSchool.class);
        assertThat(refusal(() -> READS.get(id, null, end, People.officeElsewhere())))
                .isInstanceOf(Refusal.AnotherBureau.class);
        assertThat(refusal(() -> ranking(end, People.officeElsewhere()))).isInstanceOf(Refusal.AnotherBureau.class);
        assertThat(body(READS.get(id, null, end, People.analyst())).plan().leadingGroup()).isEmpty();
        assertThat(body(READS.get(id, null, end, People.office())).plan().leadingGroup()).isNotEmpty();
    }

    /** What is asked for is 50 ms and 1 s. */
    @Test
    void the_past_is_shown_at_once() {
        Duration one = median(60, () -> READS.get(grownOld(), null, NODE.head() - RANDOM.nextInt(500), People.office()));
        Duration byInstant = median(60, () -> READS.get(
                grownOld(), raw.all().getLast().recordedAt().minusMillis(RANDOM.nextInt(50)), null, People.office()));
        Duration ranking = median(15, () -> ranking(NODE.head() - RANDOM.nextInt(500), People.office()));
        Duration campaign = median(7, () -> NODE.bean(PastAssessments.class).ofCampaign(Given.CAMPAIGN, NODE.head()));
        assertThat(one).isLessThan(Duration.ofMillis(50));
        assertThat(byInstant).isLessThan(Duration.ofMillis(50));
        assertThat(ranking).isLessThan(Duration.ofSeconds(1));
        assertThat(campaign).isLessThan(Duration.ofSeconds(3));
    }

    private static void requireShown(ResponseEntity<AssessmentView> answer, Folded expected, long position) {
        AssessmentView view = body(answer);
        assertThat(view.position()).isEqualTo(position);
        assertThat(answer.getHeaders().getFirst(Headers.POSITION)).isEqualTo(Long.toString(position));
        assertThat(answer.getHeaders().getETag()).isEqualTo("\"" + expected.state().version() + "\"");
        assertThat(view.version()).isEqualTo(expected.state().version());
        assertThat(view.state()).isEqualTo(expected.state().phase());
        assertThat(view.grade()).isEqualTo(expected.state().standing().orElse(null));
        assertThat(view.schoolName()).isEqualTo(expected.school().name());
        assertThat(view.rounds()).hasSameSizeAs(expected.state().reviews());
        assertThat(view.appeals()).hasSameSizeAs(expected.state().aftermath().appeals());
        assertThat(view.allowed()).isEmpty();
    }

    private static AssessmentId anAssessment() {
        return ids().get(RANDOM.nextInt(SCHOOLS));
    }

    /** One that has come to a grade. */
    private static AssessmentId grownOld() {
        if (OLD.isEmpty()) {
            OLD.addAll(ranking(NODE.head() - 500, People.office()));
        }
        return OLD.get(RANDOM.nextInt(OLD.size())).assessmentId();
    }

    private static List<AssessmentId> ids() {
        return RandomCounty.codes(SCHOOLS).stream().map(Story::idOf).toList();
    }

    private static long aPosition() {
        return RANDOM.nextInt(raw.all().size());
    }

    private static long naively(Instant at) {
        long position = Timeline.BEGINNING;
        for (Raw each : raw.all()) {
            if (each.recordedAt().isAfter(at)) {
                return position;
            }
            position = each.position();
        }
        return position;
    }

    private static List<RankingRow> ranking(@Nullable Long position, Actor reader) {
        return body(CAMPAIGNS.ranking(
                        Given.CAMPAIGN, TOTAL, null, null, null, null, null, position, 500, null, reader))
                .items();
    }

    private static void refused(String field, Runnable read) {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(read::run)
                .withMessageContaining(field);
    }

    private static Duration median(int times, Runnable read) {
        List<Duration> each = IntStream.range(0, times).mapToObj(_ -> {
            long before = System.nanoTime();
            read.run();
            return Duration.ofNanos(System.nanoTime() - before);
        }).sorted().toList();
        return each.get(times / 2);
    }

    private static final class ShakyClock extends Clock {

        private final Random shaking = new Random(SEED);
        private Instant now = Instant.parse("2018-03-12T01:00:00Z");

        @Override
        public Instant instant() {
            now = switch (shaking.nextInt(10)) {
                case 0, 1, 2, 3 -> now;
                case 4 -> now.minusNanos(1_000L * shaking.nextInt(50_000));
                default -> now.plusNanos(1_000L * shaking.nextInt(60_000));
            };
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
