package cn.dabiao.command.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import cn.dabiao.command.assessment.AssessmentCommand.DrawInspectors;
import cn.dabiao.domain.assessment.Action;
import cn.dabiao.domain.assessment.AssessmentRules;
import cn.dabiao.domain.assessment.Loads;
import cn.dabiao.domain.assessment.Phase;
import cn.dabiao.domain.assessment.Roster;
import cn.dabiao.domain.assessment.Seed;
import cn.dabiao.domain.assessment.SeedOrigin;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.refusal.Refusal;

/**
 * Wherever an assessment can get to and whoever asks: an action is in {@code allowed} when some well-formed command of it
 * would be carried out, and is not when every one would be refused.
 *
 * <p>What stands outside of the assessment, in the roster of inspectors, the rules do not see. So here nobody is recused
 * and enough can be drawn; {@link DrawTest} and {@link ReplacementTest} show that DRAW_INSPECTORS, OPEN_REVIEW and
 * REPLACE_INSPECTOR can still be refused for {@link Refusal.NotEnoughInspectors} and {@link
 * Refusal.DrawnInspectorRecused}, which {@code allowed} does not foretell.
 */
class AllowedTest {

    private static List<Situation> everywhere = List.of();

    @BeforeAll
    static void walk() {
        everywhere = Walk.everywhere();
    }

    @Test
    void the_walk_has_been_everywhere() {
        assertThat(everywhere).hasSizeGreaterThan(150);
        Set<String> facets = new HashSet<>();
        everywhere.forEach(situation -> facets.addAll(situation.facets()));
        for (Phase phase : Phase.values()) {
            assertThat(facets).contains("phase " + phase);
        }
        assertThat(facets).contains(
                "round 2", "campaign closed", "signed 1", "scored some", "replaced true", "visit true", "grade of round 2 true",
                "open appeals everything ", "decided appeals everything DISMISSED", "orders SENT_BACK", "orders VERIFIED",
                "measures INTERVIEW stands true/1", "measures INTERVIEW withdrawn true/0", "window of DETERMINATION over");
    }

    @Test
    void allowed_is_what_would_be_carried_out_for_everybody_everywhere() {
        List<String> disagreements = new ArrayList<>();
        for (Situation situation : everywhere) {
            LiveAssessment live = new LiveAssessment(situation.story());
            for (Actor actor : Everybody.all()) {
                List<Action> allowed = AssessmentRules.allowed(situation.state(), situation.terms(), actor);
                for (Action action : Action.values()) {
                    disagreement(situation, live, actor, action, allowed.contains(action))
                            .ifPresent(disagreements::add);
                }
            }
        }
        assertThat(disagreements).as("%d situations", everywhere.size()).isEmpty();
    }

    /** The one exception, whole: the rules say yes, and the roster no. */
    @Test
    void what_the_roster_decides_is_not_foretold() {
        Story accepted = Story.anAcceptedSchool();
        DrawInspectors draw = new DrawInspectors(
                Guannan.ASSESSMENT, Guannan.TERMS, 2, new Seed("s"), SeedOrigin.CALLER, new Roster(List.of()), Loads.NONE,
                Guannan.SCHOOL, null, Guannan.by(Guannan.OFFICE, Guannan.NOW, accepted.tag()));
        assertThat(AssessmentRules.allowed(accepted.state(), Guannan.TERMS, Guannan.OFFICE))
                .contains(Action.DRAW_INSPECTORS);
        Assessments.after(accepted, draw).isRefusedWith(new Refusal.NotEnoughInspectors(2, 0, List.of()));
    }

    private static Optional<String> disagreement(
            Situation situation, LiveAssessment live, Actor actor, Action action, boolean allowed) {
        Bodies bodies = new Bodies(
                situation.state(), situation.terms(), Guannan.by(actor, situation.now(), situation.state().tag()),
                Bodies.everyItem());
        Set<Refusal> refusals = new HashSet<>();
        boolean done = bodies.of(action)
                .map(live::refusal)
                .anyMatch(refusal -> {
                    refusal.ifPresent(refusals::add);
                    return refusal.isEmpty();
                });
        if (done == allowed) {
            return Optional.empty();
        }
        return Optional.of("%s by %s %s in %s".formatted(
                action, actor, done ? "is done and not allowed" : "is allowed and refused: " + refusals,
                situation.facets()));
    }
}
