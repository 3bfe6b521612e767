package cn.dabiao.query.reading;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.problem.ForbiddenException;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.BureauCode;

/**
 * Who sees what (RULES.md §6). Everybody sees their own bureau alone. In it, office, leaders and auditors see
 * everything; an analyst sees all figures and no person; an inspector sees the assessments it was drawn for; a school
 * sees its own. What is published everybody sees, and nobody is asked here for that. Several roles in one token see what each of them sees, and a person is shown where any one of them may
 * see that person.
 */
public final class ReadScope {

    private static final Set<Role> WHOLE = Set.of(Role.OFFICE, Role.LEADER, Role.AUDITOR);

    private final Actor actor;

    private ReadScope(Actor actor) {
        this.actor = actor;
    }

    public static ReadScope of(Actor actor) {
        return new ReadScope(actor);
    }

    /** The bureau whose rows are read; null, and so none at all, for a token without one. */
    public @Nullable String bureau() {
        return actor.bureau() == null ? null : actor.bureau().value();
    }

    /** Whether every assessment of the bureau is seen. */
    public boolean seesAll() {
        return actor.isAnyOf(WHOLE) || actor.is(Role.ANALYST);
    }

    /** The school whose assessments are seen, beside those of {@link #inspector()}; null for all but its own account. */
    public @Nullable String school() {
        return actor.is(Role.SCHOOL) && actor.school() != null ? actor.school().value() : null;
    }

    public @Nullable String inspector() {
        return actor.is(Role.INSPECTOR) && actor.inspector() != null ? actor.inspector().value() : null;
    }

    public void requireBureau(BureauCode bureau, Thing thing, String id) {
        if (!actor.belongsTo(bureau)) {
            new Refusal.AnotherBureau(thing, id).raise();
        }
    }

    /**
     * Refuses an assessment that the caller does not see.
     *
     * @param round   the latest round, or the one that is coming
     * @param members the inspectors of every round, and those drawn last
     */
    public void requireAssessment(AssessmentId id, int round, Collection<InspectorId> members) {
        if (seesAll() || actor.speaksFor(id.schoolCode()) || isOneOf(members)) {
            return;
        }
        if (actor.is(Role.INSPECTOR) && actor.inspector() != null) {
            // Not "forbidden": the role may do this, this inspector was not drawn for it.
            new Refusal.NotInspectorOfRound(round, actor.inspector()).raise();
        }
        requireSchool(id.schoolCode());
    }

    /** Refuses the history of a school that is not the caller's own, unless the caller sees all of the bureau. */
    public void requireSchool(SchoolCode code) {
        if (seesAll() || actor.speaksFor(code)) {
            return;
        }
        if (actor.is(Role.SCHOOL)) {
            new Refusal.AnotherSchool(code.value()).raise();
        }
        throw new ForbiddenException(Map.of(
                "permitted", List.of(Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST),
                "roles", actor.roles().stream().sorted().toList()));
    }

    /** Whether the names of the bureau's own people are shown: its leading group, its roster. */
    public boolean showsPersons() {
        return actor.isAnyOf(WHOLE) || actor.is(Role.INSPECTOR) || actor.is(Role.SCHOOL);
    }

    /** Whether the persons in a school's entry in the register are shown. */
    public boolean showsPersonsOf(SchoolCode code) {
        return actor.isAnyOf(WHOLE) || actor.speaksFor(code);
    }

    /** Whether the persons in an assessment are shown. */
    public boolean showsPersonsOf(AssessmentId id, Collection<InspectorId> members) {
        return actor.isAnyOf(WHOLE) || actor.speaksFor(id.schoolCode()) || isOneOf(members);
    }

    private boolean isOneOf(Collection<InspectorId> members) {
        return actor.is(Role.INSPECTOR) && actor.inspector() != null && members.contains(actor.inspector());
    }
}
