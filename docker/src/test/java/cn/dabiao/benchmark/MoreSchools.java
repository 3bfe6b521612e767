package cn.dabiao.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.context.ApplicationContext;

import cn.dabiao.ledger.EventSerializer;

/**
 * The county's schools over and over under other codes, each 300 in a campaign of their own: their events as they are
 * stored, with other names in them, straight into the ledger.
 */
final class MoreSchools {

    private static final int BATCH = 1_000;
    private static final Pattern NAMES = Pattern.compile("\\b" + ReadCounty.CAMPAIGN + "\\b|21320(9\\d{4})");

    private final EventStorageEngine ledger;
    private final EventSerializer serializer;

    MoreSchools(ApplicationContext product) {
        this.ledger = product.getBean(EventStorageEngine.class);
        this.serializer = product.getBean(EventSerializer.class);
    }

    /** @return how many events were written */
    long write(int schools) {
        List<DomainEventMessage<?>> originals = originals();
        long written = 0;
        for (int copy = 1; copy <= schools / ReadCounty.SCHOOLS; copy++) {
            List<EventMessage<?>> batch = new ArrayList<>(BATCH);
            for (DomainEventMessage<?> original : originals) {
                batch.add(renamed(original, copy));
                if (batch.size() == BATCH) {
                    ledger.appendEvents(batch);
                    batch.clear();
                }
            }
            ledger.appendEvents(batch);
            written += originals.size();
        }
        return written;
    }

    private List<DomainEventMessage<?>> originals() {
        return ledger.readEvents(null, false)
                .<DomainEventMessage<?>>map(event -> (DomainEventMessage<?>) event)
                .filter(event -> NAMES.matcher(event.getAggregateIdentifier()).find())
                .toList();
    }

    private DomainEventMessage<?> renamed(DomainEventMessage<?> original, int copy) {
        var payload = original.serializePayload(serializer, String.class);
        Object event = serializer.deserialize(new SimpleSerializedObject<>(
                renamed(payload.getData(), copy),
                String.class,
                payload.getType().getName(),
                payload.getType().getRevision()));
        return new GenericDomainEventMessage<>(
                original.getType(),
                renamed(original.getAggregateIdentifier(), copy),
                original.getSequenceNumber(),
                new GenericEventMessage<>(UUID.randomUUID().toString(), event, original.getMetaData(), original.getTimestamp()),
                original::getTimestamp);
    }

    private static String renamed(String text, int copy) {
        return NAMES.matcher(text).replaceAll(found -> name(found, copy));
    }

    private static String name(MatchResult found, int copy) {
        return found.group(1) == null
                ? ReadCounty.CAMPAIGN + "-" + copy
                : "2133%06d".formatted(copy * ReadCounty.SCHOOLS + Integer.parseInt(found.group(1)) - 90_000);
    }
}
