package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Guannan.ASSESSMENT;
import static cn.dabiao.command.assessment.Guannan.BACK_HOME;
import static cn.dabiao.command.assessment.Guannan.LEADER;
import static cn.dabiao.command.assessment.Guannan.NOW;
import static cn.dabiao.command.assessment.Guannan.OFFICE;
import static cn.dabiao.command.assessment.Guannan.REASON;
import static cn.dabiao.command.assessment.Guannan.TERMS;
import static cn.dabiao.command.assessment.Story.aSchoolThatFiledItsPlan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import cn.dabiao.command.assessment.AftermathCommand.ConfirmCommitment;
import cn.dabiao.command.assessment.AftermathCommand.IssueMeasure;
import cn.dabiao.command.assessment.AftermathCommand.RecordMinutes;
import cn.dabiao.command.assessment.AftermathCommand.WithdrawMeasure;
import cn.dabiao.domain.assessment.Action;
import cn.dabiao.domain.assessment.AssessmentEvent.CommitmentFulfilled;
import cn.dabiao.domain.assessment.AssessmentEvent.InterviewHeld;
import cn.dabiao.domain.assessment.AssessmentEvent.MeasureIssued;
import cn.dabiao.domain.assessment.AssessmentEvent.MeasureWithdrawn;
import cn.dabiao.domain.measure.Commitment;
import cn.dabiao.domain.measure.MeasureId;
import cn.dabiao.domain.measure.MeasureKind;
import cn.dabiao.domain.measure.Summons;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Statement;
import cn.dabiao.domain.value.Title;

class MeasureTest {

    private static final MeasureId M1 = new MeasureId("m1");
    private static final Statement MINUTES = new Statement("校长承诺整改。");
    private static final Summons SUMMONS = new Summons(
            BACK_HOME, new Title("县教育局会议室"), List.of(new PersonName("校长乙")));
    private static final Commitment MEND = new Commitment(REASON, LocalDate.of(2018, 4, 12));

    private final Story plain = aSchoolThatFiledItsPlan();
    private final Story summoned = plain.summoned();
    private final Story interviewed = summoned.interviewed();

    @ParameterizedTest
    @EnumSource
    void the_first_measure_needs_a_reason_of_whatever_kind(MeasureKind kind) {
        Summons summons = kind == MeasureKind.INTERVIEW ? SUMMONS : null;
        Assessments.after(plain, issue(plain, kind, REASON, summons))
                .is(new MeasureIssued(ASSESSMENT, new MeasureId("m2"), kind, REASON, summons, NOW));
        Assessments.after(plain, issue(plain, kind, null, summons))
                .isRefusedWith(new Refusal.MeasureNeedsReason(kind, null));
    }

    @Test
    void a_heavier_measure_than_any_before_needs_a_reason_and_one_like_it_or_lighter_none() {
        Assessments.after(summoned, issue(summoned, MeasureKind.CIRCULAR_CRITICISM, null, null))
                .isRefusedWith(new Refusal.MeasureNeedsReason(
                        MeasureKind.CIRCULAR_CRITICISM, MeasureKind.INTERVIEW));
        Assessments.after(summoned, issue(summoned, MeasureKind.CIRCULAR_CRITICISM, REASON, null)).succeeds();
        Assessments.after(summoned, issue(summoned, MeasureKind.INTERVIEW, null, SUMMONS)).succeeds();
        Assessments.after(summoned, issue(summoned, MeasureKind.NOTICE_LETTER, null, null)).succeeds();
    }

    @Test
    void a_measure_that_was_withdrawn_is_no_precedent() {
        Story withdrawn = summoned.then(new MeasureWithdrawn(ASSESSMENT, M1, REASON, NOW));
        Assessments.after(withdrawn, issue(withdrawn, MeasureKind.INTERVIEW, null, SUMMONS))
                .isRefusedWith(new Refusal.MeasureNeedsReason(MeasureKind.INTERVIEW, null));
    }

