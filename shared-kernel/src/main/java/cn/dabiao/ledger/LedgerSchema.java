package cn.dabiao.ledger;

import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;

/** The columns of {@code ledger.event} in Axon's words. */
final class LedgerSchema {

    static final EventSchema SCHEMA = EventSchema.builder()
            .eventTable("ledger.event")
            .snapshotTable("ledger.snapshot")
            .globalIndexColumn("position")
            .aggregateIdentifierColumn("stream_id")
            .sequenceNumberColumn("stream_seq")
            .typeColumn("stream_type")
            .eventIdentifierColumn("event_id")
            .payloadTypeColumn("event_type")
            .payloadRevisionColumn("revision")
            .timestampColumn("recorded_at")
            .payloadColumn("payload")
            .metaDataColumn("metadata")
            .build();

    private LedgerSchema() {}
}
