package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Guannan.ASSESSMENT;
import static cn.dabiao.command.assessment.Guannan.REASON;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;

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
import cn.dabiao.command.assessment.OracleBook.Contest;
import cn.dabiao.command.assessment.OracleBook.Order;
import cn.dabiao.command.assessment.OracleBook.Pressure;
import cn.dabiao.domain.appeal.AppealDecision;
import cn.dabiao.domain.appeal.AppealDecision.NewDeductions;
import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.appeal.AppealOutcome;
import cn.dabiao.domain.assessment.Ground;
import cn.dabiao.domain.measure.Commitment;
import cn.dabiao.domain.measure.MeasureId;
import cn.dabiao.domain.measure.MeasureKind;
import cn.dabiao.domain.measure.Summons;
import cn.dabiao.domain.rectification.Hazard;
import cn.dabiao.domain.rectification.OrderId;
import cn.dabiao.domain.rectification.VerificationOutcome;
import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.standard.CheckpointCode;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Authority;
import cn.dabiao.domain.value.Statement;
import cn.dabiao.domain.value.Title;

/** Commands about what follows from a review, as a step of a random life makes them of what there is. */
final class RandomAftermath {

    private static final Statement WORDS = new Statement("请予复核。");
    private static final Authority ACT = new Authority("灌教复〔2018〕3号");
    private static final List<AppealOutcome> OUTCOMES = List.of(
            AppealOutcome.UPHELD, AppealOutcome.UPHELD, AppealOutcome.PARTLY_UPHELD, AppealOutcome.DISMISSED);
    private static final List<Hazard> HAZARDS = List.of(new Hazard("线路老化"), new Hazard("消防器材过期"));
    private static final List<Integer> DUE_IN = List.of(30, 30, 7, 7, 0, 366, -1, 367);

    private final RandomPath path;
    private final OracleBook book;
    private final Dice dice;

    RandomAftermath(RandomPath path) {
        this.path = path;
        this.book = path.book;
        this.dice = path.dice;
    }

    AssessmentCommand correct() {
        int item = dice.in(3) ? 16 : anItem();
        List<Deduction> deductions =
                dice.in(5) ? RandomFindings.at(anItem(), 100, 50, dice).deductions() : deductions(item);
        return new CorrectScore(
                ASSESSMENT, path.terms, new ItemNo(item), deductions, REASON, ACT,
                path.by(RandomCallers.officeOrLeader(dice)));
    }

    AssessmentCommand determine() {
        return new DetermineNotAttained(
                ASSESSMENT, path.terms, dice.of(List.of(Ground.values())), REASON, path.by(Guannan.LEADER));
    }

    AssessmentCommand order() {
        List<ItemNo> items = items(dice.below(3), 2);
        List<Hazard> hazards =
                IntStream.range(0, dice.below(4)).mapToObj(_ -> dice.of(HAZARDS)).toList();
        return new OrderRectification(
                ASSESSMENT, path.terms, new OrderId(freshly("r", book.orders.keySet())), items, hazards, dueOn(),
                path.by(Guannan.OFFICE));
    }

    AssessmentCommand report() {
        List<String> waiting = having(book.orders.keySet(), it -> orderOf(it).awaitsReport());
        return new ReportRectification(
                ASSESSMENT, path.terms, new OrderId(oneOf(waiting, book.orders.keySet(), "r")), WORDS, List.of(),
                path.by(Guannan.PRINCIPAL));
    }

    AssessmentCommand verify() {
        List<String> reported = having(book.orders.keySet(), it -> orderOf(it).standing.equals("REPORTED"));
        boolean back = dice.in(30);
        return new VerifyRectification(
                ASSESSMENT,
                path.terms,
                new OrderId(oneOf(reported, book.orders.keySet(), "r")),
                back ? VerificationOutcome.SENT_BACK : VerificationOutcome.VERIFIED,
                dice.in(15) ? null : REASON,
                back != dice.in(10) ? dueOn() : null,
                path.by(Guannan.OFFICE));
    }

    AssessmentCommand appeal() {
        boolean determination = book.determinedAt != null ? dice.in(60) : dice.in(5);
        List<ItemNo> items = determination && dice.in(35) ? List.of() : contested();
        return new LodgeAppeal(
                ASSESSMENT, path.terms, new AppealId(freshly("a", book.appeals.keySet())), items, determination, WORDS,
                List.of(), path.by(Guannan.PRINCIPAL));
    }

    /** A few, and mostly such as have lost points; rarely none, or all there are. */
    private List<ItemNo> contested() {
        if (dice.in(4)) {
            return IntStream.rangeClosed(1, OracleFindings.ITEMS).mapToObj(ItemNo::new).toList();
        }
        if (book.phase.equals("REVIEWED") && dice.in(60) && !book.lastRound().corrected.isEmpty()) {
            return List.of(new ItemNo(dice.of(List.copyOf(book.lastRound().corrected))));
        }
        List<ItemNo> lost = book.gradedRound == 0
                ? List.of()
                : book.rounds.get(book.gradedRound - 1).items.values().stream()
                        .filter(it -> !it.off().isEmpty())
                        .map(it -> new ItemNo(it.item()))
                        .toList();
        int howMany = dice.in(4) ? 0 : 1 + dice.below(3);
        return lost.isEmpty() || dice.in(30)
                ? items(howMany, 2)
                : IntStream.range(0, howMany).mapToObj(_ -> dice.of(lost)).toList();
    }

