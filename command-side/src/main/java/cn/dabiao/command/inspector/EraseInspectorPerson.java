package cn.dabiao.command.inspector;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import cn.dabiao.command.Request;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.PersonId;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.ledger.StreamId;

/** Erase the name of an inspector. */
record EraseInspectorPerson(
        BureauCode bureau, InspectorId inspectorId, PersonId personId, Reason reason, Request request) {

    /** The inspector's stream in the ledger. */
    @TargetAggregateIdentifier
    String streamId() {
        return StreamId.of(bureau, inspectorId).value();
    }
}
