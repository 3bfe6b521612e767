package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.OracleBook.day;
import static cn.dabiao.command.assessment.Verdict.first;
import static cn.dabiao.command.assessment.Verdict.when;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import cn.dabiao.command.assessment.AftermathCommand.CorrectScore;
import cn.dabiao.command.assessment.AftermathCommand.DecideAppeal;
import cn.dabiao.command.assessment.AftermathCommand.LodgeAppeal;
import cn.dabiao.command.assessment.OracleBook.Contest;
import cn.dabiao.domain.appeal.AppealDecision.NewDeductions;
import cn.dabiao.domain.scoring.Deduction;

/** What RULES.md §4.10 says of appeals, of what is decided about them, and of corrections that nobody appealed for. */
final class OracleAppeals {

    private static final int APPEAL_DAYS = 15;

    private OracleAppeals() {}

    static String correction(OracleBook book, CorrectScore command) {
        String none = uncorrectable(book);
        if (!none.isEmpty()) {
            return none;
        }
        int item = command.itemNo().value();
        OracleFindings before = book.rounds.get(book.correctable() - 1).items.get(item);
        return first(
                when(waits(book, item), "AppealsOpen"),
                before == null ? "UnknownItem" : change(before, command.deductions()));
    }

    /** Why no item whatever can be corrected; empty when one can. */
    static String uncorrectable(OracleBook book) {
        return first(
                when(book.correctable() == 0, "NothingToCorrect"),
                when(everyItem(item -> waits(book, item)), "AppealsOpen"));
    }

    /** What a school contests nobody touches but the leader who decides. */
    private static boolean waits(OracleBook book, int item) {
        return book.appeals.values().stream().anyMatch(it -> it.open() && it.items.contains(item));
    }

    private static String change(OracleFindings before, List<Deduction> deductions) {
        OracleFindings after = before.corrected(deductions);
        return first(when(after.off().equals(before.off()), "CorrectionChangesNothing"), after.fault());
    }

    static String appeal(OracleBook book, LodgeAppeal command) {
        Map<String, Instant> contestable = contestable(book);
        Instant now = command.request().at();
        return first(
                closed(book, now),
                when(book.appeals.containsKey(command.appealId().value()), "AlreadyExists"),
                when(command.items().isEmpty() && !command.contestsDetermination(), "AppealNamesNothing"),
                command.items().isEmpty() ? "" : ofItems(book, contestable.get("GRADE"), command),
                command.contestsDetermination() ? ofDetermination(book, contestable.get("DETERMINATION"), now) : "");
    }

    /** Why nothing whatever can be contested; empty when something can. */
    static String closed(OracleBook book, Instant now) {
        Map<String, Instant> contestable = contestable(book);
        List<String> open = contestable.keySet().stream()
                .filter(what -> isOpen(contestable.get(what), now))
                .toList();
        return first(
                when(contestable.isEmpty(), "NothingToContest"),
                when(open.isEmpty(), "AppealWindowOver"),
                when(open.stream().allMatch(what -> contestedWhole(book, what, contestable.get(what))), "AlreadyAppealed"));
    }

    private static boolean contestedWhole(OracleBook book, String what, @Nullable Instant since) {
        return what.equals("GRADE")
                ? everyItem(item -> contested(book, since, it -> it.items.contains(item)))
                : contested(book, since, it -> it.determination);
    }

    private static String ofItems(OracleBook book, @Nullable Instant since, LodgeAppeal command) {
        return first(
                when(since == null, "NothingToContest"),
                when(!isOpen(since, command.request().at()), "AppealWindowOver"),
                when(command.items().stream().anyMatch(it -> it.value() > OracleFindings.ITEMS), "UnknownItem"),
                when(contested(book, since, it -> command.items().stream().anyMatch(no -> it.items.contains(no.value()))),
                        "AlreadyAppealed"));
    }

    private static String ofDetermination(OracleBook book, @Nullable Instant since, Instant now) {
        return first(
                when(since == null, "NothingToContest"),
                when(!isOpen(since, now), "AppealWindowOver"),
                when(contested(book, since, it -> it.determination), "AlreadyAppealed"));
    }

