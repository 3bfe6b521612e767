package cn.dabiao.query;

import static cn.dabiao.query.fixture.Answered.body;
import static cn.dabiao.query.fixture.Answered.refusal;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.assessment.AssessmentReads;
import cn.dabiao.api.assessment.AssessmentRow;
import cn.dabiao.api.assessment.AssessmentSort;
import cn.dabiao.api.assessment.AssessmentView;
import cn.dabiao.api.assessment.DeterminationView;
import cn.dabiao.api.assessment.DrawReplayView;
import cn.dabiao.api.assessment.MeasureView;
import cn.dabiao.api.assessment.RectificationView;
import cn.dabiao.api.assessment.ReviewedItemView;
import cn.dabiao.domain.appeal.AppealOutcome;
import cn.dabiao.domain.assessment.Action;
import cn.dabiao.domain.assessment.Ground;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignClosed;
import cn.dabiao.domain.measure.MeasureKind;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.rectification.RectificationStanding;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Points;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.Story;

/** What a front end is shown of an assessment after its grade. */
class AftermathSliceTest {

    private static final String MENDED = "2132072401";
    private static final String DETERMINED = "2132072402";
    private static final String PLANNED = "2132072403";
    private static final HikariDataSource DATABASE = Database.fresh();
    private static final QueryNode NODE = QueryNode.started(DATABASE);
    private static final AssessmentReads READS = NODE.bean(AssessmentReads.class);

    /** One was reviewed again after it had mended; the other, whose inspector was replaced, is determined and late. */
    @BeforeAll
    static void three_schools_after_their_grades() {
        NODE.ledger().append(Given.aCampaignWith(
                Story.of(Given.school(MENDED, "灌南县实验小学"))
                        .registered().plan(false).applied().drawn().opened().scored("1.2", "8", "监控室面积6㎡")
                        .scored("4.2", "3", "保存20天").allScored().signed().graded().andThen()
                        .appealed("a1", 1).decided("a1", AppealOutcome.UPHELD).correctedOnAppeal("a1", "1.2", "5")
                        .determined().contestedDetermination("a2").decided("a2", AppealOutcome.UPHELD).revoked("a2")
                        .ordered("r1", "2018-05-10").overdue("r1", "2018-05-10").reported("r1").verified("r1")
                        .reviewedAgain("4.2", "1").events(),
                Story.of(Given.school(DETERMINED, "新安中学"))
                        .registered().plan(false).applied().drawn().opened().scored("4.2", "3", "保存20天")
                        .replaced().allScored().signed().graded().andThen()
                        .correctedByOffice("灌教安〔2018〕3号", "4.2", "2").determined()
                        .issued("m1", MeasureKind.NOTICE_LETTER).summoned("m2").interviewed("m2").fulfilled("m2", 1)
                        .withdrawn("m1").ordered("r1", "2018-05-10").overdue("r1", "2018-05-10")
                        .ordered("r2", "2018-06-10").reported("r2").sentBack("r2", "2018-06-20").events(),
                Story.of(Given.school(PLANNED, "堆沟幼儿园")).registered().plan(false).andThen().determined().events()));
        NODE.caughtUp();
        assertThat(NODE.parked()).isEmpty();
    }

    @AfterAll
    static void stop() {
        NODE.close();
        DATABASE.close();
    }

    @Test
    void a_determination_is_the_grade_that_counts_and_the_total_stays_that_of_the_scores() {
        AssessmentView view = view(DETERMINED, People.office());
        assertThat(view.grade()).isEqualTo(Grade.NOT_ATTAINED);
        assertThat(view.total()).isEqualTo(new Points("98"));
        assertThat(requireNonNull(view.assignedGrade()).grade()).isEqualTo(Grade.LEVEL_1);
        DeterminationView determination = requireNonNull(view.determination());
        assertThat(determination.ground()).isEqualTo(Ground.SLOW_PROGRESS);
        assertThat(determination.appealUntil()).isEqualTo(LocalDate.parse("2018-05-03"));
        assertThat(view(PLANNED, People.office()).grade()).isEqualTo(Grade.NOT_ATTAINED);
        assertThat(view(PLANNED, People.office()).total()).isNull();
        AssessmentView revoked = view(MENDED, People.office());
        assertThat(revoked.determination()).isNull();
        assertThat(revoked.grade()).isEqualTo(Grade.LEVEL_1);
    }

    @Test
    void lists_show_and_filter_by_the_grade_that_counts() {
        assertThat(codes(list(Grade.NOT_ATTAINED, null, People.office()))).containsExactly(DETERMINED, PLANNED);
        assertThat(codes(list(Grade.LEVEL_1, null, People.office()))).containsExactly(MENDED);
        assertThat(list(Grade.NOT_ATTAINED, null, People.office()).getFirst().total()).isEqualTo(new Points("98"));
    }

