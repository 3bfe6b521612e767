package cn.dabiao.query;

import static cn.dabiao.query.fixture.Answered.body;
import static cn.dabiao.query.fixture.Answered.refusal;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.Headers;
import cn.dabiao.api.Page;
import cn.dabiao.api.assessment.AssessmentReads;
import cn.dabiao.api.assessment.AssessmentRow;
import cn.dabiao.api.assessment.AssessmentSort;
import cn.dabiao.api.assessment.AssessmentView;
import cn.dabiao.api.assessment.DrawReplayView;
import cn.dabiao.api.assessment.ReviewedItemView;
import cn.dabiao.api.problem.ForbiddenException;
import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.domain.assessment.Action;
import cn.dabiao.domain.assessment.Phase;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Points;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.Story;

class AssessmentSliceTest {

    private static final String GRADED = "2132072401";
    private static final String SCORING = "2132072402";
    private static final String PLANNED = "2132072403";
    private static final HikariDataSource DATABASE = Database.fresh();
    private static final QueryNode NODE = QueryNode.started(DATABASE);
    private static final AssessmentReads READS = NODE.bean(AssessmentReads.class);

    private static long head;

    @BeforeAll
    static void three_schools_on_their_way() {
        NODE.ledger().append(Given.aCampaignWith(
                Story.graded(Given.school(GRADED, "灌南县实验小学"), "1.2", "2", "4.2", "1"),
                Story.of(Given.school(SCORING, "新安中学", SchoolKind.JUNIOR_HIGH, Ownership.PRIVATE, "三口镇"))
                        .registered().plan(false).applied().drawn().opened().scored("1.2", "2", "监控室面积8㎡").events(),
                Story.of(Given.school(PLANNED, "堆沟幼儿园")).registered().plan(true).events()));
        head = NODE.caughtUp();
        assertThat(NODE.parked()).isEmpty();
    }

    @AfterAll
    static void stop() {
        NODE.close();
        DATABASE.close();
    }

    @Test
    void a_graded_assessment_is_shown_whole_with_tag_and_position() {
        ResponseEntity<AssessmentView> answer = READS.get(Story.idOf(GRADED), null, null, People.office());
        AssessmentView view = body(answer);
        assertThat(view.state()).isEqualTo(Phase.GRADED);
        assertThat(view.grade()).isEqualTo(Grade.LEVEL_1);
        assertThat(view.total()).isEqualTo(new Points("97"));
        assertThat(view.items()).hasSize(15);
        assertThat(view.items().getFirst().score()).isEqualTo(new Points("8"));
        assertThat(view.rounds().getFirst().complete()).isTrue();
        assertThat(view.plan().leadingGroup()).hasSize(1);
        assertThat(view.schoolName().value()).isEqualTo("灌南县实验小学");
        assertThat(view.position()).isEqualTo(head);
        assertThat(answer.getHeaders().getETag()).isEqualTo("\"" + view.version() + "\"");
        assertThat(answer.getHeaders().getFirst(Headers.POSITION)).isEqualTo(Long.toString(head));
        assertThat(view.version()).isEqualTo(6 + 15 + 2 + 1);
    }

    @Test
    void what_is_allowed_is_what_the_rules_allow_this_caller() {
        assertThat(body(READS.get(Story.idOf(SCORING), null, null, People.inspector("i-01"))).allowed())
                .containsExactly(Action.SCORE_ITEM);
        assertThat(body(READS.get(Story.idOf(SCORING), null, null, People.office())).allowed())
                .containsExactly(Action.REPLACE_INSPECTOR, Action.ISSUE_MEASURE);
        assertThat(body(READS.get(Story.idOf(PLANNED), null, null, People.school(PLANNED))).allowed())
                .containsExactly(Action.FILE_PLAN, Action.SELF_ASSESS);
    }

    @Test
    void an_item_has_a_tag_of_its_own_scored_or_not() {
        ResponseEntity<ReviewedItemView> scored =
                READS.item(Story.idOf(SCORING), 1, new ItemNo(1), People.inspector("i-02"));
        assertThat(scored.getHeaders().getETag()).isEqualTo("\"r1-i1-v1\"");
        assertThat(body(scored).score()).isEqualTo(new Points("8"));
        assertThat(body(scored).deductions()).hasSize(1);
        ResponseEntity<ReviewedItemView> unscored = READS.item(Story.idOf(SCORING), 1, new ItemNo(2), People.office());
        assertThat(unscored.getHeaders().getETag()).isEqualTo("\"r1-i2-v0\"");
        assertThat(body(unscored).score()).isNull();
        assertThat(body(unscored).points()).isEqualTo(new Points("10"));
    }

