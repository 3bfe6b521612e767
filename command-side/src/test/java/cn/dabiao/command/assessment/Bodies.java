package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Everybody.ROSTER;
import static cn.dabiao.command.assessment.Guannan.ASSESSMENT;
import static cn.dabiao.command.assessment.Guannan.OPINION;
import static cn.dabiao.command.assessment.Guannan.REASON;
import static cn.dabiao.command.assessment.Guannan.SCHOOL;
import static cn.dabiao.command.assessment.Guannan.SEALER;
import static cn.dabiao.command.assessment.Guannan.ZONE;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import cn.dabiao.command.Request;
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
import cn.dabiao.command.assessment.AssessmentCommand.OpenReview;
import cn.dabiao.command.assessment.AssessmentCommand.ReplaceInspector;
import cn.dabiao.command.assessment.AssessmentCommand.ReplacePlan;
import cn.dabiao.command.assessment.AssessmentCommand.ReturnApplication;
import cn.dabiao.command.assessment.AssessmentCommand.ScoreItem;
import cn.dabiao.command.assessment.AssessmentCommand.SelfAssess;
import cn.dabiao.command.assessment.AssessmentCommand.SignReview;
import cn.dabiao.command.assessment.AssessmentCommand.WithdrawApplication;
import cn.dabiao.domain.appeal.Appeal;
import cn.dabiao.domain.appeal.AppealDecision;
import cn.dabiao.domain.appeal.AppealDecision.NewDeductions;
import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.appeal.AppealOutcome;
import cn.dabiao.domain.assessment.Action;
import cn.dabiao.domain.assessment.Aftermath;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.Ground;
import cn.dabiao.domain.assessment.Loads;
import cn.dabiao.domain.assessment.Review;
import cn.dabiao.domain.assessment.Seed;
import cn.dabiao.domain.assessment.SeedOrigin;
import cn.dabiao.domain.assessment.Terms;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.measure.Commitment;
import cn.dabiao.domain.measure.MeasureId;
import cn.dabiao.domain.measure.MeasureKind;
import cn.dabiao.domain.measure.Summons;
import cn.dabiao.domain.rectification.OrderId;
import cn.dabiao.domain.rectification.VerificationOutcome;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Authority;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Statement;
import cn.dabiao.domain.value.Title;

/**
 * For each action the well-formed commands that somebody could send about what there is: every order, appeal, measure,
 * commitment and inspector of the round, and these items. A new action does not compile until it has some.
 */
record Bodies(AssessmentState state, Terms terms, Request request, List<ItemNo> items) {

    Stream<AssessmentCommand> of(Action action) {
        LocalDate today = request.at().atZone(ZONE).toLocalDate();
        return switch (action) {
            case FILE_PLAN -> Stream.of(new ReplacePlan(ASSESSMENT, terms, Guannan.BETTER_PLAN, request));
            case SELF_ASSESS -> Stream.of(92, 60)
                    .map(total -> new SelfAssess(ASSESSMENT, terms, Found.totalling(total), request));
            case APPLY -> Stream.of(new Apply(ASSESSMENT, terms, today, SEALER, SCHOOL, request));
            case WITHDRAW_APPLICATION -> Stream.of(new WithdrawApplication(ASSESSMENT, terms, REASON, request));
            case ACCEPT_APPLICATION -> Stream.of(new AcceptApplication(ASSESSMENT, terms, null, request));
            case RETURN_APPLICATION -> Stream.of(new ReturnApplication(ASSESSMENT, terms, REASON, request));
            case DRAW_INSPECTORS -> Stream.of(new DrawInspectors(
                    ASSESSMENT, terms, 2, new Seed("s"), SeedOrigin.CALLER, ROSTER, Loads.NONE, SCHOOL, REASON,
                    request));
            case OPEN_REVIEW -> Stream.of(today, today.plusDays(5))
                    .map(visit -> new OpenReview(ASSESSMENT, terms, visit, ROSTER, request));
            case SCORE_ITEM -> items.stream()
                    .map(item -> new ScoreItem(
                            ASSESSMENT, terms, round(), Found.nothingAt(item.value()), null, null, request));
            case SIGN_REVIEW -> Stream.of(new SignReview(ASSESSMENT, terms, round(), OPINION, request));
            case REPLACE_INSPECTOR -> inspectors()
                    .map(inspector -> new ReplaceInspector(
                            ASSESSMENT, terms, round(), inspector, new Seed("s"), SeedOrigin.CALLER, ROSTER, Loads.NONE,
                            SCHOOL, REASON, request));
            case ASSIGN_GRADE -> Stream.of(
                    new AssignGrade(ASSESSMENT, terms, round(), OPINION, SEALER, null, request));
            default -> follows(action, today);
        };
    }

