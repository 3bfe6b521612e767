package cn.dabiao.domain.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.appeal.Contested;
import cn.dabiao.domain.assessment.Aftermath.ClosedWindow;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealWindowClosed;
import cn.dabiao.domain.assessment.AssessmentEvent.CommitmentFulfilled;
import cn.dabiao.domain.assessment.AssessmentEvent.DeterminationRevoked;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeRevised;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorReplaced;
import cn.dabiao.domain.assessment.AssessmentEvent.InterviewHeld;
import cn.dabiao.domain.assessment.AssessmentEvent.ItemScored;
import cn.dabiao.domain.assessment.AssessmentEvent.MeasureIssued;
import cn.dabiao.domain.assessment.AssessmentEvent.MeasureWithdrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.NotAttainedDetermined;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationOrdered;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationOverdue;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationReported;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationSentBack;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationVerified;
import cn.dabiao.domain.assessment.AssessmentEvent.ScoreCorrected;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.measure.Commitment;
import cn.dabiao.domain.measure.IssuedMeasure;
import cn.dabiao.domain.measure.MeasureId;
import cn.dabiao.domain.measure.MeasureKind;
import cn.dabiao.domain.measure.Summons;
import cn.dabiao.domain.rectification.OrderId;
import cn.dabiao.domain.rectification.RectificationOrder;
import cn.dabiao.domain.rectification.RectificationStanding;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Authority;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Sha256;
import cn.dabiao.domain.value.Statement;
import cn.dabiao.domain.value.Title;
import cn.dabiao.examples.Guannan;
import cn.dabiao.examples.Path;

/** What corrections, orders, appeals, measures and replacements make of an assessment. */
class AftermathFoldTest {

    private static final Reason WHY = new Reason("经复核");
    private static final AppealId A1 = new AppealId("a1");
    private static final OrderId R1 = new OrderId("r1");
    private static final MeasureId M1 = new MeasureId("m1");
    private static final LocalDate DUE = LocalDate.of(2018, 5, 10);
    private static final Instant THEN = Guannan.at("2018-04-20T09:00");
    private static final AssessmentState GRADED = Path.after(Path.upToGrade());

    @Test
    void the_correction_of_a_carried_item_reaches_the_round_that_runs() {
        AssessmentState second = after(GRADED, Path.opened(2), corrected(1, 3, "7"));

        assertThat(item(second, 1, 3).score()).isEqualTo(new Points("7"));
        assertThat(item(second, 2, 3).score()).isEqualTo(new Points("7"));
        assertThat(item(second, 2, 3).corrected()).isTrue();
        assertThat(item(second, 2, 3).carriedFrom()).isEqualTo(1);
        assertThat(second.currentReview().orElseThrow().tagOf(Guannan.item(3)))
                .as("who saw the old score has to look again").isEqualTo("r2-i3-v1");
        assertThat(item(second, 2, 4)).isEqualTo(item(after(GRADED, Path.opened(2)), 2, 4));
    }

    @Test
    void an_item_that_was_scored_anew_stays_as_it_was_scored() {
        AssessmentState second = after(GRADED, Path.opened(2), scoredIn(2, 3, "9"), corrected(1, 3, "7"));

        assertThat(item(second, 2, 3).score()).isEqualTo(new Points("9"));
        assertThat(item(second, 2, 3).corrected()).isFalse();
        assertThat(item(second, 2, 3).carriedFrom()).isNull();
    }

    /** Else an appeal about the first round could make the second worse. */
    @Test
    void a_carried_item_that_was_corrected_in_its_own_round_follows_the_earlier_round_no_more() {
        AssessmentState second = after(GRADED, Path.opened(2), corrected(2, 3, "9"), corrected(1, 3, "7"));

        assertThat(item(second, 1, 3).score()).isEqualTo(new Points("7"));
        assertThat(item(second, 2, 3).score()).isEqualTo(new Points("9"));
    }

    @Test
    void an_item_carried_over_twice_is_from_the_round_that_scored_it_and_follows_both() {
        AssessmentState third = after(GRADED, Path.opened(2), Path.opened(3));
        assertThat(item(third, 3, 3).carriedFrom()).isEqualTo(1);

        assertThat(item(after(third, corrected(2, 3, "7")), 3, 3).score()).isEqualTo(new Points("7"));
        assertThat(item(after(third, corrected(2, 3, "7")), 1, 3).score()).isEqualTo(new Points("5"));
    }

