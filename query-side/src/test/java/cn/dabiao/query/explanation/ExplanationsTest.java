package cn.dabiao.query.explanation;

import static cn.dabiao.query.fixture.Answered.body;
import static cn.dabiao.query.fixture.Answered.refusal;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.Headers;
import cn.dabiao.api.explanation.ExplanationReads;
import cn.dabiao.api.explanation.ReceiptDeduction;
import cn.dabiao.api.explanation.ReceiptItem;
import cn.dabiao.api.explanation.ReceiptSchema;
import cn.dabiao.api.explanation.ReceiptView;
import cn.dabiao.api.problem.ForbiddenException;
import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.domain.appeal.AppealOutcome;
import cn.dabiao.domain.assessment.Phase;
import cn.dabiao.domain.explanation.Basis;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.GradeBands;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.standard.StandardEvent.StandardPublished;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Points;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.Story;

class ExplanationsTest {

    private static final String GRADED = "2132074201";
    private static final String SCORING = "2132074202";
    private static final String PLANNED = "2132074203";
    private static final StandardId STRICTER = new StandardId("stricter");
    private static final StandardId OF_OTHERS = new StandardId("of-others");
    private static final HikariDataSource DATABASE = Database.fresh();
    private static final QueryNode NODE = QueryNode.started(DATABASE);
    private static final ExplanationReads READS = NODE.bean(ExplanationReads.class);

    private static long head;

    @BeforeAll
    static void three_schools_and_two_more_standards() {
        NODE.ledger().append(Given.aCampaignWith(
                Story.of(Given.school(GRADED, "灌南县实验小学")).registered().plan(false).applied().drawn().opened()
                        .scored("1.2", "2", "监控室面积8㎡").scored("4.2", "1", "录像只保存25天").allScored().signed()
                        .graded().andThen().appealed("a1", 4).decided("a1", AppealOutcome.UPHELD)
                        .correctedOnAppeal("a1", "4.2", "0.5").determined().events(),
                Story.of(Given.school(SCORING, "新安中学")).registered().plan(false).applied().drawn().opened().replaced()
                        .scored("1.2", "2", "监控室面积8㎡").events(),
                Story.of(Given.school(PLANNED, "堆沟幼儿园")).registered().plan(true).events(),
                List.of(published(STRICTER, People.GUANNAN), published(OF_OTHERS, People.ELSEWHERE))));
        head = NODE.caughtUp();
        assertThat(NODE.parked()).isEmpty();
    }

    @AfterAll
    static void stop() {
        NODE.close();
        DATABASE.close();
    }

    @Test
    void a_receipt_names_the_very_events_of_the_ledger() {
        ResponseEntity<ReceiptView> answer = READS.explain(Story.idOf(GRADED), null, null, null, People.office());
        ReceiptView receipt = body(answer);
        ReceiptItem disk = receipt.items().get(3);

        assertThat(receipt.total()).isEqualTo(new Points("97.5"));
        assertThat(receipt.agrees()).isTrue();
        assertThat(requireNonNull(receipt.band()).grade()).isEqualTo(Grade.LEVEL_1);
        assertThat(receipt.grade()).isEqualTo(Grade.NOT_ATTAINED);
        assertThat(requireNonNull(receipt.determination()).position())
                .isEqualTo(positionOf("NotAttainedDetermined"));
        assertThat(requireNonNull(receipt.stated()).position()).isEqualTo(positionOf("GradeRevised"));
        assertThat(requireNonNull(receipt.stated()).assignedAt()).isEqualTo(positionOf("GradeAssigned"));
        assertThat(receipt.standard().position()).isEqualTo(0);
        assertThat(disk.deductions()).extracting(ReceiptDeduction::counted).containsExactly(true, false);
        assertThat(disk.deductions().getFirst().position()).isEqualTo(positionOf("ScoreCorrected"));
        assertThat(disk.changes()).extracting(it -> it.basis()).containsExactly(Basis.SCORING, Basis.APPEAL);
        assertThat(disk.changes().getLast().restsOn())
                .containsExactly(positionOf("AppealLodged"), positionOf("AppealDecided"));
        assertThat(receipt.position()).isEqualTo(head);
        assertThat(answer.getHeaders().getFirst(Headers.POSITION)).isEqualTo(Long.toString(head));
    }

    @Test
    void another_standard_of_the_bureau_grades_the_same_deductions() {
        ReceiptView receipt = body(READS.explain(Story.idOf(GRADED), STRICTER, null, null, People.with(Role.AUDITOR)));

        assertThat(receipt.counterfactual()).isTrue();
        assertThat(requireNonNull(receipt.band()).grade()).isEqualTo(Grade.LEVEL_2);
        assertThat(requireNonNull(receipt.comparison()).grade()).isEqualTo(Grade.LEVEL_1);
        assertThat(receipt.comparison().difference()).isZero();
        assertThat(receipt.standard().position()).isEqualTo(head - 1);
        assertThat(receipt.agrees()).isTrue();
    }

    @Test
    void a_standard_that_is_not_there_or_not_the_bureaus_grades_nothing() {
        assertThat(refusal(() -> READS.explain(Story.idOf(GRADED), new StandardId("nowhere"), null, null, People.office())))
                .isEqualTo(new Refusal.NotFound(Thing.STANDARD, "nowhere"));
        assertThat(refusal(() -> READS.explain(Story.idOf(GRADED), OF_OTHERS, null, null, People.office())))
                .isEqualTo(new Refusal.AnotherBureau(Thing.STANDARD, "of-others"));
    }

