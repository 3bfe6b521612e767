package cn.dabiao.ledger.bundle;

import java.util.Optional;
import java.util.OptionalLong;

import cn.dabiao.ledger.proof.Checkpoint;

/** What came of checking a bundle. */
public sealed interface BundleReport {

    /**
     * Every event is in the signed tree. That none is missing at the end of a stream is not shown: that is for whoever
     * knows how many there should be.
     */
    record Sound(Checkpoint checkpoint, long events, int streams) implements BundleReport {}

    /**
     * The first thing found wrong, in the order of the events.
     *
     * @param position of the first bad event; empty when the fault is not of an event, or its line cannot be read
     * @param eventId of the event found there, as it is written
     */
    record Unsound(OptionalLong position, Optional<String> eventId, String what) implements BundleReport {}
}
