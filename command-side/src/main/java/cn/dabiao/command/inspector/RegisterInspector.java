package cn.dabiao.command.inspector;

import org.jspecify.annotations.Nullable;

import cn.dabiao.command.Request;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Township;

/** Put an inspector on a bureau's roster. */
public record RegisterInspector(
        InspectorId inspectorId,
        BureauCode bureau,
        PersonName name,
        Township township,
        @Nullable SchoolCode worksAt,
        Request request) {}
