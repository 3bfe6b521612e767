package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Guannan.ANOTHER_BUREAU;
import static cn.dabiao.command.assessment.Guannan.ANOTHER_SCHOOL;
import static cn.dabiao.command.assessment.Guannan.ASSESSMENT;
import static cn.dabiao.command.assessment.Guannan.BUREAU;

import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import cn.dabiao.domain.assessment.Action;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;

/** Who may not: refused in a phase in which it could be done, with the right version in hand. */
class ForeignersTest {

    @ParameterizedTest
    @EnumSource
    void a_token_of_another_bureau_does_nothing_here(Action action) {
        Actor may = EveryCommand.whoMay(action);
        Actor foreign = new Actor(may.subject(), may.roles(), ANOTHER_BUREAU, may.school(), may.inspector());
        isRefused(action, foreign, new Refusal.AnotherBureau(Thing.ASSESSMENT, ASSESSMENT.value()));
    }

    @ParameterizedTest
    @EnumSource
    void a_token_without_a_bureau_does_nothing_here(Action action) {
        Actor may = EveryCommand.whoMay(action);
        Actor nowhere = new Actor(may.subject(), may.roles(), null, may.school(), may.inspector());
        isRefused(action, nowhere, new Refusal.AnotherBureau(Thing.ASSESSMENT, ASSESSMENT.value()));
    }

    @ParameterizedTest
    @EnumSource(names = {"FILE_PLAN", "SELF_ASSESS", "APPLY", "WITHDRAW_APPLICATION"})
    void a_token_of_another_school_does_nothing_here(Action action) {
        Actor neighbour = new Actor("school", Set.of(Role.SCHOOL), BUREAU, ANOTHER_SCHOOL, null);
        isRefused(action, neighbour, new Refusal.AnotherSchool(ASSESSMENT.schoolCode().value()));
    }

    @ParameterizedTest
    @EnumSource
    void a_token_with_every_other_role_does_not_help(Action action) {
        Set<Role> others = EnumSet.complementOf(EnumSet.copyOf(action.roles()));
        Actor may = EveryCommand.whoMay(action);
        Actor other = new Actor("other", others, BUREAU, ASSESSMENT.schoolCode(), may.inspector());
        isRefused(action, other, new Refusal.RoleNotPermitted(action, action.roles()));
    }

    @ParameterizedTest
    @EnumSource(names = {"SCORE_ITEM", "SIGN_REVIEW"})
    void an_inspector_who_is_nobody_in_particular_does_nothing_here(Action action) {
        Actor nobody = new Actor("inspector", Set.of(Role.INSPECTOR), BUREAU, null, null);
        isRefused(action, nobody, new Refusal.RoleNotPermitted(action, action.roles()));
    }

    private static void isRefused(Action action, Actor by, Refusal refusal) {
        Story story = Story.in(action.phases().iterator().next());
        Assessments.after(story, EveryCommand.that(action, by, story.tag())).isRefusedWith(refusal);
    }
}
