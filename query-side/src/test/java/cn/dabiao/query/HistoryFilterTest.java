package cn.dabiao.query;

import static cn.dabiao.query.fixture.Answered.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.axonframework.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.Page;
import cn.dabiao.api.assessment.AssessmentReads;
import cn.dabiao.api.assessment.HistoryEntry;
import cn.dabiao.api.campaign.CampaignReads;
import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.api.school.SchoolReads;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.Story;

/** A history narrowed to kinds of events, to a time, to an item. */
class HistoryFilterTest {

    private static final String SCHOOL = "2132072401";
    private static final Instant MORNING = Instant.parse("2018-05-02T01:00:00Z");
    private static final Instant NOON = Instant.parse("2018-05-02T04:00:00Z");
    private static final HikariDataSource DATABASE = Database.fresh();
    private static final QueryNode NODE = QueryNode.started(DATABASE);

    /** The grade is of the morning; what follows, of noon. */
    @BeforeAll
    static void a_school_graded_in_the_morning_and_corrected_at_noon() {
        List<Object> life = Story.of(Given.school(SCHOOL, "灌南县实验小学"))
                .registered().plan(false).applied().drawn().opened()
                .scored("1.2", "2", "监控室面积8㎡").scored("1.2", "1", "监控室面积9㎡").scored("4.1", "1", "断续")
                .allScored().signed().graded()
                .andThen().correctedByOffice("教发2018-3", "1.2", "3").correctedByOffice("教发2018-4", "4.1", "2")
                .events();
        Clock clock = GenericEventMessage.clock;
        try {
            GenericEventMessage.clock = Clock.fixed(MORNING, ZoneOffset.UTC);
            NODE.ledger().append(Given.aCampaignWith(life.subList(0, life.size() - 4)));
            GenericEventMessage.clock = Clock.fixed(NOON, ZoneOffset.UTC);
            NODE.ledger().append(life.subList(life.size() - 4, life.size()));
        } finally {
            GenericEventMessage.clock = clock;
        }
        NODE.caughtUp();
        assertThat(NODE.parked()).isEmpty();
    }

    @AfterAll
    static void stop() {
        NODE.close();
        DATABASE.close();
    }

    @Test
    void only_the_kinds_that_are_asked_for() {
        assertThat(types(assessment("assessment.ScoreCorrected, assessment.GradeAssigned", null, null, null)))
                .containsExactly(
                        "assessment.GradeAssigned", "assessment.ScoreCorrected", "assessment.ScoreCorrected");
        assertThat(types(school("school.SchoolRegistered,assessment.PlanSubmitted", null, null, null)))
                .containsExactly("school.SchoolRegistered", "assessment.PlanSubmitted");
        assertThat(types(campaign("campaign.CampaignOpened", null, null))).containsExactly("campaign.CampaignOpened");
        assertThat(campaign("campaign.CampaignClosed", null, null)).isEmpty();
    }

    @Test
    void what_a_history_never_tells_is_refused_with_what_it_may() {
        for (String types : List.of("assessment.ItemScoredd", "campaign.CampaignOpened", "", "assessment.ItemScored,")) {
            assertThatExceptionOfType(InvalidRequestException.class)
                    .isThrownBy(() -> assessment(types, null, null, null))
                    .withMessageContaining("types");
        }
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> campaign("assessment.ItemScored", null, null))
                .withMessageContaining("types");
    }

    @Test
    void from_counts_and_to_does_not() {
        int all = assessment(null, null, null, null).size();
        assertThat(types(assessment(null, NOON, null, null))).containsExactly(
                "assessment.ScoreCorrected", "assessment.GradeRevised", "assessment.ScoreCorrected",
                "assessment.GradeRevised");
        assertThat(assessment(null, null, NOON, null)).hasSize(all - 4);
        assertThat(assessment(null, MORNING, NOON, null)).hasSize(all - 4);
        assertThat(assessment(null, NOON, NOON, null)).isEmpty();
        assertThat(assessment(null, NOON, NOON.plusNanos(1_000), null)).hasSize(4);
        assertThat(school(null, NOON, null, null)).hasSize(4);
        assertThat(campaign(null, NOON, null)).isEmpty();
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> assessment(null, NOON, NOON.minus(Duration.ofSeconds(1)), null))
                .withMessageContaining("to");
    }

    @Test
    void only_an_item_from_its_first_score_to_its_last_correction() {
        assertThat(assessment(null, null, null, new ItemNo(1)))
                .extracting(entry -> entry.type() + " " + entry.before() + " " + entry.after())
                .containsExactly(
                        "assessment.ItemScored null 8", "assessment.ItemScored 8 9", "assessment.ScoreCorrected 9 7");
        assertThat(types(school("assessment.ScoreCorrected", null, null, new ItemNo(4))))
                .containsExactly("assessment.ScoreCorrected");
        assertThat(assessment(null, null, null, new ItemNo(77))).isEmpty();
    }

    @Test
    void a_cursor_goes_on_in_its_own_filters_only() {
        String scored = "assessment.ItemScored";
        List<Long> seen = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<HistoryEntry> page = page(scored, 4, cursor);
            page.items().forEach(entry -> seen.add(entry.position()));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(seen).isEqualTo(
                assessment(scored, null, null, null).stream().map(HistoryEntry::position).toList());
        String first = page(scored, 4, null).nextCursor();
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> page("assessment.ScoreCorrected", 4, first))
                .withMessageContaining("cursor");
    }

    private static Page<HistoryEntry> page(String types, int limit, @Nullable String cursor) {
        return body(NODE.bean(AssessmentReads.class).history(
                Story.idOf(SCHOOL), types, null, null, null, limit, cursor, People.office(), Locale.CHINESE));
    }

    private static List<HistoryEntry> assessment(
            @Nullable String types, @Nullable Instant from, @Nullable Instant to, @Nullable ItemNo item) {
        return body(NODE.bean(AssessmentReads.class).history(
                        Story.idOf(SCHOOL), types, from, to, item, 100, null, People.office(), Locale.CHINESE))
                .items();
    }

    private static List<HistoryEntry> school(
            @Nullable String types, @Nullable Instant from, @Nullable Instant to, @Nullable ItemNo item) {
        return body(NODE.bean(SchoolReads.class).history(
                        new SchoolCode(SCHOOL), types, from, to, item, 100, null, People.office(), Locale.CHINESE))
                .items();
    }

    private static List<HistoryEntry> campaign(
            @Nullable String types, @Nullable Instant from, @Nullable Instant to) {
        return body(NODE.bean(CampaignReads.class).history(
                        Given.CAMPAIGN, types, from, to, 100, null, People.office(), Locale.CHINESE))
                .items();
    }

    private static List<String> types(List<HistoryEntry> entries) {
        return entries.stream().map(HistoryEntry::type).toList();
    }
}
