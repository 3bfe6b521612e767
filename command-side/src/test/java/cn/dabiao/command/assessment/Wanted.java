package cn.dabiao.command.assessment;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** Turns what is wanted into commands. */
final class Wanted {

    private Wanted() {}

    static List<AssessmentCommand> commands(RandomPath path) {
        OracleBook book = path.book;
        if (book.phase.isEmpty()) {
            return List.of(path.open());
        }
        Step.Want want = sensible(path.step.want(), path);
        return want == Step.Want.NEXT ? next(path) : List.of(one(want, path));
    }

    /** Mostly what the wanted needs first; the rest are refused, and that is to be seen, too. */
    private static Step.Want sensible(Step.Want want, RandomPath path) {
        OracleBook book = path.book;
        if (path.dice.in(25)) {
            return want == Step.Want.CLOSE_CAMPAIGN ? Step.Want.NEXT : want;
        }
        return switch (want) {
            case REPORT -> book.openOrders().isEmpty() ? onceGraded(Step.Want.ORDER, book) : want;
            case VERIFY -> having(book.orders.values(), it -> it.standing.equals("REPORTED"))
                    ? want
                    : onceGraded(book.openOrders().isEmpty() ? Step.Want.ORDER : Step.Want.REPORT, book);
            case CORRECT, ORDER -> onceGraded(want, book);
            case APPEAL -> book.determinedAt != null ? want : onceGraded(want, book);
            case DECIDE -> book.openAppeals().isEmpty() ? onceGraded(Step.Want.APPEAL, book) : want;
            case RECORD_MINUTES -> having(book.measures.values(), OracleBook.Pressure::awaitsMinutes)
                    ? want
                    : Step.Want.ISSUE_MEASURE;
            case CONFIRM_COMMITMENT -> having(book.measures.values(), OracleBook.Pressure::hasOpenCommitment)
                    ? want
                    : sensible(Step.Want.RECORD_MINUTES, path);
            case CLOSE_CAMPAIGN -> Step.Want.NEXT;
            default -> want;
        };
    }

    private static Step.Want onceGraded(Step.Want want, OracleBook book) {
        return book.gradedRound > 0 ? want : Step.Want.NEXT;
    }

    private static <T> boolean having(Collection<T> some, Predicate<T> what) {
        return some.stream().anyMatch(what);
    }

    /** What a life that goes on would see next. */
    private static List<AssessmentCommand> next(RandomPath path) {
        OracleBook book = path.book;
        if (book.phase.equals("UNDER_REVIEW") && book.lastRound().items.size() < OracleFindings.ITEMS) {
            return path.scoreTheRest();
        }
        Step.Want want = switch (book.phase) {
            case "PLANNED" -> Step.Want.SELF_ASSESS;
            case "SELF_ASSESSED", "RETURNED", "WITHDRAWN" -> book.selfTotal < 140 ? Step.Want.SELF_ASSESS : Step.Want.APPLY;
            case "APPLIED" -> Step.Want.ACCEPT;
            case "ACCEPTED" -> Step.Want.DRAW;
            case "UNDER_REVIEW" -> book.rounds.size() > 1 && book.lastRound().signed.isEmpty() && path.dice.in(60)
                    ? Step.Want.SCORE_ITEM
                    : Step.Want.SIGN;
            default -> later(path);
        };
        return List.of(one(want, path));
    }

    private static Step.Want later(RandomPath path) {
        OracleBook book = path.book;
        if (!book.openAppeals().isEmpty()) {
            return Step.Want.DECIDE;
        }
        if (!book.phase.equals("GRADED")) {
            return book.phase.equals("REVIEWED") ? beforeTheGrade(path) : Step.Want.OPEN_REVIEW;
        }
        if (!book.openOrders().isEmpty()) {
            boolean waiting = book.orders.values().stream().anyMatch(OracleBook.Order::awaitsReport);
            return waiting ? Step.Want.REPORT : Step.Want.VERIFY;
        }
        return path.dice.of(List.of(Step.Want.DRAW, Step.Want.ORDER, Step.Want.APPEAL, Step.Want.DRAW));
    }

    /** While a further round waits for its grade, its scores are corrected and the grade before it can be contested. */
    private static Step.Want beforeTheGrade(RandomPath path) {
        if (path.book.rounds.size() == 1 || path.dice.in(50)) {
            return Step.Want.GRADE;
        }
        return path.book.lastRound().corrected.isEmpty() ? Step.Want.CORRECT : Step.Want.APPEAL;
    }

    private static AssessmentCommand one(Step.Want want, RandomPath path) {
        RandomAftermath aftermath = new RandomAftermath(path);
        return switch (want) {
            case NEXT, CALENDAR, CLOSE_CAMPAIGN -> throw new IllegalArgumentException(want + " is no single command");
            case REPLACE_PLAN -> path.replacePlan();
            case SELF_ASSESS -> path.selfAssess();
            case APPLY -> path.apply();
            case ACCEPT -> path.accept();
            case RETURN -> path.giveBack();
            case WITHDRAW_APPLICATION -> path.withdraw();
            case DRAW -> path.draw();
            case OPEN_REVIEW -> path.openReview();
            case REPLACE_INSPECTOR -> path.replaceInspector();
            case SCORE_ITEM -> path.scoreItem();
            case SIGN -> path.sign();
            case GRADE -> path.grade();
            case CORRECT -> aftermath.correct();
            case DETERMINE -> aftermath.determine();
            case ORDER -> aftermath.order();
            case REPORT -> aftermath.report();
            case VERIFY -> aftermath.verify();
            case APPEAL -> aftermath.appeal();
            case DECIDE -> aftermath.decide();
            case ISSUE_MEASURE -> aftermath.measure();
            case RECORD_MINUTES -> aftermath.minutes();
            case CONFIRM_COMMITMENT -> aftermath.confirm();
            case WITHDRAW_MEASURE -> aftermath.withdrawMeasure();
        };
    }
}
