package cn.dabiao.api.school;

import cn.dabiao.domain.people.Contact;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.value.Count;
import cn.dabiao.domain.value.Title;
import cn.dabiao.domain.value.Township;

/** A school to register. */
public record SchoolRequest(
        SchoolCode schoolCode,
        Title name,
        Ownership ownership,
        SchoolKind kind,
        Township township,
        Count students,
        Count staff,
        Count teachers,
        Contact principal,
        Contact vicePrincipal) {

    public SchoolFacts facts() {
        return new SchoolFacts(
                name, ownership, kind, township, students, staff, teachers, principal, vicePrincipal);
    }
}
