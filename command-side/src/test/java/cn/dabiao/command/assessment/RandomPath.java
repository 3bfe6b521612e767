package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Guannan.ASSESSMENT;
import static cn.dabiao.command.assessment.Guannan.OPINION;
import static cn.dabiao.command.assessment.Guannan.REASON;
import static cn.dabiao.command.assessment.Guannan.SCHOOL;
import static cn.dabiao.command.assessment.Guannan.SEALER;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import cn.dabiao.command.Request;
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
import cn.dabiao.domain.assessment.Precondition;
import cn.dabiao.domain.assessment.Seed;
import cn.dabiao.domain.assessment.SeedOrigin;
import cn.dabiao.domain.assessment.Terms;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Reason;

/** Commands up to the grade, as a step of a random life makes them of what there is. */
final class RandomPath {

    final OracleBook book;
    final Step step;
    final Dice dice;
    final Terms terms;

    RandomPath(OracleBook book, Step step, Dice dice, Terms terms) {
        this.book = book;
        this.step = step;
        this.dice = dice;
        this.terms = terms;
    }

    AssessmentCommand open() {
        return new OpenAssessment(ASSESSMENT, terms, Guannan.PLAN, Request.of(Guannan.PRINCIPAL, now()));
    }

    AssessmentCommand replacePlan() {
        return new ReplacePlan(ASSESSMENT, terms, Guannan.BETTER_PLAN, by(Guannan.PRINCIPAL));
    }

    AssessmentCommand selfAssess() {
        return new SelfAssess(ASSESSMENT, terms, RandomFindings.sheet(dice), by(Guannan.PRINCIPAL));
    }

    AssessmentCommand apply() {
        LocalDate declared = today().plusDays(dice.of(List.of(0, 0, 0, 0, 0, -3, 1)));
        return new Apply(ASSESSMENT, terms, declared, SEALER, SCHOOL, by(Guannan.PRINCIPAL));
    }

    AssessmentCommand accept() {
        return new AcceptApplication(ASSESSMENT, terms, perhaps(), by(Guannan.OFFICE));
    }

    AssessmentCommand giveBack() {
        return new ReturnApplication(ASSESSMENT, terms, REASON, by(Guannan.OFFICE));
    }

    AssessmentCommand withdraw() {
        return new WithdrawApplication(ASSESSMENT, terms, REASON, by(Guannan.PRINCIPAL));
    }

    AssessmentCommand draw() {
        return new DrawInspectors(
                ASSESSMENT, terms, dice.of(List.of(2, 2, 2, 3, 3, 1, 6)), new Seed("s" + dice.below(1000)),
                SeedOrigin.CALLER, RandomRosters.roster(dice), RandomRosters.loads(dice), SCHOOL, perhaps(), by(Guannan.OFFICE));
    }

    AssessmentCommand openReview() {
        LocalDate visit = today().plusDays(dice.of(List.of(0, 0, 0, 0, 0, 0, -2, 1, 60, 61)));
        return new OpenReview(
                ASSESSMENT, terms, visit, RandomRosters.roster(book.drawn, dice), by(Guannan.OFFICE));
    }

    AssessmentCommand scoreItem() {
        int item = 1 + dice.below(OracleFindings.ITEMS);
        Instant scoredAt = dice.in(70) ? null : now().plus(dice.of(List.of(
                Duration.ZERO, Duration.ofHours(-5), Duration.ofDays(-1), Duration.ofDays(-9), Duration.ofNanos(1000))));
        return score(item, 50, 10, scoredAt, step.seen());
    }

    /** Everything that has no score yet, by whoever is there. */
    List<AssessmentCommand> scoreTheRest() {
        int badness = RandomFindings.badness(dice);
        boolean inVain = terms.campaign().isClosed()
                || step.caller() != Step.Caller.RIGHT
                || today().isBefore(book.lastRound().visitOn);
        int most = inVain ? 1 : OracleFindings.ITEMS;
        return IntStream.rangeClosed(1, OracleFindings.ITEMS)
                .filter(item -> !book.lastRound().items.containsKey(item))
                .limit(most)
                .<AssessmentCommand>mapToObj(item -> score(item, badness, 1, null, Step.Seen.LATEST_OF_ITEM))
                .toList();
    }

    private AssessmentCommand score(
            int item, int badness, int faulty, @Nullable Instant scoredAt, Step.Seen seen) {
        var findings = RandomFindings.at(item, badness, faulty, dice);
        Actor actor = RandomCallers.twisted(step.caller(), anInspector(), book, dice);
        Precondition tags = seen == Step.Seen.LATEST_OF_ITEM && !book.rounds.isEmpty()
                ? Precondition.of(OracleRules.itemTag(book, findings.itemNo().value()))
                : seen();
        return new ScoreItem(
                ASSESSMENT, terms, round(), findings, perhaps(), scoredAt, new Request(actor, now(), tags));
    }

    AssessmentCommand sign() {
        boolean any = book.rounds.isEmpty() || dice.in(10);
        List<String> unsigned = any
                ? List.of()
                : book.lastRound().inspectors.stream()
                        .filter(it -> !book.lastRound().signed.contains(it))
                        .toList();
        Actor signer = unsigned.isEmpty() ? anInspector() : RandomCallers.inspector(dice.of(unsigned));
        return new SignReview(ASSESSMENT, terms, round(), OPINION, by(signer));
    }

    AssessmentCommand replaceInspector() {
        String replaced = book.rounds.isEmpty() || dice.in(10)
                ? "i-01"
                : dice.of(book.lastRound().inspectors);
        return new ReplaceInspector(
                ASSESSMENT, terms, round(), new InspectorId(replaced), new Seed("r" + dice.below(1000)), SeedOrigin.CALLER,
                RandomRosters.roster(dice), RandomRosters.loads(dice), SCHOOL, REASON, by(Guannan.OFFICE));
    }

    AssessmentCommand grade() {
        Grade right = book.rounds.isEmpty() ? null : Grade.valueOf(OracleBook.grade(book.lastRound().total()));
        Grade named = dice.in(40) ? (dice.in(50) ? right : dice.of(List.of(Grade.values()))) : null;
        return new AssignGrade(
                ASSESSMENT, terms, round(), OPINION, SEALER, named, by(RandomCallers.officeOrLeader(dice)));
    }

    /** The latest, or rarely another. */
    private int round() {
        return dice.in(4) ? dice.below(book.rounds.size() + 2) : book.rounds.size();
    }

    private Actor anInspector() {
        return book.rounds.isEmpty() ? Guannan.as(Guannan.LEAD) : RandomCallers.inspector(dice.of(book.lastRound().inspectors));
    }

    @Nullable Reason perhaps() {
        return dice.in(50) ? null : REASON;
    }

    Request by(Actor right) {
        return new Request(RandomCallers.twisted(step.caller(), right, book, dice), now(), seen());
    }

    private Precondition seen() {
        return switch (step.seen()) {
            case LATEST, LATEST_OF_ITEM -> Precondition.of(Integer.toString(book.version));
            case THE_ONE_BEFORE -> Precondition.of(Integer.toString(book.version - 1));
            case NOTHING -> Precondition.NONE;
            case ANYTHING -> Precondition.of("*");
        };
    }

    Instant now() {
        return terms.at();
    }

    LocalDate today() {
        return OracleBook.day(now());
    }
}
