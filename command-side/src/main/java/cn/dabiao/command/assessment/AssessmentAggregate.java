package cn.dabiao.command.assessment;

import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

import cn.dabiao.command.assessment.AftermathCommand.ConfirmCommitment;
import cn.dabiao.command.assessment.AftermathCommand.CorrectScore;
import cn.dabiao.command.assessment.AftermathCommand.DecideAppeal;
import cn.dabiao.command.assessment.AftermathCommand.DetermineNotAttained;
import cn.dabiao.command.assessment.AftermathCommand.IssueMeasure;
import cn.dabiao.command.assessment.AftermathCommand.LodgeAppeal;
import cn.dabiao.command.assessment.AftermathCommand.OrderRectification;
import cn.dabiao.command.assessment.AftermathCommand.RecordMinutes;
import cn.dabiao.command.assessment.AftermathCommand.ReportRectification;
import cn.dabiao.command.assessment.AftermathCommand.VerifyRectification;
import cn.dabiao.command.assessment.AftermathCommand.WithdrawMeasure;
import cn.dabiao.command.assessment.AssessmentCommand.AcceptApplication;
import cn.dabiao.command.assessment.AssessmentCommand.Apply;
import cn.dabiao.command.assessment.AssessmentCommand.AssignGrade;
import cn.dabiao.command.assessment.AssessmentCommand.DrawInspectors;
import cn.dabiao.command.assessment.AssessmentCommand.OpenAssessment;
import cn.dabiao.command.assessment.AssessmentCommand.OpenReview;
import cn.dabiao.command.assessment.AssessmentCommand.PlanText;
import cn.dabiao.command.assessment.AssessmentCommand.ReplaceInspector;
import cn.dabiao.command.assessment.AssessmentCommand.ReplacePlan;
import cn.dabiao.command.assessment.AssessmentCommand.ReturnApplication;
import cn.dabiao.command.assessment.AssessmentCommand.ScoreItem;
import cn.dabiao.command.assessment.AssessmentCommand.SelfAssess;
import cn.dabiao.command.assessment.AssessmentCommand.SignReview;
import cn.dabiao.command.assessment.AssessmentCommand.WithdrawApplication;
import cn.dabiao.command.assessment.CalendarCommand.RecordClosedWindow;
import cn.dabiao.command.assessment.CalendarCommand.RecordOverdueOrder;
import cn.dabiao.domain.appeal.AppealWindow;
import cn.dabiao.domain.appeal.WindowPolicy;
import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealWindowClosed;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationAccepted;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationReturned;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationSubmitted;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationWithdrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeAssigned;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorsDrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.ItemScored;
import cn.dabiao.domain.assessment.AssessmentEvent.NotAttainedDetermined;
import cn.dabiao.domain.assessment.AssessmentEvent.PlanSubmitted;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationOverdue;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewOpened;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewSigned;
import cn.dabiao.domain.assessment.AssessmentEvent.SelfAssessed;
import cn.dabiao.domain.assessment.AssessmentRules;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.Draw;
import cn.dabiao.domain.assessment.DrawPolicy;
import cn.dabiao.domain.assessment.Review;
import cn.dabiao.domain.assessment.ReviewedItem;
import cn.dabiao.domain.assessment.Rounds;
import cn.dabiao.domain.assessment.ScoringTime;
import cn.dabiao.domain.assessment.VisitDate;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.rectification.OverduePolicy;
import cn.dabiao.domain.rectification.RectificationOrder;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.scoring.FindingsPolicy;
import cn.dabiao.domain.scoring.ItemScore;
import cn.dabiao.domain.scoring.Scoresheet;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.ledger.StreamId;

/**
 * One school's path through one campaign. Every handler first asks the rules, then records what happened; the answer is
 * the state that this made.
 */
@AggregateRoot(type = StreamId.ASSESSMENT)
public final class AssessmentAggregate {

    private @Nullable AssessmentState state;

    AssessmentAggregate() {}

    /** Null until the first event has been applied: Axon asks before that, too. */
    @AggregateIdentifier
    @Nullable String streamId() {
        return state == null ? null : StreamId.of(state.assessmentId()).value();
    }

    /** Opens the stream without loading it: that it is new, the ledger's unique key decides. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    AssessmentState handle(OpenAssessment command) {
        AssessmentRules.campaignRefusal(command.action(), command.terms()).ifPresent(Refusal::raise);
        boolean late = command.terms().campaign().planDeadline().isMissedAt(command.request().at());
        return recorded(plan(command.plan(), late, command));
    }

    /** A plan that came in time stays in time, however late it is amended (RULES.md §4.1 is about the first). */
    @CommandHandler
    AssessmentState handle(ReplacePlan command) {
        AssessmentState before = decide(command);
        return recorded(plan(command.plan(), before.plan().late(), command));
    }

