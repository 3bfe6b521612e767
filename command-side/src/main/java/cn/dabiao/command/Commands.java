package cn.dabiao.command;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

import cn.dabiao.api.RequestIds;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.ledger.LedgerUnavailable;
import cn.dabiao.ledger.StreamId;
import cn.dabiao.ledger.once.KeyedRequest;
import cn.dabiao.ledger.store.Receipt;

/** Sends commands with who sent them, and tells where in the ledger their events came to stand. */
@Component
public class Commands {

    static final String ACTOR = "actor";
    static final String ROLE = "role";
    static final String BUREAU = "bureau";
    static final String REQUEST_ID = "requestId";

    /** Two writers that collide are both right until one of them is checked again: the loser decides anew. */
    private final RetryTemplate retry = new RetryTemplate(RetryPolicy.builder()
            .includes(ConcurrencyException.class)
            .maxRetries(5)
            .delay(Duration.ofMillis(5))
            .jitter(Duration.ofMillis(5))
            .multiplier(2)
            .build());

    private final CommandGateway gateway;
    private final EventStore events;
    private final Repetitions repetitions;

    Commands(CommandGateway gateway, EventStore events, Repetitions repetitions) {
        this.gateway = gateway;
        this.events = events;
        this.repetitions = repetitions;
    }

    /**
     * @param answer what the command's handler answers
     * @param role   the role in which the actor does it; it stands in the history
     */
    public <R> Recorded<R> send(Object command, Class<R> answer, Actor actor, Role role) {
        Attempted<R> attempted = attempt(command, answer, actor, role);
        return new Recorded<>(attempted.answer(), attempted.position().orElseThrow(Commands::noEvents));
    }

    /** Sends a command that may find nothing to change, and then writes nothing. */
    public <R> Attempted<R> attempt(Object command, Class<R> answer, Actor actor, Role role) {
        Receipt receipt = new Receipt();
        Object answered = handled(command, answer, actor, role, receipt);
        return new Attempted<>(
                Objects.requireNonNull(answer.cast(answered), "a handler that has an answer gives it"), receipt.last());
    }

    /**
     * Sends a command that opens a stream, and answers the position of its event; empty when the stream is there already.
     * Nobody looks first: the ledger's unique key decides.
     */
    public OptionalLong open(Object command, Actor actor, Role role) {
        Receipt receipt = new Receipt();
        try {
            handled(command, Void.class, actor, role, receipt);
            return OptionalLong.of(last(receipt));
        } catch (AggregateStreamCreationException e) {
            KeyedRequest request = KeyedRequest.current();
            if (request != null) {
                // That it is there is the answer.
                request.ended();
            }
            return OptionalLong.empty();
        }
    }

    /**
     * Sends a command that may find nothing to do: what has to be done by some time, and may have been done before. Answers
     * the position of its last event; empty when nothing came of it.
     */
    public OptionalLong settle(Object command, Actor actor, Role role) {
        Receipt receipt = new Receipt();
        handled(command, Void.class, actor, role, receipt);
        return receipt.last();
    }

    /** How many events the stream has. */
    public long versionOf(StreamId stream) {
        return events.lastSequenceNumberFor(stream.value()).orElse(-1L) + 1;
    }

    private @Nullable Object handled(Object command, Class<?> answer, Actor actor, Role role, Receipt receipt) {
        MetaData metadata = metadata(actor, role);
        KeyedRequest request = KeyedRequest.current();
        try {
            return request == null
                    ? receipt.around(() -> retry.invoke(() -> sent(command, metadata)))
                    : repetitions.handled(request, answer, receipt, retry, () -> sent(command, metadata));
        } catch (ConcurrencyException | EventStoreException | JdbcException e) {
            throw new LedgerUnavailable(e);
        }
    }

    private @Nullable Object sent(Object command, MetaData metadata) {
        return gateway.sendAndWait(new GenericCommandMessage<>(command, metadata));
    }

    private static long last(Receipt receipt) {
        return receipt.last().orElseThrow(Commands::noEvents);
    }

    private static IllegalStateException noEvents() {
        return new IllegalStateException("a command that is carried out has events");
    }

    private static MetaData metadata(Actor actor, Role role) {
        Map<String, Object> metadata = new HashMap<>();
        metadata.put(ACTOR, actor.subject());
        metadata.put(ROLE, role.name());
        if (actor.bureau() != null) {
            metadata.put(BUREAU, actor.bureau().value());
        }
        String requestId = MDC.get(RequestIds.LOG_KEY);
        if (requestId != null) {
            metadata.put(REQUEST_ID, requestId);
        }
        return MetaData.from(metadata);
    }
}
