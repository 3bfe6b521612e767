package cn.dabiao.command;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

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
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.ledger.LedgerUnavailable;
import cn.dabiao.ledger.StreamId;

/** Sends commands with who sent them, and tells where in the ledger a stream then stands. */
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
    private final LedgerReader ledger;

    Commands(CommandGateway gateway, EventStore events, LedgerReader ledger) {
        this.gateway = gateway;
        this.events = events;
        this.ledger = ledger;
    }

    /**
     * @param answer what the command's handler answers
     * @param role   the role in which the actor does it; it stands in the history
     */
    public <R> R send(Object command, Class<R> answer, Actor actor, Role role) {
        Object answered = handled(command, actor, role);
        return Objects.requireNonNull(answer.cast(answered), "a handler that has an answer gives it");
    }

    /**
     * Sends a command that opens a stream; false when the stream is there already. The ledger's unique key decides; it
     * is looked up first because a refused insert leaves a hole in the sequence of positions.
     */
    public boolean open(StreamId stream, Object command, Actor actor, Role role) {
        if (versionOf(stream) > 0) {
            return false;
        }
        try {
            handled(command, actor, role);
            return true;
        } catch (AggregateStreamCreationException e) {
            return false;
        }
    }

    /** The position of the event with which the stream reached this version. */
    public long positionOf(StreamId stream, long version) {
        return ledger.positionOf(stream, version - 1).orElseThrow();
    }

    /** How many events the stream has. */
    public long versionOf(StreamId stream) {
        return events.lastSequenceNumberFor(stream.value()).orElse(-1L) + 1;
    }

    private @Nullable Object handled(Object command, Actor actor, Role role) {
        MetaData metadata = metadata(actor, role);
        try {
            return retry.invoke(() -> gateway.sendAndWait(new GenericCommandMessage<>(command, metadata)));
        } catch (ConcurrencyException | EventStoreException | JdbcException e) {
            throw new LedgerUnavailable(e);
        }
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
