package cn.dabiao.command.assessment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;

/** Who tries: somebody who may, or somebody who is that with one thing wrong. */
final class RandomCallers {

    private RandomCallers() {}

    static Actor twisted(Step.Caller caller, Actor right, OracleBook book, Dice dice) {
        return switch (caller) {
            case RIGHT -> right;
            case AUDITOR -> new Actor("auditor", Set.of(Role.AUDITOR), right.bureau(), null, null);
            case OF_ANOTHER_BUREAU -> new Actor(
                    right.subject(), right.roles(), Guannan.ANOTHER_BUREAU, right.school(), right.inspector());
            case OF_ANOTHER_SCHOOL -> new Actor(
                    right.subject(), and(right, Role.SCHOOL), right.bureau(), Guannan.ANOTHER_SCHOOL, right.inspector());
            case WHO_INSPECTED -> inspecting(right, whoInspected(book, dice));
            case INSPECTOR_WITHOUT_ID -> new Actor(right.subject(), right.roles(), right.bureau(), right.school(), null);
            case INSPECTOR_NOT_DRAWN -> inspecting(right, Guannan.NEIGHBOUR);
        };
    }

    static Actor inspector(String id) {
        return Guannan.as(new InspectorId(id));
    }

    static Actor officeOrLeader(Dice dice) {
        return dice.of(List.of(Guannan.OFFICE, Guannan.LEADER));
    }

    private static InspectorId whoInspected(OracleBook book, Dice dice) {
        return book.rounds.isEmpty()
                ? Guannan.LEAD
                : new InspectorId(dice.of(dice.of(book.rounds).everInspected.stream().sorted().toList()));
    }

    private static Actor inspecting(Actor right, InspectorId inspector) {
        return new Actor(right.subject(), and(right, Role.INSPECTOR), right.bureau(), right.school(), inspector);
    }

    private static Set<Role> and(Actor actor, Role more) {
        Set<Role> roles = new HashSet<>(actor.roles());
        roles.add(more);
        return roles;
    }
}