    @Test
    void a_grade_says_until_when_it_can_be_contested_and_what_corrections_made_of_it() {
        AssessmentView.GradeResult grade = requireNonNull(view(DETERMINED, People.office()).assignedGrade());
        assertThat(grade.assignedAt()).isEqualTo(Instant.parse("2018-04-11T01:00:00Z"));
        assertThat(grade.contestedSince()).isEqualTo(Instant.parse("2018-04-17T01:00:00Z"));
        assertThat(grade.appealUntil()).isEqualTo(LocalDate.parse("2018-05-02"));
        AssessmentView.GradeRevision revised = requireNonNull(grade.revised());
        assertThat(revised.totalBefore()).isEqualTo(new Points("97"));
        assertThat(revised.gradeBefore()).isEqualTo(Grade.LEVEL_1);
        assertThat(requireNonNull(revised.authority()).value()).isEqualTo("灌教安〔2018〕3号");
        assertThat(revised.appealId()).isNull();
        assertThat(requireNonNull(view(MENDED, People.office()).assignedGrade()).revised()).isNull();
    }

    @Test
    void a_second_round_shows_what_carried_over_and_what_was_corrected() {
        AssessmentView view = view(MENDED, People.office());
        assertThat(view.rounds()).hasSize(2);
        ReviewedItemView first = view.rounds().getLast().items().getFirst();
        assertThat(first.carriedFrom()).isEqualTo(1);
        assertThat(first.corrected()).isTrue();
        assertThat(first.score()).isEqualTo(new Points("5"));
        ReviewedItemView anew = view.rounds().getLast().items().get(3);
        assertThat(anew.carriedFrom()).isNull();
        assertThat(anew.corrected()).isFalse();
        assertThat(anew.score()).isEqualTo(new Points("4"));
        assertThat(body(READS.item(Story.idOf(MENDED), 2, new ItemNo(2), People.office())).carriedFrom()).isEqualTo(1);
        assertThat(body(READS.item(Story.idOf(MENDED), 1, new ItemNo(1), People.office())).corrected()).isTrue();
        assertThat(view.total()).isEqualTo(new Points("94"));
    }

    @Test
    void a_replacement_is_a_draw_that_is_listed_and_replayed() {
        AssessmentView view = view(DETERMINED, People.office());
        assertThat(view.rounds().getFirst().inspectors()).hasToString("[i-01, i-03]");
        assertThat(view.rounds().getFirst().replaced()).hasToString("[i-02]");
        assertThat(view.draws()).extracting(AssessmentView.InspectorDraw::drawNo).containsExactly(1, 2);
        AssessmentView.InspectorDraw replacement = view.draws().getLast();
        assertThat(replacement.drawn()).hasToString("[i-03]");
        assertThat(requireNonNull(replacement.replaced()).value()).isEqualTo("i-02");
        assertThat(replacement.round()).isEqualTo(1);
        assertThat(replacement.exclusions()).hasSize(2);
        assertThat(view.draws().getFirst().replaced()).isNull();
        assertThat(requireNonNull(replacement.reason()).value()).isEqualTo("王芳因病住院");
        assertThat(view(DETERMINED, People.analyst()).draws().getLast().reason()).isNull();
        DrawReplayView replay = body(READS.replay(Story.idOf(DETERMINED), 2, People.with(Role.AUDITOR)));
        assertThat(replay.recorded()).hasToString("[i-03]");
        assertThat(replay.matches()).isTrue();
        assertThat(refusal(() -> READS.replay(Story.idOf(DETERMINED), 3, People.office())))
                .isEqualTo(new Refusal.NotFound(Refusal.Thing.DRAW, "3"));
    }

    @Test
    void who_was_replaced_reads_the_assessment_no_more_and_who_replaces_does() {
        Actor replaced = People.inspector("i-02");
        assertThat(refusal(() -> view(DETERMINED, replaced))).isInstanceOf(Refusal.NotInspectorOfRound.class);
        assertThat(refusal(() -> READS.history(
                        Story.idOf(DETERMINED), null, null, null, null, 50, null, replaced, Locale.CHINESE)))
                .isInstanceOf(Refusal.NotInspectorOfRound.class);
        assertThat(codes(list(null, null, replaced))).containsExactly(MENDED);
        Actor replacement = People.inspector("i-03");
        assertThat(view(DETERMINED, replacement).grade()).isEqualTo(Grade.NOT_ATTAINED);
        assertThat(body(READS.history(
                        Story.idOf(DETERMINED), null, null, null, null, 50, null, replacement, Locale.CHINESE)).items())
                .isNotEmpty();
        assertThat(codes(list(null, null, replacement))).containsExactly(DETERMINED);
    }

    @Test
    void orders_show_where_they_stand() {
        List<RectificationView> orders = view(DETERMINED, People.school(DETERMINED)).rectifications();
        RectificationView late = orders.getFirst();
        assertThat(late.standing()).isEqualTo(RectificationStanding.ORDERED);
        assertThat(late.overdue()).isTrue();
        assertThat(late.items()).hasToString("[1, 4]");
        assertThat(late.hazards()).hasToString("[配电箱裸露]");
        assertThat(late.report()).isNull();
        RectificationView again = orders.getLast();
        assertThat(again.standing()).isEqualTo(RectificationStanding.SENT_BACK);
        assertThat(again.overdue()).isFalse();
        assertThat(again.dueOn()).isEqualTo(LocalDate.parse("2018-06-20"));
        assertThat(requireNonNull(again.report()).report().value()).isEqualTo("已加装防护门");
        assertThat(requireNonNull(again.report()).evidence()).hasSize(1);
        assertThat(requireNonNull(again.finding()).value()).isEqualTo("防护门未上锁");
        assertThat(view(MENDED, People.office()).rectifications().getFirst().standing())
                .isEqualTo(RectificationStanding.VERIFIED);
    }

