package cn.dabiao.api.school;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.people.Contact;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.value.Count;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Title;
import cn.dabiao.domain.value.Township;

/** All that the register is to say of a school from now on. */
public record SchoolUpdateRequest(
        Title name,
        Ownership ownership,
        SchoolKind kind,
        Township township,
        Count students,
        Count staff,
        Count teachers,
        Contact principal,
        Contact vicePrincipal,
        @Nullable Reason reason) {

    public SchoolFacts facts() {
        return new SchoolFacts(
                name, ownership, kind, township, students, staff, teachers, principal, vicePrincipal);
    }
}