    @Test
    void a_review_under_way_has_a_provisional_receipt_and_a_plan_has_none() {
        ReceiptView receipt = body(READS.explain(Story.idOf(SCORING), null, null, null, People.office()));

        assertThat(receipt.provisional()).isTrue();
        assertThat(receipt.total()).isEqualTo(new Points("8"));
        assertThat(receipt.items().get(1).score()).isNull();
        assertThat(receipt.grade()).isNull();
        assertThat(refusal(() -> READS.explain(Story.idOf(PLANNED), null, null, null, People.office())))
                .isEqualTo(new Refusal.NothingToExplain(Story.idOf(PLANNED), Phase.PLANNED));
        assertThat(refusal(() -> READS.explain(Story.idOf("2132074299"), null, null, null, People.office())))
                .isEqualTo(new Refusal.NotFound(Thing.ASSESSMENT, "guannan-2018.2132074299"));
    }

    @Test
    void who_reads_the_assessment_reads_its_receipt_and_nobody_else() {
        for (Actor reader : List.of(
                People.office(), People.with(Role.LEADER), People.with(Role.AUDITOR), People.analyst(),
                People.school(SCORING), People.inspector("i-01"), People.inspector("i-03"))) {
            assertThat(body(READS.explain(Story.idOf(SCORING), null, null, null, reader)).provisional()).isTrue();
        }
        assertThat(refusal(() -> READS.explain(Story.idOf(SCORING), null, null, null, People.inspector("i-02"))))
                .as("who was replaced")
                .isInstanceOf(Refusal.NotInspectorOfRound.class);
        assertThat(refusal(() -> READS.explain(Story.idOf(SCORING), null, null, null, People.school(GRADED))))
                .isInstanceOf(Refusal.AnotherSchool.class);
        assertThat(refusal(() -> READS.explain(Story.idOf(SCORING), null, null, null, People.officeElsewhere())))
                .isInstanceOf(Refusal.AnotherBureau.class);
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> READS.explain(Story.idOf(SCORING), null, null, null, People.with(Role.INSPECTOR)));
    }

    @Test
    void a_receipt_of_an_earlier_moment_knows_nothing_of_what_came_after() {
        ReceiptView before = at(positionOf("ScoreCorrected") - 1);
        ReceiptView between = at(positionOf("ScoreCorrected"));
        ReceiptView after = at(positionOf("GradeRevised"));

        assertThat(before.total()).isEqualTo(new Points("97"));
        assertThat(between.total()).as("the grade is not revised yet").isEqualTo(new Points("97"));
        assertThat(after.total()).isEqualTo(new Points("97.5"));
        assertThat(List.of(before, between, after)).allMatch(ReceiptView::agrees);
        assertThat(after.determination()).isNull();
        assertThat(after.position()).isEqualTo(positionOf("GradeRevised"));
        assertThat(refusal(() -> at(0))).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void what_an_instant_asks_for_is_what_had_been_recorded_by_then() {
        Instant now = Instant.now();

        assertThat(body(READS.explain(Story.idOf(GRADED), null, now, null, People.office())).total())
                .isEqualTo(new Points("97.5"));
        assertThat(refusal(() -> READS.explain(
                        Story.idOf(GRADED), null, Instant.parse("2018-03-01T00:00:00Z"), null, People.office())))
                .isEqualTo(new Refusal.NotFound(Thing.ASSESSMENT, "guannan-2018." + GRADED));
        assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(
                () -> READS.explain(Story.idOf(GRADED), null, now, head, People.office()));
        assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(
                () -> READS.explain(Story.idOf(GRADED), null, null, head + 1, People.office()));
    }

    /** Who was replaced could read it then, and may not ask for that moment now. */
    @Test
    void who_may_read_a_past_receipt_follows_from_what_the_assessment_is_now() {
        long opened = positionIn(SCORING, "ReviewOpened");

        assertThat(body(READS.explain(Story.idOf(SCORING), null, null, opened, People.inspector("i-03"))).total())
                .isEqualTo(Points.ZERO);
        assertThat(refusal(() -> READS.explain(Story.idOf(SCORING), null, null, opened, People.inspector("i-02"))))
                .isInstanceOf(Refusal.NotInspectorOfRound.class);
    }

    @Test
    void the_schema_is_a_schema_whoever_asks() {
        ResponseEntity<String> schema = READS.schema();

        assertThat(requireNonNull(schema.getHeaders().getContentType())).hasToString(ReceiptSchema.MEDIA_TYPE);
        assertThat(body(schema)).contains("https://json-schema.org/draft/2020-12/schema");
    }

    private static ReceiptView at(long position) {
        return body(READS.explain(Story.idOf(GRADED), null, null, position, People.office()));
    }

    private static long positionOf(String event) {
        return positionIn(GRADED, event);
    }

    private static long positionIn(String school, String event) {
        return NODE.jdbc()
                .sql("SELECT position FROM ledger.event WHERE stream_id = :stream AND event_type = :type")
                .param("stream", "assessment:guannan-2018:" + school)
                .param("type", "assessment." + event)
                .query(Long.class)
                .single();
    }

    private static StandardPublished published(StandardId id, BureauCode bureau) {
        Standard it = Given.STANDARD;
        GradeBands bands = new GradeBands(List.of(
                new GradeBands.Band(Grade.LEVEL_1, new Points("99")),
                new GradeBands.Band(Grade.LEVEL_2, new Points("80")),
                new GradeBands.Band(Grade.NOT_ATTAINED, Points.ZERO)));
        Standard stricter = new Standard(
                id, it.name(), null, it.total(), it.deductionStep(), bands, it.categories(), it.items());
        return new StandardPublished(id, bureau, stricter, Given.THEN);
    }
}