    @CommandHandler
    AssessmentState handle(SelfAssess command) {
        decide(command);
        Scoresheet sheet = Scoresheet.of(command.standard(), command.findings());
        return recorded(new SelfAssessed(
                command.assessmentId(),
                command.findings(),
                sheet.items(),
                sheet.total(),
                command.standard().qualifyingTotal(),
                sheet.isQualified(),
                command.request().at()));
    }

    @CommandHandler
    AssessmentState handle(Apply command) {
        AssessmentState before = decide(command);
        LocalDate today = command.request().at().atZone(command.zone()).toLocalDate();
        if (command.declaredOn().isAfter(today)) {
            throw new Refusal.DeclaredInFuture(command.declaredOn(), today).asException();
        }
        return recorded(new ApplicationSubmitted(
                command.assessmentId(),
                command.declaredOn(),
                command.sealedBy(),
                command.school().facts(),
                before.declaredSelfAssessment().total(),
                command.request().at()));
    }

    @CommandHandler
    AssessmentState handle(AcceptApplication command) {
        decide(command);
        return recorded(new ApplicationAccepted(
                command.assessmentId(), command.reason(), command.request().at()));
    }

    @CommandHandler
    AssessmentState handle(ReturnApplication command) {
        decide(command);
        return recorded(new ApplicationReturned(
                command.assessmentId(), command.reason(), command.request().at()));
    }

    @CommandHandler
    AssessmentState handle(WithdrawApplication command) {
        decide(command);
        return recorded(new ApplicationWithdrawn(
                command.assessmentId(), command.reason(), command.request().at()));
    }

    @CommandHandler
    AssessmentState handle(DrawInspectors command) {
        AssessmentState before = decide(command);
        if (before.hasOpenDraw() && command.reason() == null) {
            throw new Refusal.RedrawNeedsReason(before.draws().size()).asException();
        }
        Draw draw = DrawPolicy.draw(
                before.nextDrawNo(),
                command.seed(),
                command.count(),
                command.roster(),
                command.loads(),
                command.school().schoolCode(),
                command.school().facts().township(),
                command.reason());
        return recorded(drawn(draw, command));
    }

    @CommandHandler
    AssessmentState handle(OpenReview command) {
        AssessmentState before = decide(command);
        VisitDate.require(command.visitOn(), command.request().at(), command.zone());
        InspectorsDrawn draw = before.currentDraw().orElseThrow();
        DrawPolicy.requireNoneRecused(draw, command.roster());
        DrawPolicy.requireAllOnDuty(draw, command.roster());
        return recorded(new ReviewOpened(
                command.assessmentId(),
                before.nextRound(),
                draw.drawNo(),
                draw.drawn(),
                draw.lead(),
                command.visitOn(),
                command.request().at()));
    }

    @CommandHandler
    AssessmentState handle(ScoreItem command) {
        AssessmentState before = permitted(command);
        ItemNo itemNo = command.findings().itemNo();
        Review review = Rounds.current(before, command.round(), command.action());
        command.request().precondition().requireOneOf(List.of(review.tagOf(itemNo), before.tag()));
        AssessmentRules.require(command.action(), before, command.terms(), command.request().actor());
        Instant now = command.request().at();
        Instant scoredAt = Objects.requireNonNullElse(command.scoredAt(), now);
        ScoringTime.require(scoredAt, review.visitOn(), now, command.zone());
        ItemScore score = FindingsPolicy.score(command.standard(), command.findings());
        return recorded(new ItemScored(
                command.assessmentId(),
                review.round(),
                itemNo,
                command.findings().deductions(),
                command.findings().measurements(),
                command.findings().notApplicable(),
                review.item(itemNo).map(ReviewedItem::score).orElse(null),
                score.score(),
                command.reason(),
                inspector(command),
                scoredAt,
                now));
    }

    @CommandHandler
    AssessmentState handle(SignReview command) {
        AssessmentState before = permitted(command);
        Review review = Rounds.current(before, command.round(), command.action());
        decide(command);
        return recorded(new ReviewSigned(
                command.assessmentId(), review.round(), inspector(command), command.opinion(), command.request().at()));
    }

    @CommandHandler
    AssessmentState handle(ReplaceInspector command) {
        AssessmentState before = permitted(command);
        Review review = Rounds.current(before, command.round(), command.action());
        decide(command);
        return recorded(Replacements.replaced(before, review, command));
    }

    @CommandHandler
    AssessmentState handle(AssignGrade command) {
        AssessmentState before = permitted(command);
        Review review = Rounds.current(before, command.round(), command.action());
        decide(command);
        Scoresheet sheet = Corrections.sheet(review, command.standard());
        if (command.named() != null && command.named() != sheet.grade()) {
            throw new Refusal.GradeDiffers(command.named(), sheet.grade(), sheet.total()).asException();
        }
        return recorded(new GradeAssigned(
                command.assessmentId(),
                review.round(),
                command.standard().standardId(),
                sheet.categoryTotals(),
                sheet.total(),
                sheet.grade(),
                command.opinion(),
                command.sealedBy(),
                command.request().at()));
    }

