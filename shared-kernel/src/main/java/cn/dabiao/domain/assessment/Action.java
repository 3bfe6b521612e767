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
    DRAW_INSPECTORS(Set.of(Role.OFFICE), Phase.ACCEPTED, Phase.INSPECTORS_DRAWN, Phase.GRADED),
    OPEN_REVIEW(Set.of(Role.OFFICE), Phase.INSPECTORS_DRAWN),
    SCORE_ITEM(Set.of(Role.INSPECTOR), Phase.UNDER_REVIEW),
    SIGN_REVIEW(Set.of(Role.INSPECTOR), Phase.UNDER_REVIEW),
    REPLACE_INSPECTOR(Set.of(Role.OFFICE), Phase.UNDER_REVIEW),
    ASSIGN_GRADE(Set.of(Role.OFFICE, Role.LEADER), Phase.REVIEWED),
    CORRECT_SCORE(
            Set.of(Role.OFFICE, Role.LEADER),
            Phase.INSPECTORS_DRAWN, Phase.UNDER_REVIEW, Phase.REVIEWED, Phase.GRADED),
    DETERMINE_NOT_ATTAINED(Set.of(Role.LEADER), Phase.values()),
    ORDER_RECTIFICATION(Set.of(Role.OFFICE), Phase.GRADED),
    REPORT_RECTIFICATION(Set.of(Role.SCHOOL), Phase.GRADED),
    VERIFY_RECTIFICATION(Set.of(Role.OFFICE), Phase.GRADED),
    APPEAL(Set.of(Role.SCHOOL), Phase.values()),
    DECIDE_APPEAL(Set.of(Role.LEADER), Phase.values()),
    ISSUE_MEASURE(Set.of(Role.OFFICE, Role.LEADER), Phase.values()),
    RECORD_MINUTES(Set.of(Role.OFFICE, Role.LEADER), Phase.values()),
    CONFIRM_COMMITMENT(Set.of(Role.OFFICE, Role.LEADER), Phase.values()),
    WITHDRAW_MEASURE(Set.of(Role.LEADER), Phase.values());

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

    /**
     * Whether it can still be done when the campaign is closed: the rights of a school and the mending of mistakes do not
     * end with it.
     */
    public boolean outlivesCampaign() {
        return switch (this) {
            case CORRECT_SCORE, APPEAL, DECIDE_APPEAL, RECORD_MINUTES, CONFIRM_COMMITMENT, WITHDRAW_MEASURE -> true;
            case FILE_PLAN, SELF_ASSESS, APPLY, WITHDRAW_APPLICATION, ACCEPT_APPLICATION, RETURN_APPLICATION,
                    DRAW_INSPECTORS, OPEN_REVIEW, SCORE_ITEM, SIGN_REVIEW, REPLACE_INSPECTOR, ASSIGN_GRADE,
                    DETERMINE_NOT_ATTAINED, ORDER_RECTIFICATION, REPORT_RECTIFICATION, VERIFY_RECTIFICATION,
                    ISSUE_MEASURE -> false;
        };
    }

    /** The phases in which it can be done at all. */
    public Set<Phase> phases() {
        return phases;
    }
}
