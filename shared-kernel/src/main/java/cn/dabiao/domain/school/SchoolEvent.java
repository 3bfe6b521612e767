package cn.dabiao.domain.school;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.people.PersonId;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Reason;

/** The story of a school in the register. */
public sealed interface SchoolEvent {

    SchoolCode schoolCode();

    record SchoolRegistered(SchoolCode schoolCode, BureauCode bureau, SchoolFacts facts, Instant registeredAt)
            implements SchoolEvent {}

    /**
     * The office corrected the register, or the school has changed; a renamed school is the same school.
     *
     * @param before what the register said until then: the change is read off the event alone
     */
    record SchoolUpdated(
            SchoolCode schoolCode, SchoolFacts before, SchoolFacts facts, @Nullable Reason reason, Instant at)
            implements SchoolEvent {}

    /** The school ceased (撤并): it became part of another one of its bureau. */
    record SchoolMerged(SchoolCode schoolCode, SchoolCode into, Reason reason, Instant at) implements SchoolEvent {}

    /** The school ceased (撤销) and no other took its place. */
    record SchoolClosed(SchoolCode schoolCode, Reason reason, Instant at) implements SchoolEvent {}

    /**
     * Somebody named in the school's affairs was erased: the name and the numbers in these and all earlier events cannot be
     * read any more (Personal Information Protection Law, art. 47). Who it was, nobody can say; that it was done, and why, stays.
     */
    record SchoolPersonErased(SchoolCode schoolCode, PersonId personId, Reason reason, Instant at)
            implements SchoolEvent {}
}