    @Test
    void a_correction_by_authority_opens_the_window_anew_and_one_by_appeal_does_not() {
        Instant assigned = Objects.requireNonNull(GRADED.grade()).contestedSince();
        StandingGrade byAppeal = Objects.requireNonNull(after(GRADED, revised(A1)).grade());
        StandingGrade byAuthority = Objects.requireNonNull(after(GRADED, revised(null)).grade());

        assertThat(byAppeal.contestedSince()).isEqualTo(assigned);
        assertThat(byAuthority.contestedSince()).isEqualTo(THEN);
        assertThat(List.of(byAppeal, byAuthority)).allSatisfy(grade -> {
            assertThat(grade.grade()).isEqualTo(Grade.LEVEL_2);
            assertThat(grade.total()).isEqualTo(new Points("85"));
            assertThat(grade.assignedAt()).isEqualTo(assigned);
        });
    }

    @Test
    void whoever_replaces_the_lead_takes_its_place_and_its_signature_is_awaited() {
        Review review = after(Path.after(Path.upToAllScored()), replaced(Path.LEAD, true)).currentReview().orElseThrow();

        assertThat(review.inspectors()).containsExactly(Guannan.inspector(9), Path.SECOND);
        assertThat(review.lead()).isEqualTo(Guannan.inspector(9));
        assertThat(review.replaced()).containsExactly(Path.LEAD);
        assertThat(review.everInspected()).containsExactly(Guannan.inspector(9), Path.SECOND, Path.LEAD);
        assertThat(review.notSignedBy()).containsExactly(Guannan.inspector(9), Path.SECOND);
        assertThat(review.items()).hasSize(15);
    }

    @Test
    void a_replacement_counts_as_a_draw_and_leaves_the_lead_where_it_is_not_about_it() {
        AssessmentState running = Path.after(Path.upToReview());
        AssessmentState after = after(running, replaced(Path.SECOND, false));

        assertThat(after.nextDrawNo()).isEqualTo(running.nextDrawNo() + 1);
        assertThat(after.currentReview().orElseThrow().lead()).isEqualTo(Path.LEAD);
    }

    @Test
    void an_order_is_overdue_until_it_is_reported_however_late() {
        AssessmentState overdue = after(
                GRADED, ordered(), new RectificationOverdue(Guannan.ASSESSMENT, R1, DUE, THEN));
        assertThat(order(overdue).overdue()).isTrue();
        assertThat(order(overdue).awaitsReport()).isTrue();

        AssessmentState reported = after(overdue, reported());
        assertThat(order(reported).overdue()).isFalse();
        assertThat(order(reported).standing()).isEqualTo(RectificationStanding.REPORTED);
        assertThat(order(reported).awaitsReport()).isFalse();
    }

    @Test
    void what_is_sent_back_has_a_new_date_and_keeps_the_last_report() {
        LocalDate later = DUE.plusDays(10);
        AssessmentState back = after(
                GRADED, ordered(), reported(), new RectificationSentBack(Guannan.ASSESSMENT, R1, WHY, later, THEN));

        assertThat(order(back).dueOn()).isEqualTo(later);
        assertThat(order(back).awaitsReport()).isTrue();
        assertThat(order(back).finding()).isEqualTo(WHY);
        assertThat(order(back).report()).isNotNull();
        assertThat(back.aftermath().openOrders()).hasSize(1);
        AssessmentState verified = after(
                back, reported(), new RectificationVerified(Guannan.ASSESSMENT, R1, null, THEN));
        assertThat(verified.aftermath().openOrders()).isEmpty();
    }

    @Test
    void windows_that_the_calendar_closed_are_remembered_one_after_the_other() {
        AssessmentState closed = after(
                GRADED,
                new AppealWindowClosed(Guannan.ASSESSMENT, Contested.GRADE, THEN, DUE, THEN.plusSeconds(1)),
                new AppealWindowClosed(Guannan.ASSESSMENT, Contested.DETERMINATION, THEN, DUE, THEN.plusSeconds(2)));

        assertThat(closed.aftermath().closedWindows()).containsExactly(
                new ClosedWindow(Contested.GRADE, THEN), new ClosedWindow(Contested.DETERMINATION, THEN));
        assertThat(closed.phase()).isEqualTo(Phase.GRADED);
    }