    private Stream<AssessmentCommand> follows(Action action, LocalDate today) {
        Aftermath aftermath = state.aftermath();
        return switch (action) {
            case CORRECT_SCORE -> items.stream().flatMap(this::corrections);
            case DETERMINE_NOT_ATTAINED -> Stream.of(
                    new DetermineNotAttained(ASSESSMENT, terms, Ground.SLOW_PROGRESS, REASON, request));
            case ORDER_RECTIFICATION -> Stream.of(new OrderRectification(
                    ASSESSMENT, terms, new OrderId("r" + aftermath.orders().size()), items.subList(0, 1), List.of(),
                    today, request));
            case REPORT_RECTIFICATION -> aftermath.orders().stream()
                    .map(order -> new ReportRectification(
                            ASSESSMENT, terms, order.orderId(), new Statement("已整改。"), List.of(), request));
            case VERIFY_RECTIFICATION -> aftermath.orders().stream()
                    .flatMap(order -> Stream.of(
                            verify(order.orderId(), VerificationOutcome.VERIFIED, null),
                            verify(order.orderId(), VerificationOutcome.SENT_BACK, today)));
            case APPEAL -> appeals();
            case DECIDE_APPEAL -> aftermath.appeals().stream().flatMap(this::decisions);
            case ISSUE_MEASURE -> Stream.of(MeasureKind.values()).map(this::measure);
            case RECORD_MINUTES -> aftermath.measures().stream()
                    .map(measure -> new RecordMinutes(
                            ASSESSMENT, terms, measure.measureId(), new Statement("校长承诺整改。"), request.at(),
                            List.of(new Commitment(REASON, today)), request));
            case CONFIRM_COMMITMENT -> aftermath.measures().stream()
                    .flatMap(measure -> measure.commitments().stream()
                            .map(each -> new ConfirmCommitment(
                                    ASSESSMENT, terms, measure.measureId(), each.no(), REASON, request)));
            case WITHDRAW_MEASURE -> aftermath.measures().stream()
                    .map(measure -> new WithdrawMeasure(ASSESSMENT, terms, measure.measureId(), REASON, request));
            default -> throw new IllegalStateException("nobody could send anything to " + action);
        };
    }

    private int round() {
        return state.currentReview().map(Review::round).orElse(1);
    }

    private Stream<InspectorId> inspectors() {
        return state.currentReview().stream().flatMap(review -> review.inspectors().stream());
    }

    /** One of the two is not what the item has. */
    private Stream<AssessmentCommand> corrections(ItemNo item) {
        return Stream.of(Found.nothingAt(item.value()), Found.at(item.value(), Found.off(item + ".1", 0.5)))
                .map(found -> new CorrectScore(
                        ASSESSMENT, terms, item, found.deductions(), REASON, new Authority("灌教复〔2018〕3号"), request));
    }

    private Stream<AssessmentCommand> appeals() {
        Stream<List<ItemNo>> contested =
                Stream.concat(items.stream().map(List::of), Stream.of(terms.standard().itemNos()));
        List<List<ItemNo>> all = contested.toList();
        return Stream.of(
                        all.stream().map(it -> appeal(it, false)),
                        Stream.of(appeal(List.of(), true)),
                        Stream.of(appeal(items.subList(0, 1), true)))
                .flatMap(it -> it);
    }

    private AssessmentCommand appeal(List<ItemNo> contested, boolean determination) {
        return new LodgeAppeal(
                ASSESSMENT, terms, new AppealId("a" + state.aftermath().appeals().size()), contested, determination,
                new Statement("请予复核。"), List.of(), request);
    }

    private Stream<AssessmentCommand> decisions(Appeal appeal) {
        List<NewDeductions> first = appeal.items().stream()
                .limit(1)
                .map(item -> new NewDeductions(item, List.of()))
                .toList();
        return Stream.of(
                        new AppealDecision(AppealOutcome.DISMISSED, List.of()),
                        new AppealDecision(AppealOutcome.UPHELD, first),
                        new AppealDecision(AppealOutcome.PARTLY_UPHELD, List.of()))
                .map(it -> new DecideAppeal(ASSESSMENT, terms, appeal.appealId(), it, REASON, request));
    }

    private AssessmentCommand verify(OrderId order, VerificationOutcome outcome, @Nullable LocalDate newDueOn) {
        return new VerifyRectification(ASSESSMENT, terms, order, outcome, REASON, newDueOn, request);
    }

    private AssessmentCommand measure(MeasureKind kind) {
        Summons summons = kind == MeasureKind.INTERVIEW
                ? new Summons(request.at(), new Title("县教育局会议室"), List.of(new PersonName("校长乙")))
                : null;
        return new IssueMeasure(
                ASSESSMENT, terms, new MeasureId("m" + state.aftermath().measures().size()), kind, REASON, summons,
                request);
    }

    static List<ItemNo> everyItem() {
        return IntStream.rangeClosed(1, 15).mapToObj(ItemNo::new).toList();
    }
}
