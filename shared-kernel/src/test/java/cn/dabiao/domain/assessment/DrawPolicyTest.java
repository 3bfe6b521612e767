package cn.dabiao.domain.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

import cn.dabiao.domain.assessment.AssessmentEvent.InspectorsDrawn;
import cn.dabiao.domain.assessment.Draw.Exclusion;
import cn.dabiao.domain.assessment.Draw.ExclusionReason;
import cn.dabiao.domain.assessment.Draw.Load;
import cn.dabiao.domain.inspector.Inspector;
import cn.dabiao.domain.inspector.InspectorEvent.InspectorSuspended;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.inspector.Recusal;
import cn.dabiao.domain.inspector.RecusalOutcome;
import cn.dabiao.domain.inspector.RecusalStanding;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.RefusedException;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.examples.Guannan;
import cn.dabiao.examples.Path;

/** The expected hashes and draws were computed outside Java (Python's hashlib) and are written here as they came. */
class DrawPolicyTest {

    private static final Roster ROSTER = new Roster(Guannan.nineInspectors());
    private static final List<InspectorId> ELIGIBLE = ids("i-02", "i-04", "i-05", "i-06", "i-08", "i-09");
    private static final List<Exclusion> EXCLUSIONS = List.of(
            new Exclusion(Guannan.inspector(1), ExclusionReason.SAME_TOWNSHIP),
            new Exclusion(Guannan.inspector(3), ExclusionReason.SAME_SCHOOL),
            new Exclusion(Guannan.inspector(7), ExclusionReason.SAME_SCHOOL));

    @Test
    void a_draw_holds_all_that_it_follows_from() {
        Draw draw = draw("guannan-2018-r1", 3, ROSTER);

        assertThat(draw.drawNo()).isEqualTo(1);
        assertThat(draw.seed()).isEqualTo(new Seed("guannan-2018-r1"));
        assertThat(draw.count()).isEqualTo(3);
        assertThat(draw.rosterHash())
                .hasToString("261e197e1c568a66675c1eb0972d21f17f56a9e122f49e80bded6a9dea07a648");
        assertThat(draw.exclusions()).isEqualTo(EXCLUSIONS);
        assertThat(draw.eligible()).isEqualTo(ELIGIBLE);
        assertThat(draw.loads()).isEqualTo(Loads.NONE.of(ELIGIBLE));
        assertThat(draw.drawn()).isEqualTo(ids("i-05", "i-04", "i-08"));
        assertThat(draw.lead()).isEqualTo(Guannan.inspector(5));
        assertThat(draw.reason()).isNull();
    }

    @Test
    void a_draw_of_somebody_who_was_suspended_since_does_not_open_a_review() {
        InspectorsDrawn draw = Path.drawn(1);
        Roster since = new Roster(Guannan.nineInspectors().stream()
                .map(inspector -> inspector.inspectorId().equals(draw.drawn().getFirst())
                        ? Inspector.evolve(inspector, new InspectorSuspended(
                                inspector.inspectorId(), Guannan.BUREAU, new Reason("停职"), Guannan.at("2018-04-02T09:00")))
                        : inspector)
                .toList());

        DrawPolicy.requireAllOnDuty(draw, ROSTER);
        assertThatThrownBy(() -> DrawPolicy.requireAllOnDuty(draw, since))
                .asInstanceOf(type(RefusedException.class))
                .extracting(RefusedException::refusal)
                .isEqualTo(new Refusal.DrawnInspectorSuspended(1, List.of(draw.drawn().getFirst())));
    }

    @ParameterizedTest
    @CsvSource({
        "guannan-2018-r1, i-05 i-04 i-08 i-02 i-06 i-09",
        "guannan-2018-r2, i-02 i-09 i-06 i-05 i-04 i-08"
    })
    void the_seed_alone_decides_the_order(String seed, String order) {
        assertThat(DrawPolicy.order(new Seed(seed), ELIGIBLE, Loads.NONE)).isEqualTo(ids(order.split(" ", -1)));
    }

    @Property(tries = 300)
    void the_order_in_which_the_roster_is_given_changes_nothing(
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String seed, @ForAll @IntRange(min = 2, max = 6) int count,
            @ForAll long shuffle) {
        List<Inspector> shuffled = new ArrayList<>(Guannan.nineInspectors());
        Collections.shuffle(shuffled, new java.util.Random(shuffle));

        Draw draw = draw(seed, count, new Roster(shuffled));

        assertThat(draw).isEqualTo(draw(seed, count, ROSTER));
        assertThat(draw.drawn()).hasSize(count).doesNotHaveDuplicates().isSubsetOf(ELIGIBLE);
    }

    @Test
    void everybody_eligible_leads_under_some_seed() {
        Set<InspectorId> leads = new HashSet<>();
        IntStream.range(0, 200).forEach(number -> leads.add(draw("s" + number, 2, ROSTER).lead()));

        assertThat(leads).containsExactlyInAnyOrderElementsOf(ELIGIBLE);
    }

    @Test
    void a_redraw_carries_its_reason() {
        Reason reason = new Reason("一名考评员临时公出");

        Draw draw = DrawPolicy.draw(2, new Seed("s"), 2, ROSTER, Loads.NONE, Guannan.SCHOOL, Guannan.TOWNSHIP, reason);

        assertThat(draw.reason()).isEqualTo(reason);
        assertThat(draw.drawNo()).isEqualTo(2);
    }

    @Test
    void all_who_are_eligible_may_be_needed() {
        assertThat(draw("s", 6, ROSTER).drawn()).containsExactlyInAnyOrderElementsOf(ELIGIBLE);
    }

