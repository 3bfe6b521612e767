package cn.dabiao.command.inspector;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import cn.dabiao.command.Request;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.inspector.RecusalOutcome;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.ledger.StreamId;

/** What can be asked about the recusal of an inspector for a school. */
sealed interface RecusalCommand {

    BureauCode bureau();

    InspectorId inspectorId();

    SchoolCode schoolCode();

    Reason reason();

    Request request();

    /** The inspector's stream in the ledger. */
    @TargetAggregateIdentifier
    default String streamId() {
        return StreamId.of(bureau(), inspectorId()).value();
    }

    /** @param declaredBy the inspector, or the office */
    record DeclareRecusal(
            BureauCode bureau,
            InspectorId inspectorId,
            SchoolCode schoolCode,
            Role declaredBy,
            Reason reason,
            Request request)
            implements RecusalCommand {}

    record RequestRecusal(
            BureauCode bureau, InspectorId inspectorId, SchoolCode schoolCode, Reason reason, Request request)
            implements RecusalCommand {}

    record DecideRecusal(
            BureauCode bureau,
            InspectorId inspectorId,
            SchoolCode schoolCode,
            RecusalOutcome outcome,
            Reason reason,
            Request request)
            implements RecusalCommand {}
}