    @Test
    void an_unknown_assessment_round_or_item_is_not_found() {
        assertThat(refusal(() -> READS.get(Story.idOf("2132072499"), null, null, People.office())))
                .isEqualTo(new Refusal.NotFound(Refusal.Thing.ASSESSMENT, "guannan-2018.2132072499"));
        assertThat(refusal(() -> READS.item(Story.idOf(SCORING), 2, new ItemNo(1), People.office())))
                .isEqualTo(new Refusal.NotFound(Refusal.Thing.REVIEW_ROUND, "2"));
        assertThat(refusal(() -> READS.item(Story.idOf(SCORING), 1, new ItemNo(16), People.office())))
                .isEqualTo(new Refusal.NotFound(Refusal.Thing.ITEM, "16"));
    }

    /** The seed's order was computed outside Java: the story's draw has it the other way round. */
    @Test
    void a_draw_is_drawn_again_from_the_ledger_and_a_wrong_one_is_found_out() {
        long drawnAt = NODE.jdbc()
                .sql("SELECT position FROM ledger.event WHERE stream_id = 'assessment:guannan-2018:2132072402' "
                        + "AND event_type = 'assessment.InspectorsDrawn'")
                .query(Long.class)
                .single();
        for (Actor reader : List.of(
                People.office(), People.with(Role.AUDITOR), People.analyst(), People.school(SCORING),
                People.inspector("i-01"))) {
            ResponseEntity<DrawReplayView> answer = READS.replay(Story.idOf(SCORING), 1, reader);
            DrawReplayView replay = body(answer);
            assertThat(replay.order()).hasToString("[i-02, i-01]");
            assertThat(replay.replayed()).isEqualTo(replay.order());
            assertThat(replay.recorded()).hasToString("[i-01, i-02]");
            assertThat(replay.matches()).isFalse();
            assertThat(replay.eventPosition()).isEqualTo(drawnAt);
            assertThat(replay.position()).isEqualTo(head);
        }
    }

    @Test
    void a_draw_that_is_not_there_is_not_found_and_one_of_others_is_not_shown() {
        assertThat(refusal(() -> READS.replay(Story.idOf(SCORING), 2, People.office())))
                .isEqualTo(new Refusal.NotFound(Refusal.Thing.DRAW, "2"));
        assertThat(refusal(() -> READS.replay(Story.idOf(PLANNED), 1, People.office())))
                .isEqualTo(new Refusal.NotFound(Refusal.Thing.DRAW, "1"));
        assertThat(refusal(() -> READS.replay(Story.idOf("2132072499"), 1, People.office())))
                .isEqualTo(new Refusal.NotFound(Refusal.Thing.ASSESSMENT, "guannan-2018.2132072499"));
        assertThat(refusal(() -> READS.replay(Story.idOf(SCORING), 1, People.school(PLANNED))))
                .isEqualTo(new Refusal.AnotherSchool(SCORING));
        assertThat(refusal(() -> READS.replay(Story.idOf(SCORING), 1, People.inspector("i-03"))))
                .isInstanceOf(Refusal.NotInspectorOfRound.class);
        assertThat(refusal(() -> READS.replay(Story.idOf(SCORING), 1, People.officeElsewhere())))
                .isInstanceOf(Refusal.AnotherBureau.class);
    }

    @Test
    void an_analyst_sees_figures_and_no_person() {
        AssessmentView view = body(READS.get(Story.idOf(GRADED), null, null, People.analyst()));
        assertThat(view.total()).isEqualTo(new Points("97"));
        assertThat(view.plan().leadingGroup()).isEmpty();
        AssessmentView.Declaration form = requireNonNull(view.application());
        assertThat(form.sealedBy()).isNull();
        assertThat(form.school()).isNull();
        AssessmentView.GradeResult grade = requireNonNull(view.assignedGrade());
        assertThat(grade.sealedBy()).isNull();
        assertThat(grade.opinion().value()).isEqualTo("同意");
        assertThat(view.toString()).doesNotContain("孙组长", "赵盖章", "钱局长", "陈校长", "13800000001");
        assertThat(body(READS.get(Story.idOf(GRADED), null, null, People.office())).toString())
                .contains("孙组长", "赵盖章", "钱局长", "陈校长", "13800000001");
    }

