package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Guannan.ASSESSMENT;
import static cn.dabiao.command.assessment.Guannan.NOW;
import static cn.dabiao.command.assessment.Guannan.OFFICE;
import static cn.dabiao.command.assessment.Guannan.PRINCIPAL;
import static cn.dabiao.command.assessment.Guannan.REASON;
import static cn.dabiao.command.assessment.Guannan.TERMS;
import static cn.dabiao.command.assessment.Story.aSchoolGraded;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import cn.dabiao.command.assessment.AftermathCommand.OrderRectification;
import cn.dabiao.command.assessment.AftermathCommand.ReportRectification;
import cn.dabiao.command.assessment.AftermathCommand.VerifyRectification;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationOrdered;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationOverdue;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationReported;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationSentBack;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationVerified;
import cn.dabiao.domain.rectification.Hazard;
import cn.dabiao.domain.rectification.OrderId;
import cn.dabiao.domain.rectification.RectificationStanding;
import cn.dabiao.domain.rectification.VerificationOutcome;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Statement;

class RectificationTest {

    private static final OrderId R1 = new OrderId("r1");
    private static final Hazard HAZARD = new Hazard("监控室堆放纸箱。");
    private static final LocalDate TODAY = LocalDate.of(2018, 4, 20);
    private static final LocalDate DUE = LocalDate.of(2018, 5, 10);
    private static final Statement REPORT = new Statement("已整改。");

    private final Story graded = aSchoolGraded(88);
    private final Story ordered = graded.ordered();
    private final Story reported = ordered.reported();

    @Test
    void an_order_names_items_and_hazards_each_once_and_follows_the_graded_round() {
        Assessments.after(graded, order(graded, DUE, List.of(4, 1, 4), List.of(HAZARD, HAZARD)))
                .is(new RectificationOrdered(
                        ASSESSMENT, R1, 1, List.of(new ItemNo(1), new ItemNo(4)), List.of(HAZARD), DUE, NOW));
    }

    @Test
    void an_order_names_something() {
        Assessments.after(graded, order(graded, DUE, List.of(), List.of()))
                .isRefusedWith(new Refusal.OrderNamesNothing(R1));
        Assessments.after(graded, order(graded, DUE, List.of(16), List.of()))
                .isRefusedWith(new Refusal.UnknownItem(new ItemNo(16), 15));
    }

    @Test
    void an_orders_id_is_used_once() {
        Assessments.after(ordered, order(ordered, DUE, List.of(1), List.of()))
                .isRefusedWith(new Refusal.AlreadyExists(Thing.RECTIFICATION, "r1"));
    }

    @Test
    void an_order_is_due_from_today_to_a_year_ahead() {
        LocalDate latest = TODAY.plusDays(366);
        Assessments.after(graded, order(graded, TODAY, List.of(1), List.of())).succeeds();
        Assessments.after(graded, order(graded, latest, List.of(1), List.of())).succeeds();
        for (LocalDate slip : List.of(TODAY.minusDays(1), latest.plusDays(1))) {
            Assessments.after(graded, order(graded, slip, List.of(1), List.of()))
                    .isRefusedWith(new Refusal.DueDateImpossible(slip, TODAY, latest));
        }
    }

    @Test
    void a_school_reports_what_it_mended_however_late() {
        Assessments.after(ordered, report(ordered, NOW)).is(new RectificationReported(
                ASSESSMENT, R1, REPORT, List.of(), NOW));
        Story overdue = ordered.then(new RectificationOverdue(ASSESSMENT, R1, DUE, NOW));
        Instant inJune = Instant.parse("2018-06-01T01:00:00Z");
        Story after = Assessments.after(overdue, report(overdue, inJune))
                .is(new RectificationReported(ASSESSMENT, R1, REPORT, List.of(), inJune));
        assertThat(after.state().aftermath().order(R1).orElseThrow().overdue()).isFalse();
    }

