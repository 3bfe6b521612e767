package cn.dabiao.query;

import static cn.dabiao.query.fixture.Answered.body;
import static cn.dabiao.query.fixture.Answered.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.Page;
import cn.dabiao.api.assessment.AssessmentReads;
import cn.dabiao.api.assessment.AssessmentRow;
import cn.dabiao.api.assessment.AssessmentSort;
import cn.dabiao.api.assessment.HistoryEntry;
import cn.dabiao.api.campaign.CampaignReads;
import cn.dabiao.api.campaign.PublicationReads;
import cn.dabiao.api.campaign.PublicationView;
import cn.dabiao.api.campaign.PublishedRow;
import cn.dabiao.api.campaign.RankingOrder;
import cn.dabiao.api.campaign.RankingRow;
import cn.dabiao.api.problem.ForbiddenException;
import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.api.school.SchoolReads;
import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.appeal.AppealOutcome;
import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealDecided;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealLodged;
import cn.dabiao.domain.assessment.AssessmentEvent.NotAttainedDetermined;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.GradesToPublish;
import cn.dabiao.domain.assessment.Ground;
import cn.dabiao.domain.campaign.CampaignEvent.GradesPublished;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.campaign.GradedSchool;
import cn.dabiao.domain.campaign.PublicationPolicy;
import cn.dabiao.domain.campaign.PublishedGrade;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolEvent.SchoolRegistered;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Opinion;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Statement;
import cn.dabiao.domain.value.Township;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.Story;

class PublicationSliceTest {

    private static final String BEST = "2132072401";
    private static final String SECOND = "2132072402";
    private static final String APPEALING = "2132072403";
    private static final String DETERMINED = "2132072404";
    private static final String LATE = "2132072405";
    private static final Instant AT = Instant.parse("2018-05-04T01:00:00Z");
    private static final RankingOrder TOTAL = new RankingOrder("total");
    private static final List<Object> HAPPENED = new ArrayList<>();
    private static final HikariDataSource DATABASE = Database.fresh();
    private static final QueryNode NODE = QueryNode.started(DATABASE);
    private static final CampaignReads CAMPAIGNS = NODE.bean(CampaignReads.class);
    private static final PublicationReads PUBLICATIONS = NODE.bean(PublicationReads.class);
    private static final AssessmentReads ASSESSMENTS = NODE.bean(AssessmentReads.class);
    private static final SchoolReads SCHOOLS = NODE.bean(SchoolReads.class);

    /** 98, 95, 95 with an open appeal, 97 but determined; then the appeal is decided and a fifth one graded with 99. */
    @BeforeAll
    static void a_campaign_that_was_published_twice_and_went_on() {
        happened(Given.aCampaign());
        happened(Story.graded(primary(BEST), "1.2", "2"));
        happened(Story.graded(junior(SECOND), "4.2", "5"));
        happened(Story.graded(primary(APPEALING), "1.2", "5"));
        happened(Story.graded(primary(DETERMINED), "1.2", "3"));
        happened(List.of(new NotAttainedDetermined(
                Story.idOf(DETERMINED), Ground.SLOW_PROGRESS, new Reason("两次催办后仍未动工"), AT)));
        happened(List.of(new AppealLodged(
                Story.idOf(APPEALING), new AppealId("a1"), 1, List.of(new ItemNo(1)), false,
                new Statement("请予复测"), List.of(), AT)));
        happened(List.of(published(1, new Opinion("公示七日"))));
        happened(List.of(new AppealDecided(
                Story.idOf(APPEALING), new AppealId("a1"), AppealOutcome.DISMISSED, new Reason("复测无误"), AT)));
        happened(List.of(published(2, null)));
        happened(Story.graded(primary(LATE), "1.2", "1"));
        NODE.caughtUp();
        assertThat(NODE.parked()).isEmpty();
    }

    @AfterAll
    static void stop() {
        NODE.close();
        DATABASE.close();
    }

