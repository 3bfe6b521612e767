package cn.dabiao.app.identity;

import java.util.Optional;
import java.util.function.Supplier;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

import cn.dabiao.app.DabiaoProperties;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolEvent.SchoolRegistered;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.ledger.StreamId;

/** Asks the ledger itself, so that a school has its identity from the moment its registration is answered. */
@Component
@Conditional(EmbeddedIssuer.class)
class RegisteredInLedger implements RegisteredPeople {

    private final EventStore events;
    private final BureauCode bureau;

    RegisteredInLedger(EventStore events, DabiaoProperties dabiao) {
        this.events = events;
        this.bureau = new BureauCode(dabiao.bureau());
    }

    @Override
    public Optional<String> bureauOfSchool(String schoolCode) {
        return wellFormed(() -> StreamId.of(new SchoolCode(schoolCode)))
                .flatMap(stream -> events.readEvents(stream.value()).asStream().findFirst())
                .map(first -> ((SchoolRegistered) first.getPayload()).bureau().value());
    }

    /** Inspectors are numbered by each bureau for itself; the demo identities are those of the default bureau. */
    @Override
    public Optional<String> bureauOfInspector(String inspectorId) {
        return wellFormed(() -> StreamId.of(bureau, new InspectorId(inspectorId)))
                .flatMap(stream -> events.lastSequenceNumberFor(stream.value()))
                .map(last -> bureau.value());
    }

    private static Optional<StreamId> wellFormed(Supplier<StreamId> stream) {
        try {
            return Optional.of(stream.get());
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }
}
