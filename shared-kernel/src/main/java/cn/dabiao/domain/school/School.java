package cn.dabiao.domain.school;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.value.BureauCode;

/** A school as its events have made it. */
public record School(SchoolCode schoolCode, BureauCode bureau, SchoolFacts facts) {

    public static School evolve(@Nullable School before, SchoolEvent event) {
        return switch (event) {
            case SchoolEvent.SchoolRegistered registered -> new School(
                    registered.schoolCode(), registered.bureau(), registered.facts());
        };
    }
}
