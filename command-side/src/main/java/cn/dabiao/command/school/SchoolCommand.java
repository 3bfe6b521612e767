package cn.dabiao.command.school;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

import cn.dabiao.command.Request;
import cn.dabiao.domain.people.PersonId;
import cn.dabiao.domain.school.School;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.ledger.StreamId;

/** What can be done with a school that is in the register. */
sealed interface SchoolCommand {

    SchoolCode schoolCode();

    /** The bureau in whose register the caller may write. */
    BureauCode bureau();

    Request request();

    /** The school's stream in the ledger. */
    @TargetAggregateIdentifier
    default String streamId() {
        return StreamId.of(schoolCode()).value();
    }

    record UpdateSchool(
            SchoolCode schoolCode, BureauCode bureau, SchoolFacts facts, @Nullable Reason reason, Request request)
            implements SchoolCommand {}

    /** @param into the school that takes this one in, as it is now */
    record MergeSchool(SchoolCode schoolCode, BureauCode bureau, School into, Reason reason, Request request)
            implements SchoolCommand {}

    record CloseSchool(SchoolCode schoolCode, BureauCode bureau, Reason reason, Request request)
            implements SchoolCommand {}

    /** Also of a school that has ceased: the right to be erased outlives it. */
    record EraseSchoolPerson(
            SchoolCode schoolCode, BureauCode bureau, PersonId personId, Reason reason, Request request)
            implements SchoolCommand {}
}