    AssessmentCommand decide() {
        String id = oneOf(book.openAppeals(), book.appeals.keySet(), "a");
        Contest appeal = book.appeals.get(id);
        boolean either = appeal != null && appeal.determination && !appeal.items.isEmpty() && dice.in(65);
        AppealOutcome outcome = either ? AppealOutcome.PARTLY_UPHELD : dice.of(OUTCOMES);
        List<NewDeductions> changes = new ArrayList<>();
        boolean scores = either ? dice.in(20) : outcome != AppealOutcome.DISMISSED || dice.in(10);
        if (appeal != null && scores) {
            appeal.items.stream().sorted().filter(_ -> !dice.in(25)).forEach(item -> changes.add(change(appeal, item)));
        }
        if (dice.in(5)) {
            changes.add(new NewDeductions(new ItemNo(anItem()), List.of()));
        }
        return new DecideAppeal(
                ASSESSMENT, path.terms, new AppealId(id), new AppealDecision(outcome, changes), REASON,
                path.by(Guannan.LEADER));
    }

    /** Mostly less than was taken off before. */
    private NewDeductions change(Contest appeal, int item) {
        if (dice.in(15)) {
            return new NewDeductions(new ItemNo(item), deductions(item));
        }
        OracleFindings now = book.rounds.get(appeal.round - 1).items.get(item);
        if (now == null) {
            return new NewDeductions(new ItemNo(item), List.of());
        }
        List<Deduction> fewer = now.off().stream()
                .skip(dice.below(2))
                .map(it -> RandomFindings.off(new CheckpointCode(it.checkpoint()), Math.max(1, it.halves() - dice.below(3))))
                .toList();
        return new NewDeductions(new ItemNo(item), fewer);
    }

    AssessmentCommand measure() {
        MeasureKind kind = dice.in(40) ? MeasureKind.INTERVIEW : dice.of(List.of(MeasureKind.values()));
        boolean summoned = (kind == MeasureKind.INTERVIEW) != dice.in(5);
        Instant when = path.now().plus(dice.of(List.of(Duration.ofHours(-2), Duration.ofDays(2))));
        return new IssueMeasure(
                ASSESSMENT,
                path.terms,
                new MeasureId(freshly("m", book.measures.keySet())),
                kind,
                dice.in(30) ? null : REASON,
                summoned ? new Summons(when, new Title("县教育局会议室"), List.of(Guannan.SEALER)) : null,
                path.by(RandomCallers.officeOrLeader(dice)));
    }

    AssessmentCommand minutes() {
        List<String> waiting = having(book.measures.keySet(), it -> measureOf(it).awaitsMinutes());
        Instant held = dice.in(40) ? null : path.now().plus(dice.of(List.of(
                Duration.ZERO, Duration.ofDays(-1), Duration.ofHours(-3), Duration.ofNanos(1000))));
        List<Commitment> commitments = IntStream.range(0, dice.below(4))
                .mapToObj(_ -> new Commitment(REASON, dueOn()))
                .toList();
        return new RecordMinutes(
                ASSESSMENT, path.terms, new MeasureId(oneOf(waiting, book.measures.keySet(), "m")), WORDS, held,
                commitments, path.by(RandomCallers.officeOrLeader(dice)));
    }

    AssessmentCommand confirm() {
        List<String> open = having(book.measures.keySet(), it -> measureOf(it).hasOpenCommitment());
        return new ConfirmCommitment(
                ASSESSMENT, path.terms, new MeasureId(oneOf(open, book.measures.keySet(), "m")), dice.in(5) ? 0 : 1 + dice.below(3),
                REASON, path.by(RandomCallers.officeOrLeader(dice)));
    }

    AssessmentCommand withdrawMeasure() {
        List<String> standing = having(book.measures.keySet(), it -> !measureOf(it).withdrawn);
        return new WithdrawMeasure(
                ASSESSMENT, path.terms, new MeasureId(oneOf(standing, book.measures.keySet(), "m")), REASON,
                path.by(Guannan.LEADER));
    }

    private Order orderOf(String id) {
        return Objects.requireNonNull(book.orders.get(id));
    }

    private Pressure measureOf(String id) {
        return Objects.requireNonNull(book.measures.get(id));
    }

    private List<Deduction> deductions(int item) {
        return item > OracleFindings.ITEMS || dice.in(35) ? List.of() : RandomFindings.deductions(item, dice);
    }

    private int anItem() {
        return 1 + dice.below(OracleFindings.ITEMS);
    }

    private List<ItemNo> items(int howMany, int unknownPercent) {
        int unknown = dice.in(unknownPercent) ? 1 : 0;
        return IntStream.range(0, howMany)
                .mapToObj(_ -> new ItemNo(anItem() + unknown * OracleFindings.ITEMS))
                .toList();
    }

    private LocalDate dueOn() {
        return path.today().plusDays(dice.of(DUE_IN));
    }

    private String freshly(String letter, Collection<String> taken) {
        return letter + (dice.in(4) ? 1 : taken.size() + 1);
    }

    /** One of those that fit, rarely another, rarely one that is not there. */
    private String oneOf(List<String> fitting, Collection<String> all, String letter) {
        if (dice.in(2) || all.isEmpty()) {
            return letter + "99";
        }
        return fitting.isEmpty() || dice.in(20) ? dice.of(List.copyOf(all)) : dice.of(fitting);
    }

    private static List<String> having(Collection<String> ids, Predicate<String> what) {
        return ids.stream().filter(what).toList();
    }
}