    @Test
    void nobody_reads_what_is_not_theirs() {
        assertThat(refusal(() -> READS.get(Story.idOf(GRADED), null, null, People.officeElsewhere())))
                .isInstanceOf(Refusal.AnotherBureau.class);
        assertThat(refusal(() -> READS.get(Story.idOf(GRADED), null, null, People.school(PLANNED))))
                .isEqualTo(new Refusal.AnotherSchool(GRADED));
        assertThat(refusal(() -> READS.get(Story.idOf(GRADED), null, null, People.inspector("i-03"))))
                .isInstanceOf(Refusal.NotInspectorOfRound.class);
        assertThat(refusal(() -> READS.item(Story.idOf(GRADED), 1, new ItemNo(1), People.inspector("i-03"))))
                .isInstanceOf(Refusal.NotInspectorOfRound.class);
        Actor nameless = new Actor("x", Set.of(Role.INSPECTOR), People.GUANNAN, null, null);
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> READS.get(Story.idOf(GRADED), null, null, nameless));
    }

    @Test
    void lists_hold_what_the_caller_may_read() {
        assertThat(codes(list(People.office()))).containsExactly(GRADED, SCORING, PLANNED);
        assertThat(codes(list(People.school(SCORING)))).containsExactly(SCORING);
        assertThat(codes(list(People.inspector("i-02")))).containsExactly(GRADED, SCORING);
        assertThat(codes(list(People.inspector("i-03")))).isEmpty();
        assertThat(codes(list(People.officeElsewhere()))).isEmpty();
        assertThat(codes(list(new Actor("x", Set.of(Role.OFFICE), null, null, null)))).isEmpty();
    }

    @Test
    void filters_are_combined() {
        assertThat(codes(list(Filter.none().grade(Grade.LEVEL_1)))).containsExactly(GRADED);
        assertThat(codes(list(Filter.none().state(Phase.UNDER_REVIEW)))).containsExactly(SCORING);
        assertThat(codes(list(Filter.none().kind(SchoolKind.PRIMARY)))).containsExactly(GRADED, PLANNED);
        assertThat(codes(list(Filter.none().kind(SchoolKind.PRIMARY).state(Phase.GRADED)))).containsExactly(GRADED);
        assertThat(codes(list(Filter.none().overdue(true)))).containsExactly(PLANNED);
        assertThat(codes(list(Filter.none().overdue(false)))).containsExactly(GRADED, SCORING);
        assertThat(codes(list(Filter.none().q("新安")))).containsExactly(SCORING);
        assertThat(codes(list(Filter.none().q("072403")))).containsExactly(PLANNED);
        assertThat(codes(list(Filter.none().q("%")))).isEmpty();
        assertThat(codes(list(Filter.none().minTotal("97")))).containsExactly(GRADED);
        assertThat(codes(list(Filter.none().minTotal("97.5")))).isEmpty();
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> list(Filter.none().q("a\u0000")));
    }

    @Test
    void totals_sort_both_ways_and_those_without_come_last() {
        assertThat(codes(list(Filter.none().sort(AssessmentSort.BEST_FIRST)))).startsWith(GRADED);
        assertThat(codes(list(Filter.none().sort(AssessmentSort.WORST_FIRST)))).startsWith(GRADED);
    }

    @Test
    void pages_follow_each_other_without_repeating_or_leaving_out() {
        for (AssessmentSort sort : List.of(
                AssessmentSort.BY_SCHOOL, AssessmentSort.BEST_FIRST, AssessmentSort.WORST_FIRST)) {
            List<String> seen = new ArrayList<>();
            String cursor = null;
            do {
                Page<AssessmentRow> page = list(Filter.none().sort(sort).limit(1).cursor(cursor));
                assertThat(page.items()).hasSize(1);
                seen.addAll(codes(page));
                cursor = page.nextCursor();
            } while (cursor != null);
            assertThat(seen).containsExactlyElementsOf(codes(list(Filter.none().sort(sort))));
        }
    }

    @Test
    void a_cursor_of_other_filters_is_refused() {
        String cursor = list(Filter.none().limit(1)).nextCursor();
        assertThat(cursor).isNotNull();
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> list(Filter.none().kind(SchoolKind.PRIMARY).limit(1).cursor(cursor)));
    }

    private static Page<AssessmentRow> list(Actor actor) {
        return list(Filter.none(), actor);
    }

    private static Page<AssessmentRow> list(Filter filter) {
        return list(filter, People.office());
    }

    private static Page<AssessmentRow> list(Filter it, Actor actor) {
        return body(READS.list(
                Given.CAMPAIGN, it.grade, it.state, null, it.kind, null,
                it.minTotal, null, it.overdue, it.q, it.sort, it.limit, it.cursor, actor));
    }

    private static List<String> codes(Page<AssessmentRow> page) {
        return page.items().stream().map(row -> row.schoolCode().value()).toList();
    }

    private static final class Filter {

        private @Nullable Grade grade;
        private @Nullable Phase state;
        private @Nullable SchoolKind kind;
        private @Nullable Points minTotal;
        private @Nullable Boolean overdue;
        private @Nullable String q;
        private @Nullable String cursor;
        private AssessmentSort sort = AssessmentSort.BY_SCHOOL;
        private int limit = 50;

        static Filter none() {
            return new Filter();
        }

        Filter grade(Grade value) {
            grade = value;
            return this;
        }

        Filter state(Phase value) {
            state = value;
            return this;
        }

        Filter kind(SchoolKind value) {
            kind = value;
            return this;
        }

        Filter minTotal(String value) {
            minTotal = new Points(value);
            return this;
        }

        Filter overdue(boolean value) {
            overdue = value;
            return this;
        }

        Filter q(String value) {
            q = value;
            return this;
        }

        Filter sort(AssessmentSort value) {
            sort = value;
            return this;
        }

        Filter limit(int value) {
            limit = value;
            return this;
        }

        Filter cursor(@Nullable String value) {
            cursor = value;
            return this;
        }
    }
}