    /** By the words of the contract, and not by the policy's own comparison: one after the other is taken out. */
    @Property(tries = 300)
    void the_least_loaded_come_first_and_among_them_the_seed_decides(
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String seed,
            @ForAll @Size(6) List<@IntRange(max = 3) Integer> assignments,
            @ForAll @IntRange(min = 2, max = 6) int count) {
        Map<InspectorId, Integer> loads = new HashMap<>();
        IntStream.range(0, 6).forEach(index -> loads.put(ELIGIBLE.get(index), assignments.get(index)));
        List<InspectorId> left = new ArrayList<>(DrawPolicy.order(new Seed(seed), ELIGIBLE, Loads.NONE));
        List<InspectorId> expected = new ArrayList<>();
        while (expected.size() < count) {
            int least = left.stream().mapToInt(id -> loads.getOrDefault(id, 0)).min().orElseThrow();
            InspectorId next = left.stream().filter(id -> loads.getOrDefault(id, 0) == least).findFirst().orElseThrow();
            left.remove(next);
            expected.add(next);
        }

        Draw draw = DrawPolicy.draw(
                1, new Seed(seed), count, ROSTER, new Loads(loads), Guannan.SCHOOL, Guannan.TOWNSHIP, null);

        assertThat(draw.drawn()).isEqualTo(expected);
        assertThat(draw.loads()).extracting(Load::assignments).isEqualTo(assignments);
    }

    @Test
    void whoever_has_a_standing_recusal_for_the_school_is_left_out_with_the_reason() {
        Roster roster = new Roster(Guannan.nineInspectors().stream()
                .map(inspector -> switch (inspector.inspectorId().value()) {
                    case "i-01" -> recused(inspector, Guannan.SCHOOL, RecusalStanding.DECLARED);
                    case "i-02" -> recused(inspector, Guannan.SCHOOL, RecusalStanding.DECLARED);
                    case "i-04" -> recused(inspector, Guannan.SCHOOL, RecusalStanding.UPHELD);
                    case "i-05" -> recused(inspector, Guannan.SCHOOL, RecusalStanding.REQUESTED);
                    case "i-06" -> recused(inspector, Guannan.SCHOOL, RecusalStanding.DISMISSED);
                    case "i-08" -> recused(inspector, Guannan.ANOTHER_SCHOOL, RecusalStanding.DECLARED);
                    default -> inspector;
                })
                .toList());

        Draw draw = draw("s", 2, roster);

        assertThat(draw.exclusions()).containsExactly(
                new Exclusion(Guannan.inspector(1), ExclusionReason.SAME_TOWNSHIP),
                new Exclusion(Guannan.inspector(2), ExclusionReason.RECUSAL_DECLARED),
                new Exclusion(Guannan.inspector(3), ExclusionReason.SAME_SCHOOL),
                new Exclusion(Guannan.inspector(4), ExclusionReason.RECUSAL_UPHELD),
                new Exclusion(Guannan.inspector(7), ExclusionReason.SAME_SCHOOL));
        assertThat(draw.eligible()).isEqualTo(ids("i-05", "i-06", "i-08", "i-09"));
        assertThat(draw.rosterHash()).as("the roster is the same").isEqualTo(ROSTER.hash());
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "100, 100", "1, 2", "0, 2", "-1, 2"})
    void a_draw_of_more_than_are_eligible_or_of_fewer_than_two_is_refused(int count, int needed) {
        assertThatThrownBy(() -> draw("s", count, ROSTER))
                .asInstanceOf(type(RefusedException.class))
                .extracting(RefusedException::refusal)
                .isEqualTo(new Refusal.NotEnoughInspectors(needed, 6, EXCLUSIONS));
    }

    @Test
    void a_roster_of_excluded_inspectors_is_too_few() {
        Roster excluded = new Roster(Guannan.nineInspectors().stream()
                .filter(inspector -> !ELIGIBLE.contains(inspector.inspectorId())).toList());

        assertThatThrownBy(() -> draw("s", 2, excluded))
                .asInstanceOf(type(RefusedException.class))
                .extracting(RefusedException::refusal)
                .isEqualTo(new Refusal.NotEnoughInspectors(2, 0, EXCLUSIONS));
    }

    @Test
    void the_hash_of_a_roster_without_inspectors_is_the_hash_of_nothing() {
        assertThat(new Roster(List.of()).hash())
                .hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 8})
    void the_hash_changes_with_every_inspector(int left) {
        List<Inspector> fewer = new ArrayList<>(Guannan.nineInspectors());
        fewer.remove(left);

        assertThat(new Roster(fewer).hash()).isNotEqualTo(ROSTER.hash());
    }

    private static Draw draw(String seed, int count, Roster roster) {
        return DrawPolicy.draw(1, new Seed(seed), count, roster, Loads.NONE, Guannan.SCHOOL, Guannan.TOWNSHIP, null);
    }

    private static Inspector recused(Inspector inspector, SchoolCode school, RecusalStanding standing) {
        Reason reason = new Reason("配偶在该校任教");
        Recusal.Decision decision = switch (standing) {
            case DECLARED, REQUESTED -> null;
            case UPHELD -> new Recusal.Decision(RecusalOutcome.UPHELD, reason, Guannan.at("2018-03-31T09:00"));
            case DISMISSED -> new Recusal.Decision(RecusalOutcome.DISMISSED, reason, Guannan.at("2018-03-31T09:00"));
        };
        return new Inspector(
                inspector.inspectorId(), inspector.bureau(), inspector.name(), inspector.township(), inspector.worksAt(),
                List.of(new Recusal(
                        school, standing, Role.SCHOOL, reason, Guannan.at("2018-03-30T09:00"), decision)), null);
    }

    private static List<InspectorId> ids(String... ids) {
        return java.util.Arrays.stream(ids).map(InspectorId::new).toList();
    }
}