    @Test
    void every_role_of_the_bureau_reads_the_same_publications_the_last_one_first() {
        for (Actor reader : everybody()) {
            assertThat(body(PUBLICATIONS.list(Given.CAMPAIGN, 50, null, reader)).items()).containsExactly(
                    new PublicationView(2, AT, null, 4, 0),
                    new PublicationView(1, AT, new Opinion("公示七日"), 4, 1));
            assertThat(rows(1, reader)).containsExactly(
                    "1 2132072401 LEVEL_1", "2 2132072402 LEVEL_1", "2 2132072403 LEVEL_1 pending",
                    "4 2132072404 NOT_ATTAINED determined");
            assertThat(rows(2, reader)).containsExactly(
                    "1 2132072401 LEVEL_1", "2 2132072402 LEVEL_1", "2 2132072403 LEVEL_1",
                    "4 2132072404 NOT_ATTAINED determined");
        }
    }

    @Test
    void a_row_shows_all_that_was_published() {
        PublishedRow row = body(PUBLICATIONS.rows(Given.CAMPAIGN, 1, null, null, 50, null, People.school(BEST)))
                .items().getLast();

        assertThat(row.total()).isEqualTo(new Points("97"));
        assertThat(row.rankInKind()).isEqualTo(3);
        assertThat(row.schoolName().value()).isEqualTo("小学2132072404");
        assertThat(row.categoryTotals()).hasSize(4);
        assertThat(row.categoryTotals().getFirst().score()).isEqualTo(new Points("27"));
    }

    @Test
    void filters_and_pages_leave_the_places_of_the_whole_publication() {
        assertThat(shown(body(PUBLICATIONS.rows(
                        Given.CAMPAIGN, 1, Grade.LEVEL_1, SchoolKind.JUNIOR_HIGH, 50, null, People.analyst()))))
                .containsExactly("2 2132072402 LEVEL_1");
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page<PublishedRow> page =
                    body(PUBLICATIONS.rows(Given.CAMPAIGN, 1, null, null, 2, cursor, People.office()));
            seen.addAll(shown(page));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(seen).containsExactlyElementsOf(rows(1, People.office()));
        Page<PublicationView> first = body(PUBLICATIONS.list(Given.CAMPAIGN, 1, null, People.office()));
        assertThat(body(PUBLICATIONS.list(Given.CAMPAIGN, 1, first.nextCursor(), People.office())).items())
                .extracting(PublicationView::publicationNo)
                .containsExactly(1);
    }

    @Test
    void a_publication_that_is_not_there_or_is_of_others_is_refused() {
        assertThat(refusal(() -> rows(3, People.office()))).isEqualTo(new Refusal.NotFound(Thing.PUBLICATION, "3"));
        assertThat(refusal(() -> rows(1, People.officeElsewhere()))).isInstanceOf(Refusal.AnotherBureau.class);
        assertThat(refusal(() -> PUBLICATIONS.list(Given.CAMPAIGN, 50, null, People.officeElsewhere())))
                .isInstanceOf(Refusal.AnotherBureau.class);
        assertThat(refusal(() -> PUBLICATIONS.list(new CampaignId("nowhere"), 50, null, People.office())))
                .isEqualTo(new Refusal.NotFound(Thing.CAMPAIGN, "nowhere"));
    }

    @Test
    void the_order_that_was_published_is_that_of_the_ranking_as_it_was() {
        List<PublishedGrade> policy = PublicationPolicy.ranked(graded());

        assertThat(ranking(TOTAL, People.office()).items())
                .hasSize(5)
                .extracting(row -> row.rank() + " " + row.rankInKind() + " " + row.schoolCode() + " " + row.pending())
                .containsExactlyElementsOf(policy.stream()
                        .map(it -> it.rank() + " " + it.rankInKind() + " " + it.schoolCode() + " " + it.pending())
                        .toList());
    }

