package cn.dabiao.ledger;

import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import tools.jackson.databind.node.ObjectNode;

/**
 * Brings an event that was stored in an older shape into the shape of today, revision by revision. What is stored stays
 * as it is. The serializer asks here and nobody else, for there are more readers than Axon's upcaster chain knows of:
 * parked events, and our own short reads.
 */
final class OlderRevisions {

    /** By name and the revision that is left behind. */
    private static final Map<String, Consumer<ObjectNode>> STEPS =
            Map.of("assessment.InspectorsDrawn r1", OlderRevisions::withoutLoads);

    private OlderRevisions() {}

    /** The event as the newest revision of its type has it. */
    static ObjectNode upcast(EventType type, String stored, ObjectNode event) {
        for (String revision : type.revisions().subList(type.revisions().indexOf(stored), type.revisions().size() - 1)) {
            String step = type.name() + " r" + revision;
            Objects.requireNonNull(STEPS.get(step), () -> "nothing leads on from " + step).accept(event);
        }
        return event;
    }

    /** Until revision 2 a draw did not look at loads: to each inspector none, and the seed alone decides as it did. */
    private static void withoutLoads(ObjectNode draw) {
        draw.putArray("loads");
    }
}
