package cn.dabiao.query;

import static cn.dabiao.query.fixture.Answered.body;
import static cn.dabiao.query.fixture.Answered.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.assessment.AssessmentDiff;
import cn.dabiao.api.assessment.AssessmentDiff.Aspect;
import cn.dabiao.api.assessment.AssessmentDiff.DiffChange;
import cn.dabiao.api.assessment.AssessmentDiff.DiffItem;
import cn.dabiao.api.assessment.DifferenceReads;
import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.domain.appeal.AppealOutcome;
import cn.dabiao.domain.assessment.Phase;
import cn.dabiao.domain.measure.MeasureKind;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Points;
import cn.dabiao.ledger.Timeline;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.RandomCounty;
import cn.dabiao.query.fixture.RawLedger;
import cn.dabiao.query.fixture.Story;

class DifferenceSliceTest {

    private static final String SCHOOL = "2132072401";
    private static final HikariDataSource DATABASE = Database.fresh();
    private static final QueryNode NODE = QueryNode.started(DATABASE);
    private static final DifferenceReads READS = NODE.bean(DifferenceReads.class);
    private static long graded;
    private static long end;

    @BeforeAll
    static void a_school_that_was_graded_and_a_lot_that_followed() {
        List<Object> life = Story.of(Given.school(SCHOOL, "灌南县实验小学"))
                .registered().plan(false).applied().drawn().opened()
                .scored("1.2", "2", "监控室面积8㎡").scored("4.1", "1", "断续").allScored().signed().graded()
                .andThen()
                .appealed("a1", 1).decided("a1", AppealOutcome.PARTLY_UPHELD).correctedOnAppeal("a1", "1.3", "1")
                .determined()
                .ordered("r1", "2018-05-10").overdue("r1", "2018-05-10").reported("r1").sentBack("r1", "2018-05-20")
                .issued("m1", MeasureKind.CIRCULAR_CRITICISM).summoned("m2").interviewed("m2").fulfilled("m2", 1)
                .events();
        NODE.ledger().append(Given.aCampaign());
        NODE.ledger().append(life);
        end = NODE.caughtUp();
        graded = new RawLedger(NODE).all().stream()
                .filter(raw -> raw.event().getClass().getSimpleName().equals("GradeAssigned"))
                .findFirst()
                .orElseThrow()
                .position();
        assertThat(NODE.parked()).isEmpty();
    }

    @AfterAll
    static void stop() {
        NODE.close();
        DATABASE.close();
    }

    @Test
    void what_followed_a_grade_is_told_in_words() {
        AssessmentDiff diff = diff(graded, null, People.office(), Locale.CHINESE);

        assertThat(diff.from().grade()).isEqualTo(Grade.LEVEL_1);
        assertThat(diff.from().total()).isEqualTo(new Points("97"));
        assertThat(diff.to().grade()).isEqualTo(Grade.NOT_ATTAINED);
        assertThat(diff.to().total()).isEqualTo(new Points("98"));
        assertThat(diff.position()).isEqualTo(end);
        assertThat(diff.positions()).hasSize(13).first().isEqualTo(graded + 1);
        assertThat(diff.positions()).last().isEqualTo(end);
        assertThat(texts(diff)).containsExactly(
                "等级由“一级达标”变为“不达标”",
                "总分由 97 变为 98",
                "不达标认定由“无”变为“行动进展缓慢”",
                "整改通知 r1 由“无”变为“退回重新整改”",
                "整改通知 r1 的期限由 无 变为 2018-05-20",
                "申诉 a1 由“无”变为“申诉部分成立”",
                "督促措施 m1（通报批评）由“无”变为“已下达”",
                "督促措施 m2（约谈）由“无”变为“已约谈”",
                "约谈承诺 m2/1 由“无”变为“已落实”",
                "约谈承诺 m2/2 由“无”变为“进行中”");
    }

    @Test
    void an_item_shows_its_score_and_the_deductions_that_came_and_went() {
        DiffItem item = diff(graded, null, People.office(), Locale.ENGLISH).items().getFirst();

        assertThat(item.before()).isEqualTo(new Points("8"));
        assertThat(item.after()).isEqualTo(new Points("9"));
        assertThat(item.added()).extracting(it -> it.checkpoint().value()).containsExactly("1.3");
        assertThat(item.removed()).extracting(it -> it.checkpoint().value()).containsExactly("1.2");
        assertThat(item.text()).isEqualTo(
                "Item 1 from 8 to 9; new deductions: 1.3 minus 1: 按复测; deductions taken back: 1.2 minus 2: 监控室面积8㎡");
        assertThat(diff(graded, null, People.office(), Locale.ENGLISH).items()).hasSize(1);
    }

