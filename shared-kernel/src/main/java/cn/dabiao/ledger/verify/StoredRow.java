package cn.dabiao.ledger.verify;

import java.util.Optional;
import java.util.UUID;

/** A row of {@code ledger.event}. */
sealed interface StoredRow permits StoredEvent, StoredRow.Incomplete {

    long position();

    Optional<UUID> id();

    /** Somebody dropped a constraint: it lacks what every event has. */
    record Incomplete(long position, Optional<UUID> id) implements StoredRow {}
}