    @Test
    void an_overdue_order_makes_an_assessment_overdue_until_it_is_reported() {
        assertThat(codes(list(null, true, People.office()))).containsExactly(DETERMINED);
        assertThat(codes(list(null, false, People.office()))).containsExactly(MENDED, PLANNED);
        assertThat(list(null, true, People.office()).getFirst().orderOverdue()).isTrue();
        assertThat(list(null, true, People.office()).getFirst().planLate()).isFalse();
    }

    @Test
    void appeals_show_what_they_contest_and_how_they_were_decided() {
        assertThat(view(MENDED, People.school(MENDED)).appeals())
                .extracting(it -> it.appealId() + " " + it.round() + it.items() + it.contestsDetermination() + " "
                        + it.outcome() + " " + it.reason())
                .containsExactly("a1 1[1]false UPHELD 经复核", "a2 null[]true UPHELD 经复核");
        assertThat(view(MENDED, People.office()).appeals().getFirst().grounds().value()).isEqualTo("实测面积有误");
    }

    @Test
    void measures_show_their_summons_minutes_and_commitments_and_to_an_analyst_nobody() {
        List<MeasureView> measures = view(DETERMINED, People.office()).measures();
        assertThat(measures.getFirst().stands()).isFalse();
        assertThat(requireNonNull(measures.getFirst().withdrawn()).value()).isEqualTo("已改正");
        MeasureView interview = measures.getLast();
        assertThat(interview.kind()).isEqualTo(MeasureKind.INTERVIEW);
        assertThat(interview.stands()).isTrue();
        assertThat(requireNonNull(interview.summons()).attendees()).hasToString("[周校长]");
        MeasureView.MinutesView minutes = requireNonNull(interview.minutes());
        assertThat(minutes.heldAt()).isEqualTo(Instant.parse("2018-04-23T01:40:00Z"));
        assertThat(minutes.commitments())
                .extracting(it -> it.commitmentNo() + " " + it.commitment() + " " + it.dueOn() + " " + it.fulfilled())
                .containsExactly("1 更换硬盘 2018-05-05 已换新", "2 清理杂物 2018-04-30 null");
        MeasureView nameless = view(DETERMINED, People.analyst()).measures().getLast();
        assertThat(requireNonNull(nameless.summons()).attendees()).isEmpty();
        assertThat(requireNonNull(nameless.summons()).place().value()).isEqualTo("县教育局会议室");
    }

    @Test
    void what_is_allowed_depends_on_the_day_on_which_it_is_asked() {
        assertThat(allowedOn("2018-05-03T15:59:59Z", People.school(DETERMINED)))
                .containsExactly(Action.REPORT_RECTIFICATION, Action.APPEAL);
        assertThat(allowedOn("2018-05-03T16:00:00Z", People.school(DETERMINED)))
                .containsExactly(Action.REPORT_RECTIFICATION);
    }

    @Test
    void what_is_allowed_ends_with_the_campaign_but_for_what_outlives_it() {
        try (HikariDataSource database = Database.fresh();
                QueryNode node = QueryNode.started(database)) {
            AssessmentReads reads = node.bean(AssessmentReads.class);
            node.ledger().append(Given.aCampaignWith(Story.graded(Given.school(MENDED, "小学"), "1.2", "2")));
            node.caughtUp();
            assertThat(body(reads.get(Story.idOf(MENDED), null, null, People.office())).allowed())
                    .contains(Action.ORDER_RECTIFICATION, Action.CORRECT_SCORE);
            node.ledger().append(new CampaignClosed(Given.CAMPAIGN, null, List.of(), Given.THEN));
            node.caughtUp();
            assertThat(body(reads.get(Story.idOf(MENDED), null, null, People.office())).allowed())
                    .containsExactly(Action.CORRECT_SCORE);
        }
    }

    private static List<Action> allowedOn(String instant, Actor actor) {
        try (QueryNode reading = QueryNode.reading(DATABASE, Instant.parse(instant))) {
            return body(reading.bean(AssessmentReads.class).get(Story.idOf(DETERMINED), null, null, actor)).allowed();
        }
    }

    private static AssessmentView view(String school, Actor actor) {
        return body(READS.get(Story.idOf(school), null, null, actor));
    }

    private static List<AssessmentRow> list(@Nullable Grade grade, @Nullable Boolean overdue, Actor actor) {
        return body(READS.list(
                        Given.CAMPAIGN, grade, null, null, null, null, null, null, overdue, null,
                        AssessmentSort.BY_SCHOOL, 50, null, actor))
                .items();
    }

    private static List<String> codes(List<AssessmentRow> rows) {
        return rows.stream().map(row -> row.schoolCode().value()).toList();
    }
}
