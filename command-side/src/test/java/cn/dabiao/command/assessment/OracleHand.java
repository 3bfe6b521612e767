package cn.dabiao.command.assessment;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

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
import cn.dabiao.command.assessment.AssessmentCommand.ReplaceInspector;
import cn.dabiao.command.assessment.AssessmentCommand.ReplacePlan;
import cn.dabiao.command.assessment.AssessmentCommand.ReturnApplication;
import cn.dabiao.command.assessment.AssessmentCommand.ScoreItem;
import cn.dabiao.command.assessment.AssessmentCommand.SelfAssess;
import cn.dabiao.command.assessment.AssessmentCommand.SignReview;
import cn.dabiao.command.assessment.AssessmentCommand.WithdrawApplication;
import cn.dabiao.command.assessment.OracleBook.Contest;
import cn.dabiao.command.assessment.OracleBook.Order;
import cn.dabiao.command.assessment.OracleBook.Pressure;
import cn.dabiao.command.assessment.OracleBook.Round;
import cn.dabiao.domain.appeal.AppealDecision.NewDeductions;
import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.standard.ItemNo;

/** Writes into the oracle's book what a command that was not refused changes, as RULES.md §4 tells it. */
final class OracleHand {

    private OracleHand() {}

    /** @param lot who was drawn, the lead first, where the command draws: lots are not for an oracle */
    static void write(OracleBook book, AssessmentCommand command, List<String> lot) {
        book.version++;
        switch (command) {
            case OpenAssessment it -> {
                book.phase = "PLANNED";
                book.late = it.request().at().isAfter(Instant.parse("2018-03-25T15:59:59.999999999Z"));
            }
            case ReplacePlan _, RecordMinutes _, ConfirmCommitment _, WithdrawMeasure _ -> measured(book, command);
            case SelfAssess it -> {
                book.phase = "SELF_ASSESSED";
                book.selfTotal = it.findings().stream()
                        .mapToInt(each -> OracleFindings.of(each).score())
                        .sum();
            }
            case Apply _ -> book.phase = "APPLIED";
            case AcceptApplication _ -> book.phase = "ACCEPTED";
            case ReturnApplication _ -> book.phase = "RETURNED";
            case WithdrawApplication _ -> book.phase = "WITHDRAWN";
            case DrawInspectors _ -> {
                book.phase = "INSPECTORS_DRAWN";
                book.draws++;
                book.drawn = lot;
            }
            case OpenReview it -> opened(book, it);
            case ReplaceInspector it -> replaced(book, it, lot.getFirst());
            case ScoreItem it -> {
                book.lastRound().put(OracleFindings.of(it.findings()));
                book.lastRound().own.add(it.findings().itemNo().value());
            }
            case SignReview it -> {
                book.lastRound().signed.add(OracleJudge.inspector(it));
                if (book.lastRound().signed.containsAll(book.lastRound().inspectors)) {
                    book.phase = "REVIEWED";
                }
            }
            case AssignGrade it -> {
                book.phase = "GRADED";
                book.gradedRound = book.rounds.size();
                book.gradedTotal = book.lastRound().total();
                book.gradeContestableSince = it.request().at();
            }
            case CorrectScore it -> {
                correct(book, book.correctable(), it.itemNo().value(), it.deductions());
                if (regraded(book, book.correctable())) {
                    // The school has not been heard on this one: its time to appeal begins anew.
                    book.gradeContestableSince = it.request().at();
                }
            }
            case DetermineNotAttained it -> book.determinedAt = it.request().at();
            case OrderRectification it -> book.orders.put(it.orderId().value(), ordered(it));
            case ReportRectification it -> order(book, it.orderId().value()).becomes("REPORTED");
            case VerifyRectification it -> verified(book, it);
            case LodgeAppeal it -> lodged(book, it);
            case DecideAppeal it -> decided(book, it);
            case IssueMeasure it -> book.measures.put(
                    it.measureId().value(),
                    new Pressure(OracleAftermath.weight(it.kind()), it.summons() == null ? null : it.summons().at()));
        }
    }

