package cn.dabiao.domain.people;

import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.BureauCode;

/**
 * The identity behind a request.
 *
 * @param subject   the token's subject, e.g. {@code office}: kept in the history as who did it
 * @param bureau    the bureau it belongs to; null for the operator alone
 * @param school    the school it speaks for, with {@link Role#SCHOOL}
 * @param inspector the inspector it is, with {@link Role#INSPECTOR}
 */
public record Actor(
        String subject,
        Set<Role> roles,
        @Nullable BureauCode bureau,
        @Nullable SchoolCode school,
        @Nullable InspectorId inspector) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    /** The product itself: it publishes the shipped standard, and does what the calendar brings about. */
    public static Actor system(BureauCode bureau) {
        return new Actor("system", Set.of(Role.OFFICE), bureau, null, null);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isAnyOf(Set<Role> wanted) {
        return wanted.stream().anyMatch(roles::contains);
    }

    /** The role in which this identity does something that these roles may do: the first in the order of {@link Role}. */
    public Optional<Role> actingAs(Set<Role> permitted) {
        return permitted.stream().sorted().filter(roles::contains).findFirst();
    }

    public boolean speaksFor(SchoolCode code) {
        return is(Role.SCHOOL) && code.equals(school);
    }

    public boolean belongsTo(BureauCode other) {
        return other.equals(bureau);
    }
}
