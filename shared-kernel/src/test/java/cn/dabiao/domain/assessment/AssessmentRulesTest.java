package cn.dabiao.domain.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.refusal.RefusedException;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Points;
import cn.dabiao.examples.Guannan;
import cn.dabiao.examples.Path;

class AssessmentRulesTest {

    /**
     * RULES.md §4 and §6 as a table of its own: who may do it, in which phases it can be done at all, and, where that is
     * less, in which of them it can be done on a path on which nothing has been ordered, contested or determined.
     */
    private static final String TABLE =
            """
            FILE_PLAN              | SCHOOL        | PLANNED SELF_ASSESSED RETURNED WITHDRAWN
            SELF_ASSESS            | SCHOOL        | PLANNED SELF_ASSESSED RETURNED WITHDRAWN
            APPLY                  | SCHOOL        | SELF_ASSESSED RETURNED WITHDRAWN
            WITHDRAW_APPLICATION   | SCHOOL        | APPLIED ACCEPTED
            ACCEPT_APPLICATION     | OFFICE        | APPLIED
            RETURN_APPLICATION     | OFFICE        | APPLIED
            DRAW_INSPECTORS        | OFFICE        | ACCEPTED INSPECTORS_DRAWN GRADED
            OPEN_REVIEW            | OFFICE        | INSPECTORS_DRAWN
            SCORE_ITEM             | INSPECTOR     | UNDER_REVIEW
            SIGN_REVIEW            | INSPECTOR     | UNDER_REVIEW
            REPLACE_INSPECTOR      | OFFICE        | UNDER_REVIEW
            ASSIGN_GRADE           | OFFICE LEADER | REVIEWED
            CORRECT_SCORE          | OFFICE LEADER | INSPECTORS_DRAWN UNDER_REVIEW REVIEWED GRADED | REVIEWED GRADED
            DETERMINE_NOT_ATTAINED | LEADER        | *
            ORDER_RECTIFICATION    | OFFICE        | GRADED
            REPORT_RECTIFICATION   | SCHOOL        | GRADED | -
            VERIFY_RECTIFICATION   | OFFICE        | GRADED | -
            APPEAL                 | SCHOOL        | * | GRADED
            DECIDE_APPEAL          | LEADER        | * | -
            ISSUE_MEASURE          | OFFICE LEADER | *
            RECORD_MINUTES         | OFFICE LEADER | * | -
            CONFIRM_COMMITMENT     | OFFICE LEADER | * | -
            WITHDRAW_MEASURE       | LEADER        | * | -
            """;

    record Right(Action action, Set<Role> roles, Set<Phase> phases, Set<Phase> plainly) {

        static Right of(String line) {
            String[] cells = line.split("\\|", -1);
            return new Right(
                    Action.valueOf(cells[0].strip()),
                    Arrays.stream(cells[1].strip().split(" ", -1)).map(Role::valueOf).collect(Collectors.toSet()),
                    phases(cells[2]),
                    phases(cells[cells.length - 1]));
        }

        private static Set<Phase> phases(String cell) {
            return switch (cell.strip()) {
                case "*" -> Set.of(Phase.values());
                case "-" -> Set.of();
                default -> Arrays.stream(cell.strip().split(" ", -1)).map(Phase::valueOf).collect(Collectors.toSet());
            };
        }
    }

    /** On the day of the grade, well inside the window for appeals. */
    private static final Terms TERMS = Guannan.terms("2018-04-16T11:00");

    private static final List<Right> RIGHTS = TABLE.lines().map(Right::of).toList();

