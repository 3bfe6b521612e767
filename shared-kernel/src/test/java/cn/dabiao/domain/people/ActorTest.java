package cn.dabiao.domain.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.junit.jupiter.api.Test;

import cn.dabiao.examples.Guannan;

class ActorTest {

    @Test
    void an_identity_has_the_roles_of_its_token_and_no_others() {
        Actor actor = new Actor("x", Set.of(Role.OFFICE, Role.LEADER), Guannan.BUREAU, null, null);

        assertThat(actor.is(Role.OFFICE)).isTrue();
        assertThat(actor.is(Role.AUDITOR)).isFalse();
        assertThat(actor.isAnyOf(Set.of(Role.AUDITOR, Role.LEADER))).isTrue();
        assertThat(actor.isAnyOf(Set.of(Role.AUDITOR))).isFalse();
        assertThat(actor.isAnyOf(Set.of())).isFalse();
    }

    @Test
    void who_has_several_permitted_roles_acts_in_the_first() {
        Actor actor = new Actor("x", Set.of(Role.OFFICE, Role.LEADER), Guannan.BUREAU, null, null);

        assertThat(actor.actingAs(Set.of(Role.LEADER, Role.OFFICE))).contains(Role.OFFICE);
        assertThat(actor.actingAs(Set.of(Role.LEADER, Role.AUDITOR))).contains(Role.LEADER);
        assertThat(actor.actingAs(Set.of(Role.SCHOOL))).isEmpty();
    }

    @Test
    void only_a_schools_account_speaks_for_a_school_and_only_for_its_own() {
        Actor claimOnly = new Actor("x", Set.of(Role.OFFICE), Guannan.BUREAU, Guannan.SCHOOL, null);

        assertThat(Guannan.schoolAccount().speaksFor(Guannan.SCHOOL)).isTrue();
        assertThat(Guannan.schoolAccount().speaksFor(Guannan.ANOTHER_SCHOOL)).isFalse();
        assertThat(claimOnly.speaksFor(Guannan.SCHOOL)).isFalse();
        assertThat(Guannan.office().speaksFor(Guannan.SCHOOL)).isFalse();
    }

    @Test
    void an_identity_belongs_to_its_bureau_and_the_operator_to_none() {
        Actor operator = new Actor("ops", Set.of(Role.OPERATOR), null, null, null);

        assertThat(Guannan.office().belongsTo(Guannan.BUREAU)).isTrue();
        assertThat(Guannan.office().belongsTo(Guannan.ANOTHER_BUREAU)).isFalse();
        assertThat(operator.belongsTo(Guannan.BUREAU)).isFalse();
        assertThat(Actor.system(Guannan.BUREAU).belongsTo(Guannan.BUREAU)).isTrue();
        assertThat(Actor.system(Guannan.BUREAU).is(Role.OFFICE)).isTrue();
    }
}
