package cn.dabiao.command.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.AbstractEventBus;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregate;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.jspecify.annotations.Nullable;

import cn.dabiao.command.assessment.AssessmentCommand.DrawInspectors;
import cn.dabiao.command.assessment.AssessmentCommand.OpenAssessment;
import cn.dabiao.command.assessment.AssessmentCommand.ReplaceInspector;
import cn.dabiao.domain.assessment.Action;
import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorReplaced;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorsDrawn;
import cn.dabiao.domain.assessment.AssessmentRules;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.Terms;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.refusal.RefusedException;

/** An assessment that is lived twice, by the product's aggregate and by the oracle; they have to agree at every step. */
final class Life {

    private static final AggregateModel<AssessmentAggregate> MODEL =
            AnnotatedAggregateMetaModelFactory.inspectAggregate(AssessmentAggregate.class);

    private final LivesTally tally;
    private final OracleBook book = new OracleBook();
    private final List<AssessmentEvent> events = new ArrayList<>();
    private final List<Tried> story = new ArrayList<>();
    private AnnotatedAggregate<AssessmentAggregate> aggregate;
    private @Nullable AssessmentState state;
    private Campaign campaign = Guannan.CAMPAIGN;
    private Instant now = Instant.parse("2018-03-20T01:00:00Z");

    Life(LivesTally tally) {
        this.tally = tally;
        tally.born();
        aggregate = nobody();
    }

    void take(Step step) {
        // A timer goes off when something ends, or again, later than that.
        boolean timer = step.want() == Step.Want.CALENDAR && step.dice() % 2 == 0;
        now = LifeClock.after(timer ? Step.Later.JUST_TOO_LATE : step.later(), now, book);
        if (step.want() == Step.Want.CLOSE_CAMPAIGN && (book.gradedRound > 0 || step.dice() % 5 == 0)) {
            close();
            return;
        }
        if (step.want() == Step.Want.CALENDAR) {
            OracleCalendar.questions(book, campaign, now).forEach(this::ask);
            return;
        }
        if (step.want() == Step.Want.NEXT && book.phase.equals("UNDER_REVIEW")) {
            now = LifeClock.notBefore(book.lastRound().visitOn, now);
        }
        RandomPath path = new RandomPath(book, step, new Dice(step.dice()), new Terms(campaign, Guannan.STANDARD, now));
        for (AssessmentCommand command : Wanted.commands(path)) {
            attempt(command);
        }
    }

    /** All that has happened. */
    List<AssessmentEvent> events() {
        return List.copyOf(events);
    }

    /** The whole life is told by its events. */
    void requireExplained() {
        if (state == null) {
            return;
        }
        AssessmentState replayed = null;
        for (AssessmentEvent event : events) {
            replayed = AssessmentState.evolve(replayed, event);
        }
        Agreement.same("state replayed", state, replayed);
        Agreement.same("scores explained by events", ExplainedScores.of(events), Agreement.scores(state));
        tally.lived(events, story.size());
    }

    /** The calendar refuses nothing and is refused nothing: something is recorded, or there is nothing to record. */
    private void ask(CalendarCommand command) {
        String expected = OracleCalendar.recorded(book, command);
        int before = events.size();
        try {
            aggregate.handle(new GenericCommandMessage<>(command));
        } catch (Exception e) {
            story.add(new Tried(command, e.toString()));
            throw new AssertionError(e);
        }
        List<AssessmentEvent> news = events.subList(before, events.size());
        String actual = news.stream().map(it -> it.getClass().getSimpleName()).collect(Collectors.joining(", "));
        story.add(new Tried(command, actual.isEmpty() ? "nothing due" : actual));
        tally.count("calendar: " + (actual.isEmpty() ? "nothing due" : actual));
        Agreement.same("what the calendar records", expected, actual);
        for (AssessmentEvent event : news) {
            state = AssessmentState.evolve(state, event);
        }
        if (!expected.isEmpty()) {
            OracleCalendar.write(book, command);
            Agreement.require(book, Objects.requireNonNull(state));
        }
    }

