package cn.dabiao.domain.inspector;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Township;

/** The story of an inspector. */
public sealed interface InspectorEvent {

    InspectorId inspectorId();

    /** @param worksAt the school the inspector works at; null for staff of the bureau */
    record InspectorRegistered(
            InspectorId inspectorId,
            BureauCode bureau,
            PersonName name,
            Township township,
            @Nullable SchoolCode worksAt,
            Instant registeredAt)
            implements InspectorEvent {}
}