    @Test
    void a_report_waits_for_the_office_and_is_not_given_twice() {
        Story another = reported.then(new RectificationOrdered(
                ASSESSMENT, new OrderId("r2"), 1, List.of(), List.of(HAZARD), DUE, NOW));
        Assessments.after(another, report(another, NOW))
                .isRefusedWith(new Refusal.RectificationNotDue(R1, RectificationStanding.REPORTED));
    }

    @Test
    void an_order_that_was_never_given_is_not_found() {
        Story other = graded.then(new RectificationOrdered(
                ASSESSMENT, new OrderId("r2"), 1, List.of(), List.of(HAZARD), DUE, NOW));
        Assessments.after(other, report(other, NOW)).isRefusedWith(new Refusal.NotFound(Thing.RECTIFICATION, "r1"));
    }

    @Test
    void the_office_verifies_a_report() {
        Assessments.after(reported, look(reported, VerificationOutcome.VERIFIED, null, null))
                .is(new RectificationVerified(ASSESSMENT, R1, null, NOW));
    }

    /** Whoever gives a new date meant to send it back; an order that is closed stays closed. */
    @Test
    void an_order_is_not_verified_with_a_new_date() {
        Assessments.after(reported, look(reported, VerificationOutcome.VERIFIED, REASON, DUE))
                .isRefusedWith(new Refusal.VerifiedWithNewDate(R1, DUE));
    }

    @Test
    void an_order_is_not_closed_twice() {
        Story verified = reported.then(new RectificationVerified(ASSESSMENT, R1, null, NOW));
        Story another = verified.then(new RectificationOrdered(
                        ASSESSMENT, new OrderId("r2"), 1, List.of(), List.of(HAZARD), DUE, NOW))
                .then(new RectificationReported(ASSESSMENT, new OrderId("r2"), REPORT, List.of(), NOW));
        for (VerificationOutcome outcome : VerificationOutcome.values()) {
            Assessments.after(another, look(another, outcome, REASON, DUE))
                    .isRefusedWith(new Refusal.RectificationNotDue(R1, RectificationStanding.VERIFIED));
        }
    }

    @Test
    void what_is_sent_back_needs_a_reason_and_a_new_date_and_is_then_reported_again() {
        LocalDate later = LocalDate.of(2018, 5, 20);
        Story back = Assessments.after(reported, look(reported, VerificationOutcome.SENT_BACK, REASON, later))
                .is(new RectificationSentBack(ASSESSMENT, R1, REASON, later, NOW));
        assertThat(back.state().aftermath().order(R1).orElseThrow().dueOn()).isEqualTo(later);
        Assessments.after(back, report(back, NOW)).succeeds();

        Assessments.after(reported, look(reported, VerificationOutcome.SENT_BACK, null, null))
                .isRefusedWith(new Refusal.SendingBackIncomplete(R1, List.of("reason", "newDueOn")));
        Assessments.after(reported, look(reported, VerificationOutcome.SENT_BACK, REASON, null))
                .isRefusedWith(new Refusal.SendingBackIncomplete(R1, List.of("newDueOn")));
        Assessments.after(reported, look(reported, VerificationOutcome.SENT_BACK, REASON, TODAY.minusDays(1)))
                .isRefusedWith(new Refusal.DueDateImpossible(TODAY.minusDays(1), TODAY, TODAY.plusDays(366)));
    }

    private static OrderRectification order(
            Story before, LocalDate dueOn, List<Integer> items, List<Hazard> hazards) {
        return new OrderRectification(
                ASSESSMENT, TERMS, R1, items.stream().map(ItemNo::new).toList(), hazards, dueOn,
                Guannan.by(OFFICE, NOW, before.tag()));
    }

    private static ReportRectification report(Story before, Instant at) {
        return new ReportRectification(
                ASSESSMENT, Guannan.terms(at), R1, REPORT, List.of(), Guannan.by(PRINCIPAL, at, before.tag()));
    }

    private static VerifyRectification look(
            Story before, VerificationOutcome outcome, @Nullable Reason reason, @Nullable LocalDate newDueOn) {
        return new VerifyRectification(
                ASSESSMENT, TERMS, R1, outcome, reason, newDueOn, Guannan.by(OFFICE, NOW, before.tag()));
    }
}