    @Test
    void an_interview_is_summoned_and_nothing_else_is() {
        Assessments.after(plain, issue(plain, MeasureKind.INTERVIEW, REASON, null))
                .isRefusedWith(new Refusal.SummonsMisplaced(MeasureKind.INTERVIEW));
        Assessments.after(plain, issue(plain, MeasureKind.NOTICE_LETTER, REASON, SUMMONS))
                .isRefusedWith(new Refusal.SummonsMisplaced(MeasureKind.NOTICE_LETTER));
    }

    @Test
    void a_measures_id_is_used_once() {
        Story taken = plain.then(new MeasureIssued(
                ASSESSMENT, new MeasureId("m2"), MeasureKind.NOTICE_LETTER, REASON, null, NOW));
        Assessments.after(taken, issue(taken, MeasureKind.NOTICE_LETTER, REASON, null))
                .isRefusedWith(new Refusal.AlreadyExists(Thing.MEASURE, "m2"));
    }

    @Test
    void an_interview_was_held_as_summoned_unless_the_minutes_say_otherwise() {
        Assessments.after(summoned, record(summoned, null, MEND))
                .is(new InterviewHeld(ASSESSMENT, M1, MINUTES, BACK_HOME, List.of(MEND), NOW));
        Assessments.after(summoned, record(summoned, NOW))
                .is(new InterviewHeld(ASSESSMENT, M1, MINUTES, NOW, List.of(), NOW));
    }

    @Test
    void an_interview_is_not_recorded_before_it_was_held() {
        Instant later = NOW.plusMillis(1);
        Assessments.after(summoned, record(summoned, later)).isRefusedWith(new Refusal.HeldInFuture(later, NOW));
        Story tomorrow = plain.then(new MeasureIssued(
                ASSESSMENT, M1, MeasureKind.INTERVIEW, REASON,
                new Summons(later, SUMMONS.place(), SUMMONS.attendees()), BACK_HOME));
        Assessments.after(tomorrow, record(tomorrow, null)).isRefusedWith(new Refusal.HeldInFuture(later, NOW));
    }

    /** The interview was on 10 April, the minutes are of the 20th; what was due on the 12th is kept in them. */
    @Test
    void commitments_are_due_from_the_day_of_the_interview_on_to_a_year_later() {
        LocalDate day = LocalDate.of(2018, 4, 10);
        Assessments.after(summoned, record(summoned, null, new Commitment(REASON, day))).succeeds();
        for (LocalDate slip : List.of(day.minusDays(1), day.plusDays(367))) {
            Assessments.after(summoned, record(summoned, null, MEND, new Commitment(REASON, slip)))
                    .isRefusedWith(new Refusal.DueDateImpossible(slip, day, day.plusDays(366)));
        }
    }

    @Test
    void minutes_are_of_an_interview_that_waits_for_them() {
        Story both = interviewed.then(new MeasureIssued(
                        ASSESSMENT, new MeasureId("m2"), MeasureKind.INTERVIEW, REASON, SUMMONS, NOW))
                .then(new MeasureIssued(
                        ASSESSMENT, new MeasureId("m3"), MeasureKind.NOTICE_LETTER, REASON, null, NOW))
                .then(new MeasureIssued(
                        ASSESSMENT, new MeasureId("m4"), MeasureKind.INTERVIEW, REASON, SUMMONS, NOW))
                .then(new MeasureWithdrawn(ASSESSMENT, new MeasureId("m4"), REASON, NOW));
        Assessments.after(both, record(both, M1, null))
                .isRefusedWith(new Refusal.NotAwaitingMinutes(M1, MeasureKind.INTERVIEW, true));
        Assessments.after(both, record(both, new MeasureId("m3"), null))
                .isRefusedWith(new Refusal.NotAwaitingMinutes(new MeasureId("m3"), MeasureKind.NOTICE_LETTER, false));
        Assessments.after(both, record(both, new MeasureId("m4"), null))
                .isRefusedWith(new Refusal.NotAwaitingMinutes(new MeasureId("m4"), MeasureKind.INTERVIEW, false));
        Assessments.after(both, record(both, new MeasureId("m5"), null))
                .isRefusedWith(new Refusal.NotFound(Thing.MEASURE, "m5"));
    }

