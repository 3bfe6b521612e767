package cn.dabiao.domain.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

import cn.dabiao.domain.assessment.AssessmentEvent.InspectorReplaced;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorsDrawn;
import cn.dabiao.domain.assessment.Draw.Exclusion;
import cn.dabiao.domain.assessment.Draw.ExclusionReason;
import cn.dabiao.domain.assessment.Draw.Load;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.examples.Guannan;

/** The order was computed outside Java, as in {@link DrawPolicyTest}. */
class DrawReplayTest {

    private static final InspectorId TWO = Guannan.inspector(2);
    private static final InspectorId FOUR = Guannan.inspector(4);
    private static final InspectorId FIVE = Guannan.inspector(5);
    private static final List<Exclusion> EXCLUSIONS =
            List.of(new Exclusion(Guannan.inspector(1), ExclusionReason.SAME_TOWNSHIP));
    private static final List<InspectorId> ELIGIBLE = List.of(TWO, FOUR, FIVE);

    @Test
    void a_replay_tells_the_whole_order_and_that_the_event_is_right() {
        DrawReplay replay = DrawReplay.of(event("guannan-2018-r1", 2, ELIGIBLE, List.of(FIVE, FOUR), FIVE));

        assertThat(replay).isEqualTo(new DrawReplay(List.of(FIVE, FOUR, TWO), List.of(FIVE, FOUR), true));
    }

    @Test
    void an_event_that_says_anything_else_does_not_match() {
        assertThat(List.of(
                        event("guannan-2018-r1", 2, ELIGIBLE, List.of(FOUR, FIVE), FOUR),
                        event("guannan-2018-r1", 2, ELIGIBLE, List.of(FIVE, FOUR), FOUR),
                        event("guannan-2018-r1", 2, ELIGIBLE, List.of(FIVE, TWO), FIVE),
                        event("guannan-2018-r1", 3, ELIGIBLE, List.of(FIVE, FOUR), FIVE),
                        event("guannan-2018-r1", 4, ELIGIBLE, List.of(FIVE, FOUR, TWO), FIVE),
                        event("guannan-2018-r2", 2, ELIGIBLE, List.of(FIVE, FOUR), FIVE),
                        event("guannan-2018-r1", 2, List.of(), List.of(FIVE, FOUR), FIVE),
                        event("guannan-2018-r1", 2, List.of(TWO, FOUR, FIVE, Guannan.inspector(1)),
                                List.of(FIVE, FOUR), FIVE)))
                .extracting(DrawReplay::of)
                .noneMatch(DrawReplay::matches);
    }

    @Test
    void the_loads_that_the_event_holds_are_weighed_and_those_of_today_are_not() {
        InspectorsDrawn even = event("guannan-2018-r1", 2, ELIGIBLE, List.of(FOUR, TWO), FOUR);
        InspectorsDrawn weighed = with(List.of(new Load(TWO, 0), new Load(FOUR, 0), new Load(FIVE, 1)), even);

        assertThat(DrawReplay.of(even).matches()).isFalse();
        assertThat(DrawReplay.of(weighed)).isEqualTo(
                new DrawReplay(List.of(FOUR, TWO, FIVE), List.of(FOUR, TWO), true));
        assertThat(DrawReplay.of(with(List.of(new Load(FIVE, 1)), even)).matches()).as("a load is missing").isFalse();
    }

    /** With FIVE in the round the order of the rest stays: four before two. */
    @Test
    void a_replacement_is_drawn_again_from_its_event_alone() {
        assertThat(DrawReplay.of(replaced(FOUR))).isEqualTo(new DrawReplay(List.of(FOUR, TWO), List.of(FOUR), true));
        assertThat(DrawReplay.of(replaced(TWO)).matches()).as("another than the seed gives").isFalse();
    }

    @Test
    void every_replacement_of_the_policy_matches_its_replay() {
        Draw draw = DrawPolicy.replacement(
                2, new Seed("instead"), new Roster(Guannan.nineInspectors()), Loads.NONE, List.of(FIVE, FOUR),
                Guannan.SCHOOL, Guannan.TOWNSHIP, new Reason("临时公出"));

        assertThat(draw.exclusions()).contains(
                new Exclusion(FIVE, ExclusionReason.IN_ROUND), new Exclusion(FOUR, ExclusionReason.IN_ROUND));
        assertThat(draw.drawn()).hasSize(1).doesNotContain(FIVE, FOUR);
        assertThat(DrawReplay.of(new InspectorReplaced(
                        Guannan.ASSESSMENT, 1, FIVE, draw.lead(), draw.lead(), 2, draw.seed(), SeedOrigin.CALLER,
                        draw.rosterHash(), draw.exclusions(), draw.eligible(), draw.loads(), new Reason("临时公出"),
                        Guannan.at("2018-04-10T09:00"))).matches())
                .isTrue();
    }

    @Property(tries = 200)
    void every_draw_of_the_policy_matches_its_replay(
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String seed,
            @ForAll @IntRange(min = 2, max = 6) int count) {
        Draw draw = DrawPolicy.draw(
                1, new Seed(seed), count, new Roster(Guannan.nineInspectors()), Loads.NONE, Guannan.SCHOOL, Guannan.TOWNSHIP, null);

        DrawReplay replay = DrawReplay.of(event(seed, count, draw.eligible(), draw.drawn(), draw.lead()));

        assertThat(replay.matches()).isTrue();
        assertThat(replay.order()).containsExactlyInAnyOrderElementsOf(draw.eligible());
    }

    private static InspectorsDrawn event(
            String seed, int count, List<InspectorId> eligible, List<InspectorId> drawn, InspectorId lead) {
        return new InspectorsDrawn(
                Guannan.ASSESSMENT,
                1,
                new Seed(seed),
                SeedOrigin.CALLER,
                count,
                new Roster(Guannan.nineInspectors()).hash(),
                EXCLUSIONS,
                eligible,
                List.of(),
                drawn,
                lead,
                null,
                Guannan.at("2018-04-02T09:00"));
    }

    private static InspectorReplaced replaced(InspectorId replacement) {
        return new InspectorReplaced(
                Guannan.ASSESSMENT, 1, FIVE, replacement, replacement, 2, new Seed("guannan-2018-r1"), SeedOrigin.CALLER,
                new Roster(Guannan.nineInspectors()).hash(), List.of(new Exclusion(FIVE, ExclusionReason.IN_ROUND)),
                List.of(TWO, FOUR), List.of(), new Reason("临时公出"), Guannan.at("2018-04-10T09:00"));
    }

    private static InspectorsDrawn with(List<Load> loads, InspectorsDrawn it) {
        return new InspectorsDrawn(
                it.assessmentId(), it.drawNo(), it.seed(), it.seedFrom(), it.count(), it.rosterHash(), it.exclusions(),
                it.eligible(), loads, it.drawn(), it.lead(), it.reason(), it.at());
    }
}
