package cn.dabiao.query.register.school;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.school.SchoolView;
import cn.dabiao.domain.school.School;
import cn.dabiao.domain.school.SchoolEvent;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.query.projecting.Folded;
import cn.dabiao.query.reading.ReadScope;

record SchoolRow(School school, Instant registeredAt, long version, long position) implements Folded {

    static SchoolRow after(@Nullable SchoolRow before, SchoolEvent event, long position) {
        School school = School.evolve(before == null ? null : before.school(), event);
        return switch (event) {
            case SchoolEvent.SchoolRegistered registered -> new SchoolRow(
                    school, registered.registeredAt(), 1, position);
        };
    }

    String code() {
        return school.schoolCode().value();
    }

    SchoolFacts facts() {
        return school.facts();
    }

    SchoolView shownAt(long shown, ReadScope scope) {
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
                registeredAt,
                version,
                shown);
    }
}