    /** Items that are not scored anew carry over. */
    private static void opened(OracleBook book, OpenReview command) {
        Round next = new Round(book.drawn, command.visitOn());
        if (!book.rounds.isEmpty()) {
            next.items.putAll(book.lastRound().items);
        }
        book.rounds.add(next);
        book.phase = "UNDER_REVIEW";
    }

    private static void replaced(OracleBook book, ReplaceInspector command, String replacement) {
        Round round = book.lastRound();
        String replaced = command.replaced().value();
        book.draws++;
        round.inspectors.replaceAll(it -> it.equals(replaced) ? replacement : it);
        round.everInspected.add(replacement);
        if (round.lead.equals(replaced)) {
            round.lead = replacement;
        }
    }

    /** What carried over into the round after it is corrected there, too, unless that round has made it its own. */
    private static void correct(OracleBook book, int no, int item, List<Deduction> deductions) {
        Round round = book.rounds.get(no - 1);
        OracleFindings corrected = Objects.requireNonNull(round.items.get(item)).corrected(deductions);
        round.put(corrected);
        round.own.add(item);
        round.corrected.add(item);
        for (Round later : book.rounds.subList(no, book.rounds.size())) {
            if (later.own.contains(item)) {
                return;
            }
            later.put(corrected);
        }
    }

    /** The grade follows the scores it rests on, and that is an event of its own. */
    private static boolean regraded(OracleBook book, int round) {
        if (book.gradedRound != round) {
            return false;
        }
        book.gradedTotal = book.rounds.get(round - 1).total();
        book.version++;
        return true;
    }

    private static Order ordered(OrderRectification command) {
        return new Order(
                command.items().stream().map(ItemNo::value).toList(),
                command.hazards().stream().map(Object::toString).toList(),
                command.dueOn());
    }

    private static void verified(OracleBook book, VerifyRectification command) {
        Order order = order(book, command.orderId().value());
        order.becomes(command.outcome().name());
        if (order.standing.equals("SENT_BACK")) {
            order.dueOn = Objects.requireNonNull(command.newDueOn());
        }
    }

    private static void lodged(OracleBook book, LodgeAppeal command) {
        Set<Integer> items = command.items().stream().map(ItemNo::value).collect(Collectors.toCollection(HashSet::new));
        book.appeals.put(
                command.appealId().value(),
                new Contest(book.gradedRound, items, command.contestsDetermination(), command.request().at()));
    }

    private static void decided(OracleBook book, DecideAppeal command) {
        Contest appeal = Objects.requireNonNull(book.appeals.get(command.appealId().value()));
        appeal.outcome = command.decision().outcome().name();
        boolean noItems = command.decision().items().isEmpty();
        for (NewDeductions change : command.decision().items()) {
            correct(book, appeal.round, change.itemNo().value(), change.deductions());
            book.version++;
        }
        if (!noItems) {
            regraded(book, appeal.round);
        }
        // In part, and no score named: then the part that falls is the determination.
        boolean falls = appeal.outcome.equals("UPHELD") || (appeal.outcome.equals("PARTLY_UPHELD") && noItems);
        if (appeal.determination && falls) {
            book.determinedAt = null;
            book.version++;
        }
    }

    private static void measured(OracleBook book, AssessmentCommand command) {
        if (command instanceof RecordMinutes it) {
            Pressure interview = measure(book, it.measureId().value());
            interview.held = true;
            interview.commitments = it.commitments().size();
        } else if (command instanceof ConfirmCommitment it) {
            measure(book, it.measureId().value()).kept.add(it.commitmentNo());
        } else if (command instanceof WithdrawMeasure it) {
            measure(book, it.measureId().value()).withdrawn = true;
        }
    }

    private static Order order(OracleBook book, String id) {
        return Objects.requireNonNull(book.orders.get(id));
    }

    private static Pressure measure(OracleBook book, String id) {
        return Objects.requireNonNull(book.measures.get(id));
    }
}