    /** A state in each phase, qualified, and under review with every item scored and nobody's signature. */
    private static final Map<Phase, AssessmentState> IN = new EnumMap<>(Map.of(
            Phase.PLANNED, Path.after(Path.planSubmitted()),
            Phase.SELF_ASSESSED, Path.after(Path.upToSelfAssessment()),
            Phase.APPLIED, Path.after(Path.upToApplication()),
            Phase.RETURNED, Path.after(Stream.concat(Path.upToApplication(), Stream.of(Path.returned()))),
            Phase.WITHDRAWN, Path.after(Stream.concat(Path.upToApplication(), Stream.of(Path.withdrawn()))),
            Phase.ACCEPTED, Path.after(Stream.concat(Path.upToApplication(), Stream.of(Path.accepted()))),
            Phase.INSPECTORS_DRAWN, Path.after(Path.upToDraw()),
            Phase.UNDER_REVIEW, Path.after(Path.upToAllScored()),
            Phase.REVIEWED, Path.after(Path.upToAllSigned()),
            Phase.GRADED, Path.after(Path.upToGrade())));

    @Test
    void the_table_names_every_action_and_there_is_a_state_for_every_phase() {
        assertThat(RIGHTS).extracting(Right::action).containsExactly(Action.values());
        assertThat(IN).containsOnlyKeys(Phase.values());
        IN.forEach((phase, state) -> assertThat(state.phase()).isEqualTo(phase));
    }

    @TestFactory
    Stream<DynamicTest> every_role_may_in_every_phase_do_what_the_table_says_and_nothing_more() {
        return Arrays.stream(Phase.values()).flatMap(phase -> Arrays.stream(Role.values())
                .map(role -> DynamicTest.dynamicTest(role + " in " + phase, () -> {
                    AssessmentState state = in(phase);
                    List<Action> expected = RIGHTS.stream()
                            .filter(right -> right.roles().contains(role) && right.plainly().contains(phase))
                            .map(Right::action)
                            .toList();

                    assertThat(AssessmentRules.allowed(state, TERMS, drawnActor(role))).isEqualTo(expected);
                })));
    }

    @TestFactory
    Stream<DynamicTest> whoever_belongs_elsewhere_may_do_nothing_in_any_phase() {
        return Arrays.stream(Phase.values()).flatMap(phase -> Arrays.stream(Role.values())
                .map(role -> DynamicTest.dynamicTest(role + " in " + phase, () -> {
                    AssessmentState state = in(phase);
                    Actor ours = drawnActor(role);
                    Actor theirs = new Actor("x", Set.of(role), Guannan.ANOTHER_BUREAU, ours.school(), ours.inspector());
                    Actor nobodys = new Actor("x", Set.of(role), null, ours.school(), ours.inspector());

                    assertThat(AssessmentRules.allowed(state, TERMS, theirs)).isEmpty();
                    assertThat(AssessmentRules.allowed(state, TERMS, nobodys)).isEmpty();
                    for (Right right : RIGHTS) {
                        Refusal refusal = right.roles().contains(role)
                                ? new Refusal.AnotherBureau(Thing.ASSESSMENT, "guannan-2018.2132072401")
                                : new Refusal.RoleNotPermitted(right.action(), right.roles());
                        assertThat(refusal(right.action(), state, theirs)).isEqualTo(refusal);
                    }
                })));
    }

    @TestFactory
    Stream<DynamicTest> another_schools_account_may_do_nothing_in_any_phase() {
        return Arrays.stream(Phase.values()).map(phase -> DynamicTest.dynamicTest(phase.name(), () -> {
            Actor other = new Actor("x", Set.of(Role.SCHOOL), Guannan.BUREAU, Guannan.ANOTHER_SCHOOL, null);
            Actor without = new Actor("x", Set.of(Role.SCHOOL), Guannan.BUREAU, null, null);
            Actor otherAndOffice =
                    new Actor("x", Set.of(Role.SCHOOL, Role.OFFICE), Guannan.BUREAU, Guannan.ANOTHER_SCHOOL, null);

            for (Actor actor : List.of(other, without, otherAndOffice)) {
                assertThat(AssessmentRules.allowed(in(phase), TERMS, actor)).isEmpty();
                assertThat(refusal(Action.FILE_PLAN, in(phase), actor))
                        .isEqualTo(new Refusal.AnotherSchool("2132072401"));
            }
        }));
    }

