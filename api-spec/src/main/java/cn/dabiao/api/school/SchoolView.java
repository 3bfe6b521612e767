package cn.dabiao.api.school;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.people.Contact;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.school.SchoolStatus;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Count;
import cn.dabiao.domain.value.Title;
import cn.dabiao.domain.value.Township;

/**
 * A school in the register. The two persons are left out for analysts and for other schools.
 *
 * @param mergedInto the school that took it in, of one that is MERGED
 * @param ceasedAt   since when it is MERGED or CLOSED; null while it is OPEN
 */
public record SchoolView(
        SchoolCode schoolCode,
        BureauCode bureau,
        Title name,
        Ownership ownership,
        SchoolKind kind,
        Township township,
        Count students,
        Count staff,
        Count teachers,
        @Nullable Contact principal,
        @Nullable Contact vicePrincipal,
        SchoolStatus status,
        @Nullable SchoolCode mergedInto,
        @Nullable Instant ceasedAt,
        Instant registeredAt,
        long version,
        long position) {}
