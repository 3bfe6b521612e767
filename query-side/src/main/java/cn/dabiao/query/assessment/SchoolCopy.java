package cn.dabiao.query.assessment;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.school.School;
import cn.dabiao.domain.school.SchoolEvent;
import cn.dabiao.query.projecting.Folded;

/** A school as this slice knows it, at the slice's own position. */
public record SchoolCopy(School school, long version) implements Folded {

    public static SchoolCopy after(@Nullable SchoolCopy before, SchoolEvent event, long version) {
        return new SchoolCopy(School.evolve(before == null ? null : before.school(), event), version);
    }

    String code() {
        return school.schoolCode().value();
    }
}
