package cn.dabiao.command.inspector;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import cn.dabiao.command.Request;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.ledger.StreamId;

/** What can be asked about whether an inspector is on duty. */
sealed interface SuspensionCommand {

    BureauCode bureau();

    InspectorId inspectorId();

    Reason reason();

    Request request();

    /** The inspector's stream in the ledger. */
    @TargetAggregateIdentifier
    default String streamId() {
        return StreamId.of(bureau(), inspectorId()).value();
    }

    record SuspendInspector(BureauCode bureau, InspectorId inspectorId, Reason reason, Request request)
            implements SuspensionCommand {}

    record ReinstateInspector(BureauCode bureau, InspectorId inspectorId, Reason reason, Request request)
            implements SuspensionCommand {}
}