    private void attempt(AssessmentCommand command) {
        String expected = OracleJudge.refusal(book, command);
        int before = events.size();
        String actual = handled(command);
        story.add(new Tried(command, actual));
        tally.tried(command, actual);
        OracleAppeals.noteworthy(book, command, actual).forEach(it -> tally.count("refused: " + it));
        Agreement.same("the refusal", expected, actual);
        if (actual.isEmpty()) {
            OracleHand.write(book, command, lot(command));
            Agreement.require(book, Objects.requireNonNull(state));
        } else {
            Agreement.same("events of a refused command", before, events.size());
        }
    }

    private String handled(AssessmentCommand command) {
        AssessmentState before = state;
        AnnotatedAggregate<AssessmentAggregate> asked = command instanceof OpenAssessment ? nobody() : aggregate;
        try {
            state = (AssessmentState) asked.handle(new GenericCommandMessage<>(command));
            aggregate = asked;
        } catch (RefusedException e) {
            return e.refusal().getClass().getSimpleName();
        } catch (Exception e) {
            story.add(new Tried(command, e.toString()));
            throw new AssertionError(e);
        }
        // Not every time: what is told to be allowed asks all the rules of every action.
        if (before != null && events.size() % 4 == 0) {
            List<Action> allowed = AssessmentRules.allowed(before, command.terms(), command.request().actor());
            Agreement.same("whether it is among what is told to be allowed", true, allowed.contains(command.action()));
            foretold(allowed, command);
        }
        return "";
    }

    /** What is left to contest and to correct depends on more than the phase. */
    private void foretold(List<Action> allowed, AssessmentCommand command) {
        Actor actor = command.request().actor();
        if (actor.equals(Guannan.PRINCIPAL)) {
            boolean left = OracleAppeals.closed(book, command.request().at()).isEmpty();
            Agreement.same("whether one may appeal", left, allowed.contains(Action.APPEAL));
        } else if (actor.equals(Guannan.OFFICE) || actor.equals(Guannan.LEADER)) {
            boolean left = OracleAppeals.uncorrectable(book).isEmpty();
            Agreement.same("whether one may correct", left, allowed.contains(Action.CORRECT_SCORE));
        }
    }

    /** Lots are drawn by the product; that they are fair to everybody left is checked here. */
    private List<String> lot(AssessmentCommand command) {
        if (command instanceof DrawInspectors it && events.getLast() instanceof InspectorsDrawn drawn) {
            List<String> eligible = OracleJudge.eligible(it.roster(), Set.of());
            List<String> lot = drawn.drawn().stream().map(Object::toString).toList();
            Agreement.fair(lot, it.count(), eligible, it.loads());
            return lot;
        }
        if (command instanceof ReplaceInspector it && events.getLast() instanceof InspectorReplaced changed) {
            List<String> eligible = OracleJudge.eligible(it.roster(), book.lastRound().everInspected);
            List<String> lot = List.of(changed.replacement().value());
            Agreement.fair(lot, 1, eligible, it.loads());
            return lot;
        }
        return List.of();
    }

    private void close() {
        if (campaign.closedAt() == null) {
            campaign = new Campaign(
                    campaign.campaignId(), campaign.bureau(), campaign.version() + 1, campaign.name(), campaign.standardId(),
                    campaign.planDeadline(), campaign.appealWindowDays(), campaign.annualWeight(), campaign.leadingGroup(),
                    campaign.lastPublication(), campaign.overdueRecordedFor(), now);
            tally.count("campaign closed");
        }
    }

    /** The whole story, for whoever has to find out why the two did not agree. */
    @Override
    public String toString() {
        return story.stream().map(Tried::toString).collect(Collectors.joining("\n  ", "a life\n  ", "\n"));
    }

    private AnnotatedAggregate<AssessmentAggregate> nobody() {
        try {
            return AnnotatedAggregate.initialize(new AssessmentAggregate(), MODEL, noting(events));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static EventBus noting(List<AssessmentEvent> events) {
        return new AbstractEventBus(new AbstractEventBus.Builder() {}) {
            @Override
            public void publish(List<? extends EventMessage<?>> messages) {
                messages.forEach(it -> events.add((AssessmentEvent) it.getPayload()));
            }

            @Override
            public Registration subscribe(Consumer<List<? extends EventMessage<?>>> ignored) {
                return () -> true;
            }
        };
    }
}