    @ParameterizedTest
    @EnumSource
    void a_step_out_of_turn_is_refused_with_the_phases_in_which_it_can_be_done(Action action) {
        Right right = RIGHTS.stream().filter(it -> it.action() == action).findFirst().orElseThrow();
        Actor actor = drawnActor(right.roles().iterator().next());
        Set<Phase> answeredOtherwise = switch (action) {
            case SCORE_ITEM, SIGN_REVIEW -> Set.of(Phase.REVIEWED, Phase.GRADED);
            case ASSIGN_GRADE -> Set.of(Phase.UNDER_REVIEW);
            case FILE_PLAN, SELF_ASSESS, APPLY, WITHDRAW_APPLICATION, ACCEPT_APPLICATION, RETURN_APPLICATION,
                    DRAW_INSPECTORS, OPEN_REVIEW, REPLACE_INSPECTOR, CORRECT_SCORE, ORDER_RECTIFICATION,
                    REPORT_RECTIFICATION, VERIFY_RECTIFICATION -> Set.of();
            // At any time: never out of turn.
            case DETERMINE_NOT_ATTAINED, APPEAL, DECIDE_APPEAL, ISSUE_MEASURE, RECORD_MINUTES, CONFIRM_COMMITMENT,
                    WITHDRAW_MEASURE -> Set.of();
        };

        Set<Phase> tested = Arrays.stream(Phase.values())
                .filter(phase -> !right.phases().contains(phase) && !answeredOtherwise.contains(phase))
                .collect(Collectors.toSet());

        assertThat(tested.isEmpty()).isEqualTo(right.phases().size() == Phase.values().length);
        assertThat(tested).allSatisfy(phase -> assertThat(refusal(action, in(phase), actor))
                .isEqualTo(new Refusal.WrongPhase(action, phase, right.phases())));
    }

    @Test
    void an_unqualified_school_cannot_apply_and_is_told_its_total_and_the_threshold() {
        AssessmentState state = Path.after(Path.planSubmitted(), Path.selfAssessed("69.5"));

        assertThat(refusal(Action.APPLY, state, Guannan.schoolAccount()))
                .isEqualTo(new Refusal.NotQualified(new Points("69.5"), new Points("70")));
        assertThat(AssessmentRules.allowed(state, TERMS, Guannan.schoolAccount()))
                .containsExactly(Action.FILE_PLAN, Action.SELF_ASSESS);
    }

    @Test
    void a_school_that_reaches_the_threshold_exactly_may_apply() {
        AssessmentState state = Path.after(Path.planSubmitted(), Path.selfAssessed("70"));

        assertThat(AssessmentRules.allowed(state, TERMS, Guannan.schoolAccount())).contains(Action.APPLY);
    }

    @ParameterizedTest
    @EnumSource(names = {"SCORE_ITEM", "SIGN_REVIEW"})
    void an_inspector_who_was_not_drawn_may_neither_score_nor_sign(Action action) {
        InspectorId stranger = Guannan.inspector(9);

        assertThat(refusal(action, in(Phase.UNDER_REVIEW), Guannan.inspectorAccount(stranger)))
                .isEqualTo(new Refusal.NotInspectorOfRound(1, stranger));
    }

    @ParameterizedTest
    @EnumSource(names = {"SCORE_ITEM", "SIGN_REVIEW"})
    void an_inspectors_token_that_names_no_inspector_may_neither_score_nor_sign(Action action) {
        Actor nobody = new Actor("x", Set.of(Role.INSPECTOR), Guannan.BUREAU, null, null);

        assertThat(refusal(action, in(Phase.UNDER_REVIEW), nobody))
                .isEqualTo(new Refusal.RoleNotPermitted(action, Set.of(Role.INSPECTOR)));
    }

    @Test
    void a_round_with_an_unscored_item_cannot_be_signed() {
        AssessmentState state = Path.after(Stream.concat(
                Path.upToReview(),
                IntStream.rangeClosed(1, 15).filter(item -> item != 4 && item != 15)
                        .mapToObj(item -> Path.scored(item, null, "5"))));

        assertThat(refusal(Action.SIGN_REVIEW, state, Guannan.inspectorAccount(Path.LEAD)))
                .isEqualTo(new Refusal.RoundIncomplete(1, List.of(Guannan.item(4), Guannan.item(15))));
        assertThat(AssessmentRules.allowed(state, TERMS, Guannan.inspectorAccount(Path.LEAD)))
                .containsExactly(Action.SCORE_ITEM);
    }

