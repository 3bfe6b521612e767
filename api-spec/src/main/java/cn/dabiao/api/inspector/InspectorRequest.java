package cn.dabiao.api.inspector;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Township;

/** An inspector to put on the roster; {@code worksAt} is null for staff of the bureau itself. */
public record InspectorRequest(
        InspectorId inspectorId, PersonName name, Township township, @Nullable SchoolCode worksAt) {}