    @CommandHandler
    AssessmentState handle(CorrectScore command) {
        return recorded(Corrections.corrected(decide(command), command));
    }

    @CommandHandler
    AssessmentState handle(DetermineNotAttained command) {
        decide(command);
        return recorded(new NotAttainedDetermined(
                command.assessmentId(), command.ground(), command.reason(), command.request().at()));
    }

    @CommandHandler
    AssessmentState handle(OrderRectification command) {
        return recorded(Rectifications.ordered(decide(command), command));
    }

    @CommandHandler
    AssessmentState handle(ReportRectification command) {
        return recorded(Rectifications.reported(decide(command), command));
    }

    @CommandHandler
    AssessmentState handle(VerifyRectification command) {
        return recorded(Rectifications.looked(decide(command), command));
    }

    @CommandHandler
    AssessmentState handle(LodgeAppeal command) {
        return recorded(Appeals.lodged(decide(command), command));
    }

    @CommandHandler
    AssessmentState handle(DecideAppeal command) {
        return recorded(Appeals.decided(decide(command), command));
    }

    @CommandHandler
    AssessmentState handle(IssueMeasure command) {
        return recorded(Measures.issued(decide(command), command));
    }

    @CommandHandler
    AssessmentState handle(RecordMinutes command) {
        return recorded(Measures.held(decide(command), command));
    }

    @CommandHandler
    AssessmentState handle(ConfirmCommitment command) {
        return recorded(Measures.confirmed(decide(command), command));
    }

    @CommandHandler
    AssessmentState handle(WithdrawMeasure command) {
        return recorded(Measures.withdrawn(decide(command), command));
    }

    @CommandHandler
    void handle(RecordOverdueOrder command) {
        Instant at = command.request().at();
        RectificationOrder order = existing().aftermath().order(command.orderId()).orElseThrow();
        if (OverduePolicy.isDue(order, command.campaign(), at)) {
            apply(new RectificationOverdue(command.assessmentId(), order.orderId(), order.dueOn(), at));
        }
    }

    @CommandHandler
    void handle(RecordClosedWindow command) {
        Instant at = command.request().at();
        AppealWindow window = AppealWindow.of(command.campaign());
        WindowPolicy.due(existing(), command.contested(), command.campaign(), at)
                .ifPresent(ended -> apply(new AppealWindowClosed(
                        command.assessmentId(), ended.contested(), ended.since(), window.lastDay(ended.since()), at)));
    }

    @EventSourcingHandler
    void on(AssessmentEvent event) {
        state = AssessmentState.evolve(state, event);
    }

    /** First whether this caller may at all, then whether they saw the latest, then whether it can be done now. */
    private AssessmentState decide(AssessmentCommand command) {
        AssessmentState before = permitted(command);
        command.request().precondition().requireOneOf(List.of(before.tag()));
        AssessmentRules.require(command.action(), before, command.terms(), command.request().actor());
        return before;
    }

    private AssessmentState permitted(AssessmentCommand command) {
        AssessmentState before = existing();
        AssessmentRules.requirePermitted(command.action(), before, command.request().actor());
        return before;
    }

    private AssessmentState existing() {
        return requireNonNull(state, "a command that does not open an assessment loads one");
    }

    private AssessmentState recorded(List<AssessmentEvent> events) {
        events.forEach(event -> apply(event));
        return requireNonNull(state, "an applied event makes a state");
    }

    private AssessmentState recorded(AssessmentEvent event) {
        apply(event);
        return requireNonNull(state, "an applied event makes a state");
    }

    private static PlanSubmitted plan(PlanText plan, boolean late, AssessmentCommand command) {
        Campaign campaign = command.terms().campaign();
        return new PlanSubmitted(
                command.assessmentId(),
                campaign.bureau(),
                campaign.standardId(),
                plan.title(),
                plan.document(),
                plan.leadingGroup(),
                campaign.planDeadline().date(),
                late,
                command.request().at());
    }

    private static InspectorsDrawn drawn(Draw draw, DrawInspectors command) {
        return new InspectorsDrawn(
                command.assessmentId(),
                draw.drawNo(),
                draw.seed(),
                command.seedFrom(),
                draw.count(),
                draw.rosterHash(),
                draw.exclusions(),
                draw.eligible(),
                draw.loads(),
                draw.drawn(),
                draw.lead(),
                draw.reason(),
                command.request().at());
    }

    private static InspectorId inspector(AssessmentCommand command) {
        return requireNonNull(command.request().actor().inspector(), "the rules let inspectors alone through");
    }
}