    @Test
    void the_first_signature_closes_the_scores_for_everybody() {
        AssessmentState state = Path.after(Stream.concat(Path.upToAllScored(), Stream.of(Path.signed(Path.SECOND))));

        assertThat(refusal(Action.SCORE_ITEM, state, Guannan.inspectorAccount(Path.LEAD)))
                .isEqualTo(new Refusal.RoundAlreadySigned(1, List.of(Path.SECOND)));
        assertThat(AssessmentRules.allowed(state, TERMS, Guannan.inspectorAccount(Path.LEAD)))
                .containsExactly(Action.SIGN_REVIEW);
        assertThat(refusal(Action.SIGN_REVIEW, state, Guannan.inspectorAccount(Path.SECOND)))
                .isEqualTo(new Refusal.AlreadySigned(1, Path.SECOND));
    }

    @ParameterizedTest
    @EnumSource(names = {"REVIEWED", "GRADED"})
    void a_round_that_all_have_signed_is_neither_scored_nor_signed_again(Phase phase) {
        Refusal signed = new Refusal.RoundAlreadySigned(1, List.of(Path.LEAD, Path.SECOND));

        assertThat(refusal(Action.SCORE_ITEM, in(phase), Guannan.inspectorAccount(Path.LEAD))).isEqualTo(signed);
        assertThat(refusal(Action.SIGN_REVIEW, in(phase), Guannan.inspectorAccount(Path.LEAD))).isEqualTo(signed);
    }

    @Test
    void a_grade_needs_every_inspectors_signature() {
        AssessmentState once = Path.after(Stream.concat(Path.upToAllScored(), Stream.of(Path.signed(Path.LEAD))));

        assertThat(refusal(Action.ASSIGN_GRADE, once, Guannan.office()))
                .isEqualTo(new Refusal.SignaturesMissing(1, List.of(Path.SECOND)));
        assertThat(refusal(Action.ASSIGN_GRADE, in(Phase.UNDER_REVIEW), Guannan.office()))
                .isEqualTo(new Refusal.SignaturesMissing(1, List.of(Path.LEAD, Path.SECOND)));
    }

    @Test
    void what_is_required_and_not_allowed_is_thrown() {
        AssessmentRules.require(Action.SELF_ASSESS, in(Phase.PLANNED), TERMS, Guannan.schoolAccount());

        assertThatThrownBy(() -> AssessmentRules.require(
                        Action.APPLY, in(Phase.PLANNED), TERMS, Guannan.schoolAccount()))
                .asInstanceOf(type(RefusedException.class))
                .satisfies(refused -> {
                    assertThat(refused.refusal()).isInstanceOf(Refusal.WrongPhase.class);
                    assertThat(refused).hasMessage(refused.refusal().toString());
                    assertThat(refused.getStackTrace()).isEmpty();
                });
    }

    private static AssessmentState in(Phase phase) {
        return Objects.requireNonNull(IN.get(phase));
    }

    private static @Nullable Refusal refusal(Action action, AssessmentState state, Actor actor) {
        return AssessmentRules.refusal(action, state, TERMS, actor).orElse(null);
    }

    /** One of the bureau's people in this role, as a school its own, as an inspector the lead of the round. */
    private static Actor drawnActor(Role role) {
        @Nullable BureauCode bureau = role == Role.OPERATOR ? null : Guannan.BUREAU;
        @Nullable SchoolCode school = role == Role.SCHOOL ? Guannan.SCHOOL : null;
        @Nullable InspectorId inspector = role == Role.INSPECTOR ? Path.LEAD : null;
        return new Actor(role.name(), Set.of(role), bureau, school, inspector);
    }
}
