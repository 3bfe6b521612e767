package cn.dabiao.api.inspector;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.inspector.RecusalOutcome;
import cn.dabiao.domain.inspector.RecusalStanding;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Township;

/**
 * An inspector on the roster. The name is left out for analysts, and so are the reasons of recusals: they tell of
 * persons.
 *
 * @param recusals       the latest for each school
 * @param suspendedSince since when the inspector is off duty; absent for one on duty
 */
public record InspectorView(
        InspectorId inspectorId,
        BureauCode bureau,
        @Nullable PersonName name,
        Township township,
        @Nullable SchoolCode worksAt,
        List<RecusalView> recusals,
        @Nullable Instant suspendedSince,
        Instant registeredAt,
        long version,
        long position) {

    /** A recusal; the decision is there where a school asked and a leader has decided. */
    public record RecusalView(
            SchoolCode schoolCode,
            RecusalStanding standing,
            boolean stands,
            Role by,
            @Nullable Reason reason,
            Instant at,
            @Nullable DecisionView decision) {}

    /** What a leader decided on a school's request. */
    public record DecisionView(RecusalOutcome outcome, @Nullable Reason reason, Instant at) {}
}
