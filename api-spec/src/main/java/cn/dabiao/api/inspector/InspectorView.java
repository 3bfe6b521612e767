package cn.dabiao.api.inspector;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Township;

/** An inspector on the roster. The name is left out for analysts. */
public record InspectorView(
        InspectorId inspectorId,
        BureauCode bureau,
        @Nullable PersonName name,
        Township township,
        @Nullable SchoolCode worksAt,
        Instant registeredAt,
        long version,
        long position) {}