    @Test
    void a_determination_stands_above_the_grade_until_it_is_revoked() {
        AssessmentState determined = after(
                GRADED, new NotAttainedDetermined(Guannan.ASSESSMENT, Ground.SLOW_PROGRESS, WHY, THEN));
        assertThat(determined.standing()).contains(Grade.NOT_ATTAINED);
        assertThat(after(determined, new DeterminationRevoked(Guannan.ASSESSMENT, A1, WHY, THEN)).standing())
                .contains(Grade.LEVEL_1);
    }

    @Test
    void the_commitments_of_an_interview_are_open_until_they_are_kept_or_it_is_withdrawn() {
        Commitment one = new Commitment(new Reason("五月底前装好设备"), DUE);
        AssessmentState held = after(
                GRADED,
                new MeasureIssued(
                        Guannan.ASSESSMENT, M1, MeasureKind.INTERVIEW, WHY,
                        new Summons(THEN, new Title("县教育局"), List.of(new PersonName("王志强"))), THEN),
                new InterviewHeld(Guannan.ASSESSMENT, M1, new Statement("约谈记录"), THEN, List.of(one, one), THEN));
        assertThat(measure(held).openCommitments()).hasSize(2);

        AssessmentState kept = after(held, new CommitmentFulfilled(Guannan.ASSESSMENT, M1, 2, WHY, THEN));
        assertThat(measure(kept).openCommitments()).extracting(each -> each.no()).containsExactly(1);

        AssessmentState withdrawn = after(kept, new MeasureWithdrawn(Guannan.ASSESSMENT, M1, WHY, THEN));
        assertThat(measure(withdrawn).openCommitments()).isEmpty();
        assertThat(measure(withdrawn).commitments()).as("what was said stays on record").hasSize(2);
        assertThat(measure(withdrawn).stands()).isFalse();
    }

    private static AssessmentState after(AssessmentState before, AssessmentEvent... events) {
        AssessmentState state = before;
        for (AssessmentEvent event : events) {
            state = AssessmentState.evolve(state, event);
        }
        return state;
    }

    private static ReviewedItem item(AssessmentState state, int round, int item) {
        return state.reviewOf(round).orElseThrow().item(Guannan.item(item)).orElseThrow();
    }

    private static RectificationOrder order(AssessmentState state) {
        return state.aftermath().order(R1).orElseThrow();
    }

    private static IssuedMeasure measure(AssessmentState state) {
        return state.aftermath().measure(M1).orElseThrow();
    }

    private static RectificationOrdered ordered() {
        return new RectificationOrdered(
                Guannan.ASSESSMENT, R1, 1, List.of(Guannan.item(1)), List.of(), DUE, THEN);
    }

    private static RectificationReported reported() {
        return new RectificationReported(Guannan.ASSESSMENT, R1, new Statement("已整改"), List.of(), THEN);
    }

    private static ScoreCorrected corrected(int round, int item, String after) {
        return new ScoreCorrected(
                Guannan.ASSESSMENT, round, Guannan.item(item), List.of(), List.of(), List.of(), new Points("5"),
                new Points(after), WHY, null, new Authority("更正决定"), THEN);
    }

    private static GradeRevised revised(@Nullable AppealId appeal) {
        return new GradeRevised(
                Guannan.ASSESSMENT, 1, Guannan.STANDARD.standardId(), List.of(), new Points("100"), Grade.LEVEL_1,
                new Points("85"), Grade.LEVEL_2, appeal, appeal == null ? new Authority("更正决定") : null, THEN);
    }

    private static ItemScored scoredIn(int round, int item, String after) {
        ItemScored first = Path.scored(item, "5", after);
        return new ItemScored(
                first.assessmentId(), round, first.itemNo(), List.of(), List.of(), List.of(), first.before(),
                first.after(), null, first.scoredBy(), first.scoredAt(), first.at());
    }

    private static InspectorReplaced replaced(InspectorId gone, boolean lead) {
        InspectorId next = Guannan.inspector(9);
        return new InspectorReplaced(
                Guannan.ASSESSMENT, 1, gone, next, lead ? next : Path.LEAD, 2, new Seed("s"), SeedOrigin.PRODUCT,
                new Sha256("b".repeat(64)), List.of(), List.of(next), List.of(), WHY, THEN);
    }
}