    @Test
    void before_it_began_there_is_nothing_and_all_of_it_is_new() {
        AssessmentDiff diff = diff(0L, graded, People.office(), Locale.ENGLISH);

        assertThat(diff.from().version()).isZero();
        assertThat(diff.from().state()).isNull();
        assertThat(diff.to().state()).isEqualTo(Phase.GRADED);
        assertThat(diff.items()).hasSize(15).allMatch(item -> item.before() == null);
        assertThat(diff.changes()).allMatch(change -> change.before() == null && change.after() != null);
        assertThat(diff.changes()).extracting(DiffChange::what).contains(
                Aspect.STATE, Aspect.GRADE, Aspect.PLAN, Aspect.SELF_ASSESSMENT, Aspect.APPLICATION, Aspect.SCHOOL,
                Aspect.DRAW, Aspect.ROUND);
        assertThat(texts(diff)).contains("Review round 1 from \"none\" to \"complete\"", "Grade from none to LEVEL_1");
    }

    @Test
    void between_a_moment_and_itself_there_is_no_difference() {
        AssessmentDiff diff = diff(graded, graded, People.office(), Locale.CHINESE);
        assertThat(diff.changes()).isEmpty();
        assertThat(diff.items()).isEmpty();
        assertThat(diff.positions()).isEmpty();
        assertThat(diff.from()).isEqualTo(diff.to());
    }

    @Test
    void moments_are_instants_as_well() {
        Instant recorded = new RawLedger(NODE).all().getLast().recordedAt();
        assertThat(body(READS.diff(
                        Story.idOf(SCHOOL), Instant.EPOCH, null, recorded, null, People.office(), Locale.CHINESE)))
                .matches(diff -> diff.from().position() == Timeline.BEGINNING && diff.to().position() == end);
    }

    @Test
    void moments_that_cannot_be_are_refused() {
        refused("from", () -> diff(null, end, People.office(), Locale.CHINESE));
        refused("toPosition", () -> diff(end, graded, People.office(), Locale.CHINESE));
        refused("toPosition", () -> diff(graded, end + 1, People.office(), Locale.CHINESE));
        refused("fromPosition", () -> READS.diff(
                Story.idOf(SCHOOL), Instant.EPOCH, 1L, null, null, People.office(), Locale.CHINESE));
        refused("to", () -> READS.diff(
                Story.idOf(SCHOOL), Instant.EPOCH, null, Instant.now().plusSeconds(900), null, People.office(),
                Locale.CHINESE));
        assertThat(refusal(() -> diff(0L, 0L, People.office(), Locale.CHINESE)))
                .isEqualTo(new Refusal.NotFound(Refusal.Thing.ASSESSMENT, Story.idOf(SCHOOL).value()));
    }

    @Test
    void who_may_not_read_the_assessment_may_not_read_what_differs() {
        assertThat(refusal(() -> diff(graded, end, People.school("2132072402"), Locale.CHINESE)))
                .isInstanceOf(Refusal.AnotherSchool.class);
        assertThat(refusal(() -> diff(graded, end, People.inspector("i-03"), Locale.CHINESE)))
                .isInstanceOf(Refusal.NotInspectorOfRound.class);
        assertThat(refusal(() -> diff(graded, end, People.officeElsewhere(), Locale.CHINESE)))
                .isInstanceOf(Refusal.AnotherBureau.class);
        for (Actor reader : List.of(People.school(SCHOOL), People.inspector("i-01"), People.analyst())) {
            assertThat(diff(graded, end, reader, Locale.CHINESE).changes()).isNotEmpty();
        }
        assertThat(diff(0L, end, People.analyst(), Locale.CHINESE).toString())
                .doesNotContain("孙组长", "赵盖章", "陈校长", "周校长");
    }

    @Test
    void in_random_lives_every_step_is_told_and_steps_lead_on_from_each_other() {
        try (HikariDataSource database = Database.fresh();
                QueryNode node = QueryNode.started(database)) {
            node.ledger().append(RandomCounty.events(7, 12));
            long last = node.caughtUp();
            DifferenceReads reads = node.bean(DifferenceReads.class);
            for (String code : RandomCounty.codes(12)) {
                @Nullable AssessmentDiff before = null;
                for (long at = last / 4; at <= last; at += last / 4) {
                    long to = at;
                    if (new RawLedger(node).assessment(Story.idOf(code), to) == null) {
                        continue;
                    }
                    long from = before == null ? 0 : before.position();
                    AssessmentDiff diff = body(reads.diff(
                            Story.idOf(code), null, from, null, to, People.office(), Locale.CHINESE));
                    assertThat(diff.from()).isEqualTo(before == null ? diff.from() : before.to());
                    assertThat(texts(diff)).noneMatch(text -> text.contains("{") || text.contains("null"));
                    assertThat(diff.positions()).hasSize((int) (diff.to().version() - diff.from().version()));
                    assertThat(diff.changes())
                            .allMatch(it -> !Objects.equals(it.before(), it.after()) || it.what() == Aspect.PLAN
                                    || it.what() == Aspect.APPLICATION || it.what() == Aspect.SELF_ASSESSMENT);
                    before = diff;
                }
            }
        }
    }

    private static AssessmentDiff diff(@Nullable Long from, @Nullable Long to, Actor actor, Locale locale) {
        return body(READS.diff(Story.idOf(SCHOOL), null, from, null, to, actor, locale));
    }

    private static List<String> texts(AssessmentDiff diff) {
        return diff.changes().stream().map(DiffChange::text).toList();
    }

    private static void refused(String field, Runnable read) {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(read::run)
                .withMessageStartingWith(field + " ");
    }
}