    @Test
    void a_school_and_an_inspector_read_the_last_publication_for_a_ranking() {
        for (Actor reader : List.of(People.school(SECOND), People.school(LATE), People.inspector("i-01"))) {
            Page<RankingRow> page = ranking(TOTAL, reader);
            assertThat(ranks(page)).containsExactly("1 2132072401", "2 2132072402", "2 2132072403", "4 2132072404");
            assertThat(page.items()).allSatisfy(row -> {
                assertThat(row.publicationNo()).isEqualTo(2);
                assertThat(row.round()).isNull();
            });
        }
        for (Role role : List.of(Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST)) {
            Page<RankingRow> page = ranking(TOTAL, People.with(role));
            assertThat(ranks(page)).startsWith("1 2132072405").hasSize(5);
            assertThat(page.items()).allSatisfy(row -> {
                assertThat(row.publicationNo()).isNull();
                assertThat(row.round()).isEqualTo(1);
            });
        }
    }

    @Test
    void a_published_ranking_by_category_rests_on_the_published_points() {
        Page<RankingRow> page = ranking(new RankingOrder("HARDWARE"), People.school(BEST));

        assertThat(ranks(page)).containsExactly("1 2132072401", "2 2132072402", "2 2132072403", "4 2132072404");
        assertThat(ranks(ranking(new RankingOrder("CONDUCT"), People.school(BEST))))
                .containsExactly("1 2132072401", "1 2132072402", "1 2132072403", "4 2132072404");
    }