    /** Once for each grade and determination, and not while somebody still thinks about it. */
    private static boolean contested(OracleBook book, @Nullable Instant since, Predicate<Contest> about) {
        return book.appeals.values().stream()
                .filter(about)
                .anyMatch(it -> it.open() || (since != null && !it.lodgedAt.isBefore(since)));
    }

    /** Of refusals that several rules give: which rule it was. */
    static List<String> noteworthy(OracleBook book, AssessmentCommand command, String refusal) {
        if (command instanceof LodgeAppeal it && refusal.equals("AlreadyAppealed")) {
            if (!closed(book, it.request().at()).isEmpty()) {
                return List.of(refusal + " for all there is");
            }
            boolean anew = it.items().stream().allMatch(no -> book.appeals.values().stream()
                    .filter(each -> each.items.contains(no.value()))
                    .allMatch(each -> each.lodgedAt.isBefore(book.gradeContestableSince)));
            return anew && !it.contestsDetermination() ? List.of(refusal + " while an appeal is open") : List.of();
        }
        boolean whole = command instanceof CorrectScore && refusal.equals("AppealsOpen") && !uncorrectable(book).isEmpty();
        return whole ? List.of(refusal + " for all there is") : List.of();
    }

    static String decision(OracleBook book, DecideAppeal command) {
        if (book.openAppeals().isEmpty()) {
            return "NoOpenAppeal";
        }
        var decider = command.request().actor().inspector();
        if (decider != null && book.rounds.stream().anyMatch(it -> it.everInspected.contains(decider.value()))) {
            return "DeciderTookPart";
        }
        Contest appeal = book.appeals.get(command.appealId().value());
        if (appeal == null) {
            return "NotFound";
        }
        List<Integer> changed = command.decision().items().stream()
                .map(it -> it.itemNo().value())
                .toList();
        return first(
                when(!appeal.open(), "AppealAlreadyDecided"),
                when(!fits(appeal, command.decision().outcome().name(), changed), "DecisionDoesNotFit"),
                when(!appeal.items.containsAll(changed), "ItemsNotContested"),
                appeal.open() && appeal.items.containsAll(changed) ? changes(book, appeal, command) : "");
    }

    private static boolean fits(Contest appeal, String outcome, List<Integer> changed) {
        if (new HashSet<>(changed).size() < changed.size()) {
            return false;
        }
        if (outcome.equals("DISMISSED")) {
            return changed.isEmpty();
        }
        if (appeal.items.isEmpty()) {
            return outcome.equals("UPHELD");
        }
        // Of both, in part: the scores named, or with none named the determination.
        return !changed.isEmpty() || (appeal.determination && outcome.equals("PARTLY_UPHELD"));
    }

    private static String changes(OracleBook book, Contest appeal, DecideAppeal command) {
        for (NewDeductions change : command.decision().items()) {
            OracleFindings before =
                    Objects.requireNonNull(book.rounds.get(appeal.round - 1).items.get(change.itemNo().value()));
            int after = before.corrected(change.deductions()).score();
            String fault = first(change(before, change.deductions()), when(after < before.score(), "AppealWorsens"));
            if (!fault.isEmpty()) {
                return fault;
            }
        }
        return "";
    }

    /** What a school can contest at all, and since when it stands. */
    static Map<String, Instant> contestable(OracleBook book) {
        Map<String, Instant> since = new HashMap<>();
        if (book.gradedRound > 0) {
            since.put("GRADE", book.gradeContestableSince);
        }
        if (book.determinedAt != null) {
            since.put("DETERMINATION", book.determinedAt);
        }
        return since;
    }

    static boolean isOpen(@Nullable Instant since, Instant now) {
        return since != null && !day(now).isAfter(day(since).plusDays(APPEAL_DAYS));
    }

    private static boolean everyItem(Predicate<Integer> what) {
        return IntStream.rangeClosed(1, OracleFindings.ITEMS).boxed().allMatch(what);
    }
}
