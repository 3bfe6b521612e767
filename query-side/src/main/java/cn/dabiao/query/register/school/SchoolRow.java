package cn.dabiao.query.register.school;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.school.SchoolView;
import cn.dabiao.domain.school.Cessation;
import cn.dabiao.domain.school.School;
import cn.dabiao.domain.school.SchoolEvent;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.query.projecting.Folded;
import cn.dabiao.query.reading.ReadScope;

record SchoolRow(School school, Instant registeredAt, long version, long position) implements Folded {

    static SchoolRow after(@Nullable SchoolRow before, SchoolEvent event, long position) {
        School school = School.evolve(before == null ? null : before.school(), event);
        return before == null
                ? new SchoolRow(school, registeredAt(event), 1, position)
                : new SchoolRow(school, before.registeredAt(), before.version() + 1, position);
    }

    private static Instant registeredAt(SchoolEvent event) {
        if (event instanceof SchoolEvent.SchoolRegistered registered) {
            return registered.registeredAt();
        }
        throw new IllegalStateException("a school begins with a registration, not with " + event);
    }

    @Nullable String mergedInto() {
        Cessation ceased = school.ceased();
        return ceased == null || ceased.into() == null ? null : ceased.into().value();
    }

    String code() {
        return school.schoolCode().value();
    }

    SchoolFacts facts() {
        return school.facts();
    }

    SchoolView shownAt(long shown, ReadScope scope) {
        Cessation ceased = school.ceased();
        boolean persons = scope.showsPersonsOf(school.schoolCode());
        return new SchoolView(
                school.schoolCode(),
                school.bureau(),
                facts().name(),
                facts().ownership(),
                facts().kind(),
                facts().township(),
                facts().students(),
                facts().staff(),
                facts().teachers(),
                persons ? facts().principal() : null,
                persons ? facts().vicePrincipal() : null,
                school.status(),
                ceased == null ? null : ceased.into(),
                ceased == null ? null : ceased.at(),
                registeredAt,
                version,
                shown);
    }
}
