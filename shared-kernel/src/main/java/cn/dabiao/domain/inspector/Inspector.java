package cn.dabiao.domain.inspector;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Township;

/** An inspector as the events have made them. */
public record Inspector(
        InspectorId inspectorId, BureauCode bureau, PersonName name, Township township, @Nullable SchoolCode worksAt) {

    public static Inspector evolve(@Nullable Inspector before, InspectorEvent event) {
        return switch (event) {
            case InspectorEvent.InspectorRegistered registered -> new Inspector(
                    registered.inspectorId(),
                    registered.bureau(),
                    registered.name(),
                    registered.township(),
                    registered.worksAt());
        };
    }
}
