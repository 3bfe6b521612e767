package cn.dabiao.domain.assessment;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import cn.dabiao.domain.people.Role;

/** What can be done with an assessment, by whom (RULES.md §6), and in which phases (RULES.md §4). */
@SuppressWarnings("ImmutableEnumChecker") // both sets are unmodifiable copies
public enum Action {
    FILE_PLAN(Set.of(Role.SCHOOL), Phase.PLANNED, Phase.SELF_ASSESSED, Phase.RETURNED, Phase.WITHDRAWN),
    SELF_ASSESS(Set.of(Role.SCHOOL), Phase.PLANNED, Phase.SELF_ASSESSED, Phase.RETURNED, Phase.WITHDRAWN),
    APPLY(Set.of(Role.SCHOOL), Phase.SELF_ASSESSED, Phase.RETURNED, Phase.WITHDRAWN),
    WITHDRAW_APPLICATION(Set.of(Role.SCHOOL), Phase.APPLIED, Phase.ACCEPTED),
    ACCEPT_APPLICATION(Set.of(Role.OFFICE), Phase.APPLIED),
    RETURN_APPLICATION(Set.of(Role.OFFICE), Phase.APPLIED),
    DRAW_INSPECTORS(Set.of(Role.OFFICE), Phase.ACCEPTED, Phase.INSPECTORS_DRAWN),
    OPEN_REVIEW(Set.of(Role.OFFICE), Phase.INSPECTORS_DRAWN),
    SCORE_ITEM(Set.of(Role.INSPECTOR), Phase.UNDER_REVIEW),
    SIGN_REVIEW(Set.of(Role.INSPECTOR), Phase.UNDER_REVIEW),
    ASSIGN_GRADE(Set.of(Role.OFFICE, Role.LEADER), Phase.REVIEWED);

    private final Set<Role> roles;
    private final Set<Phase> phases;

    Action(Set<Role> roles, Phase... phases) {
        this.roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
        this.phases = Collections.unmodifiableSet(EnumSet.copyOf(Arrays.asList(phases)));
    }

    /** The roles that may do it. */
    public Set<Role> roles() {
        return roles;
    }

    /** The phases in which it can be done at all. */
    public Set<Phase> phases() {
        return phases;
    }
}
