package cn.dabiao.domain.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import cn.dabiao.domain.assessment.AssessmentEvent.InspectorReplaced;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorsDrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewOpened;
import cn.dabiao.domain.assessment.Draw.Load;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Sha256;
import cn.dabiao.examples.Guannan;

class LoadsTest {

    private static final AssessmentId DRAWING = assessment(0);
    private static final InspectorId ONE = Guannan.inspector(1);
    private static final InspectorId TWO = Guannan.inspector(2);
    private static final InspectorId THREE = Guannan.inspector(3);

    @Test
    void a_round_and_a_draw_that_waits_for_its_round_count_once() {
        Loads loads = Loads.before(DRAWING, List.of(
                drawn(assessment(1), ONE, TWO),
                opened(assessment(1), ONE, TWO),
                drawn(assessment(2), ONE, THREE),
                drawn(assessment(2), ONE, TWO)));

        assertThat(loads.of(List.of(ONE, TWO, THREE)))
                .containsExactly(new Load(ONE, 2), new Load(TWO, 2), new Load(THREE, 0));
    }

    @Test
    void the_draw_that_is_replaced_does_not_count_but_the_rounds_before_it_do() {
        Loads loads = Loads.before(DRAWING, List.of(
                drawn(DRAWING, ONE, TWO), opened(DRAWING, ONE, TWO), drawn(DRAWING, ONE, THREE)));

        assertThat(loads.of(List.of(ONE, TWO, THREE)))
                .containsExactly(new Load(ONE, 1), new Load(TWO, 1), new Load(THREE, 0));
    }

    @Test
    void a_replacement_takes_the_place_of_the_one_replaced_in_the_loads_too() {
        Loads loads = Loads.before(DRAWING, List.of(
                drawn(assessment(1), ONE, TWO), opened(assessment(1), ONE, TWO), replaced(assessment(1), ONE, THREE),
                drawn(DRAWING, ONE, TWO), opened(DRAWING, ONE, TWO), replaced(DRAWING, TWO, THREE)));

        assertThat(loads.of(List.of(ONE, TWO, THREE)))
                .containsExactly(new Load(ONE, 1), new Load(TWO, 1), new Load(THREE, 2));
    }

    /** An oracle that for each inspector looks through each assessment's events from the end. */
    @Property(tries = 300)
    void loads_are_those_that_a_look_through_each_assessment_finds(@ForAll("campaigns") List<AssessmentEvent> events) {
        Loads loads = Loads.before(DRAWING, events);

        for (InspectorId inspector : Set.of(ONE, TWO, THREE)) {
            int expected = 0;
            for (int number = 0; number < 4; number++) {
                AssessmentId id = assessment(number);
                List<AssessmentEvent> own = new ArrayList<>(events);
                own.removeIf(event -> !event.assessmentId().equals(id));
                expected += (int) own.stream()
                        .filter(event -> event instanceof ReviewOpened round && round.inspectors().contains(inspector))
                        .count();
                boolean waiting = !own.isEmpty()
                        && own.getLast() instanceof InspectorsDrawn draw
                        && draw.drawn().contains(inspector);
                expected += waiting && !id.equals(DRAWING) ? 1 : 0;
            }
            assertThat(loads.of(inspector)).isEqualTo(expected);
        }
    }

    @Provide
    Arbitrary<List<AssessmentEvent>> campaigns() {
        Arbitrary<List<InspectorId>> pairs = Arbitraries.of(ONE, TWO, THREE).list().ofSize(2).uniqueElements();
        return Combinators.combine(Arbitraries.integers().between(0, 3), pairs, Arbitraries.of(true, false))
                .as((number, pair, opens) -> opens
                        ? opened(assessment(number), pair.getFirst(), pair.getLast())
                        : drawn(assessment(number), pair.getFirst(), pair.getLast()))
                .list()
                .ofMaxSize(20);
    }

    private static AssessmentId assessment(int number) {
        return new AssessmentId("guannan-2018.213207240" + number);
    }

    private static AssessmentEvent drawn(AssessmentId id, InspectorId lead, InspectorId second) {
        return new InspectorsDrawn(
                id, 1, new Seed("s"), SeedOrigin.PRODUCT, 2, new Sha256("b".repeat(64)), List.of(), List.of(lead, second),
                List.of(), List.of(lead, second), lead, null, Guannan.at("2018-04-02T09:00"));
    }

    private static AssessmentEvent opened(AssessmentId id, InspectorId lead, InspectorId second) {
        return new ReviewOpened(
                id, 1, 1, List.of(lead, second), lead, Guannan.PLAN_DEADLINE, Guannan.at("2018-04-03T09:00"));
    }

    private static AssessmentEvent replaced(AssessmentId id, InspectorId gone, InspectorId next) {
        return new InspectorReplaced(
                id, 1, gone, next, next, 2, new Seed("s"), SeedOrigin.PRODUCT, new Sha256("b".repeat(64)), List.of(),
                List.of(next), List.of(), new Reason("临时公出"), Guannan.at("2018-04-10T09:00"));
    }
}