    @Test
    void a_commitment_is_confirmed_once() {
        Story kept = Assessments.after(interviewed, confirm(interviewed, 1))
                .is(new CommitmentFulfilled(ASSESSMENT, M1, 1, REASON, NOW));
        Story two = summoned.then(new InterviewHeld(
                        ASSESSMENT, M1, MINUTES, BACK_HOME, List.of(MEND, MEND), BACK_HOME))
                .then(new CommitmentFulfilled(ASSESSMENT, M1, 1, REASON, NOW));
        Assessments.after(two, confirm(two, 1)).isRefusedWith(new Refusal.CommitmentConfirmed(M1, 1));
        Assessments.after(two, confirm(two, 2)).succeeds();
        Assessments.after(two, confirm(two, 3)).isRefusedWith(new Refusal.NotFound(Thing.COMMITMENT, "3"));
        Assessments.after(kept, confirm(kept, 1)).isRefusedWith(new Refusal.NoOpenCommitment());
    }

    @Test
    void with_its_interview_a_commitment_falls() {
        Story withdrawn = interviewed.then(new MeasureWithdrawn(ASSESSMENT, M1, REASON, NOW));
        Assessments.after(withdrawn, confirm(withdrawn, 1)).isRefusedWith(new Refusal.NoOpenCommitment());
        Story another = withdrawn.then(new MeasureIssued(
                        ASSESSMENT, new MeasureId("m2"), MeasureKind.INTERVIEW, REASON, SUMMONS, NOW))
                .then(new InterviewHeld(ASSESSMENT, new MeasureId("m2"), MINUTES, BACK_HOME, List.of(MEND), NOW));
        Assessments.after(another, confirm(another, 1)).isRefusedWith(new Refusal.MeasureNotStanding(M1));
    }

    @Test
    void a_measure_is_withdrawn_once() {
        Story withdrawn = Assessments.after(summoned, withdraw(summoned, LEADER))
                .is(new MeasureWithdrawn(ASSESSMENT, M1, REASON, NOW));
        Assessments.after(withdrawn, withdraw(withdrawn, LEADER)).isRefusedWith(new Refusal.NoStandingMeasure());
        Story another = withdrawn.then(new MeasureIssued(
                ASSESSMENT, new MeasureId("m2"), MeasureKind.NOTICE_LETTER, REASON, null, NOW));
        Assessments.after(another, withdraw(another, LEADER)).isRefusedWith(new Refusal.MeasureNotStanding(M1));
    }

    @Test
    void the_office_issues_measures_and_does_not_take_them_back() {
        Assessments.after(summoned, withdraw(summoned, OFFICE))
                .isRefusedWith(new Refusal.RoleNotPermitted(Action.WITHDRAW_MEASURE, Set.of(Role.LEADER)));
    }

    private static IssueMeasure issue(
            Story before, MeasureKind kind, @Nullable Reason reason, @Nullable Summons summons) {
        return new IssueMeasure(
                ASSESSMENT, TERMS, new MeasureId("m2"), kind, reason, summons, Guannan.by(OFFICE, NOW, before.tag()));
    }

    private static RecordMinutes record(Story before, @Nullable Instant heldAt, Commitment... commitments) {
        return record(before, M1, heldAt, commitments);
    }

    private static RecordMinutes record(
            Story before, MeasureId id, @Nullable Instant heldAt, Commitment... commitments) {
        return new RecordMinutes(
                ASSESSMENT, TERMS, id, MINUTES, heldAt, List.of(commitments), Guannan.by(OFFICE, NOW, before.tag()));
    }

    private static ConfirmCommitment confirm(Story before, int no) {
        return new ConfirmCommitment(ASSESSMENT, TERMS, M1, no, REASON, Guannan.by(OFFICE, NOW, before.tag()));
    }

    private static WithdrawMeasure withdraw(Story before, Actor by) {
        return new WithdrawMeasure(ASSESSMENT, TERMS, M1, REASON, Guannan.by(by, NOW, before.tag()));
    }
}