    @Test
    void a_published_ranking_is_filtered_and_paged() {
        assertThat(ranks(body(CAMPAIGNS.ranking(
                        Given.CAMPAIGN, TOTAL, Grade.LEVEL_1, new Township("三口镇"), SchoolKind.JUNIOR_HIGH,
                        Ownership.PRIVATE, null, null, 50, null, People.school(BEST)))))
                .containsExactly("2 2132072402");
        assertThat(ranks(body(CAMPAIGNS.ranking(
                        Given.CAMPAIGN, TOTAL, null, null, null, Ownership.PUBLIC, null, null, 50, null,
                        People.school(BEST)))))
                .containsExactly("1 2132072401", "2 2132072403", "4 2132072404");
        Page<RankingRow> first = ranking(TOTAL, People.school(BEST), 2, null);
        assertThat(ranks(ranking(TOTAL, People.school(BEST), 2, first.nextCursor())))
                .containsExactly("2 2132072403", "4 2132072404");
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> ranking(TOTAL, People.office(), 2, first.nextCursor()))
                .withMessageContaining("cursor");
    }

    @Test
    void nothing_else_tells_a_school_or_a_stranger_among_inspectors_what_is_not_published() {
        for (Actor reader : List.of(People.school(SECOND), People.inspector("i-03"))) {
            assertThat(ranks(ranking(TOTAL, reader))).noneMatch(row -> row.contains(LATE));
            assertThat(rows(2, reader)).noneMatch(row -> row.contains(LATE));
            assertThat(listed(reader)).extracting(row -> row.schoolCode().value()).doesNotContain(LATE);
            assertThat(body(CAMPAIGNS.get(Given.CAMPAIGN, reader)).toString()).doesNotContain(LATE);
            AssessmentId late = Story.idOf(LATE);
            for (Runnable read : List.<Runnable>of(
                    () -> ASSESSMENTS.get(late, null, null, reader),
                    () -> ASSESSMENTS.item(late, 1, new ItemNo(1), reader),
                    () -> ASSESSMENTS.history(late, null, null, null, null, 50, null, reader, Locale.CHINESE),
                    () -> ASSESSMENTS.scoreChanges(late, null, 50, null, reader, Locale.CHINESE),
                    () -> ASSESSMENTS.replay(late, 1, reader))) {
                assertThat(refusal(read))
                        .isInstanceOfAny(Refusal.AnotherSchool.class, Refusal.NotInspectorOfRound.class);
            }
        }
        assertThat(refusal(() -> SCHOOLS.history(
                        new SchoolCode(LATE), null, null, null, null, 50, null, People.school(SECOND), Locale.CHINESE)))
                .isEqualTo(new Refusal.AnotherSchool(LATE));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> SCHOOLS.history(
                new SchoolCode(LATE), null, null, null, null, 50, null, People.inspector("i-03"), Locale.CHINESE));
    }

    @Test
    void the_history_of_the_campaign_tells_what_was_published() {
        assertThat(history(Locale.CHINESE)).containsExactly(
                "第1次公布考评结果，共4所学校，其中1所学校的申诉尚未答复，说明：公示七日", "第2次公布考评结果，共4所学校");
        assertThat(history(Locale.ENGLISH)).containsExactly(
                "Publication 1 of the grades, 4 schools, 1 of them with an open appeal, note: 公示七日",
                "Publication 2 of the grades, 4 schools");
    }

    private static void happened(List<?> events) {
        NODE.ledger().append(events);
        HAPPENED.addAll(events);
    }

    private static GradesPublished published(int no, @Nullable Opinion note) {
        return new GradesPublished(Given.CAMPAIGN, no, PublicationPolicy.ranked(graded()), note, AT);
    }

    /** As the command side finds them. */
    private static List<GradedSchool> graded() {
        Map<String, AssessmentState> states = new TreeMap<>();
        for (Object event : HAPPENED) {
            if (event instanceof AssessmentEvent it) {
                states.compute(it.assessmentId().value(), (_, before) -> AssessmentState.evolve(before, it));
            }
        }
        return states.values().stream().flatMap(state -> GradesToPublish.of(state).stream()).toList();
    }

    private static List<Actor> everybody() {
        return List.of(
                People.school(SECOND), People.school(LATE), People.inspector("i-03"), People.office(),
                People.with(Role.LEADER), People.with(Role.AUDITOR), People.analyst());
    }

    private static List<String> rows(int no, Actor reader) {
        return shown(body(PUBLICATIONS.rows(Given.CAMPAIGN, no, null, null, 50, null, reader)));
    }

    private static List<String> shown(Page<PublishedRow> page) {
        return page.items().stream()
                .map(row -> row.rank() + " " + row.schoolCode() + " " + row.grade()
                        + (row.determined() ? " determined" : "") + (row.pending() ? " pending" : ""))
                .toList();
    }

    private static Page<RankingRow> ranking(RankingOrder by, Actor reader) {
        return ranking(by, reader, 50, null);
    }

    private static Page<RankingRow> ranking(RankingOrder by, Actor reader, int limit, @Nullable String cursor) {
        return body(CAMPAIGNS.ranking(Given.CAMPAIGN, by, null, null, null, null, null, null, limit, cursor, reader));
    }

    private static List<String> ranks(Page<RankingRow> page) {
        return page.items().stream().map(row -> row.rank() + " " + row.schoolCode()).toList();
    }

    private static List<AssessmentRow> listed(Actor reader) {
        return body(ASSESSMENTS.list(
                        Given.CAMPAIGN, null, null, null, null, null, null, null, null, null,
                        new AssessmentSort("-total"), 50, null, reader))
                .items();
    }

    private static List<String> history(Locale locale) {
        return body(CAMPAIGNS.history(Given.CAMPAIGN, null, null, null, 50, null, People.office(), locale))
                .items().stream()
                .filter(entry -> entry.type().equals("campaign.GradesPublished"))
                .map(HistoryEntry::text)
                .toList();
    }

    private static SchoolRegistered primary(String code) {
        return Given.school(code, "小学" + code);
    }

    private static SchoolRegistered junior(String code) {
        return Given.school(code, "中学" + code, SchoolKind.JUNIOR_HIGH, Ownership.PRIVATE, "三口镇");
    }
}
