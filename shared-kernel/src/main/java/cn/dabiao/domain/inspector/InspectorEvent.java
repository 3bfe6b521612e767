package cn.dabiao.domain.inspector;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.people.PersonId;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Township;

/**
 * The story of an inspector; inspectors are numbered by each bureau for itself. Who did it, and for which request, stands
 * in the metadata.
 */
public sealed interface InspectorEvent {

    InspectorId inspectorId();

    BureauCode bureau();

    /** @param worksAt the school the inspector works at; null for staff of the bureau */
    record InspectorRegistered(
            InspectorId inspectorId,
            BureauCode bureau,
            PersonName name,
            Township township,
            @Nullable SchoolCode worksAt,
            Instant registeredAt)
            implements InspectorEvent {}

    /**
     * A recusal (回避) that stands at once.
     *
     * @param declaredBy {@link Role#INSPECTOR} for itself, or {@link Role#OFFICE} for an inspector of the bureau
     */
    record RecusalDeclared(
            InspectorId inspectorId,
            BureauCode bureau,
            SchoolCode schoolCode,
            Role declaredBy,
            Reason reason,
            Instant at)
            implements InspectorEvent {}

    /** The school asks that the inspector be recused; a leader decides. */
    record RecusalRequested(
            InspectorId inspectorId, BureauCode bureau, SchoolCode schoolCode, Reason reason, Instant at)
            implements InspectorEvent {}

    /** A leader decided what the school asked for. */
    record RecusalDecided(
            InspectorId inspectorId,
            BureauCode bureau,
            SchoolCode schoolCode,
            RecusalOutcome outcome,
            Reason reason,
            Instant at)
            implements InspectorEvent {}

    /** The office takes the inspector off duty: they are drawn no more, and their account is not served. */
    record InspectorSuspended(InspectorId inspectorId, BureauCode bureau, Reason reason, Instant at)
            implements InspectorEvent {}

    /** The office puts a suspended inspector on duty again. */
    record InspectorReinstated(InspectorId inspectorId, BureauCode bureau, Reason reason, Instant at)
            implements InspectorEvent {}

    /** The inspector's name was erased and cannot be read any more; the number, and what it did, stay. */
    record InspectorPersonErased(
            InspectorId inspectorId, BureauCode bureau, PersonId personId, Reason reason, Instant at)
            implements InspectorEvent {}
}
