package cn.dabiao.query.projecting;

import java.util.concurrent.atomic.AtomicReference;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.jspecify.annotations.Nullable;

/** The processors of this node, once Axon has made them. */
public final class Processors {

    private final AtomicReference<@Nullable EventProcessingConfiguration> processing = new AtomicReference<>();

    public void are(EventProcessingConfiguration configured) {
        processing.set(configured);
    }

    /** Who tries the parked events of a group again. */
    public SequencedDeadLetterProcessor<EventMessage<?>> parkedOf(String group) {
        EventProcessingConfiguration configured = processing.get();
        if (configured == null) {
            throw new IllegalStateException("the processors are not made yet");
        }
        return configured.sequencedDeadLetterProcessor(group).orElseThrow();
    }
}
