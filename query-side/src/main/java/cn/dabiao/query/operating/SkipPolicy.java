package cn.dabiao.query.operating;

import java.util.function.Predicate;

import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.ledger.StreamId;
import cn.dabiao.query.Groups;

/**
 * Which events a projection can do without. In the history each event is a row of its own, but who may read it follows
 * from some of them. Everywhere else a row is folded from all events of its stream, or is a publication: without one of
 * them a score, a rank or a register would be wrong, its version would lag behind the stream's, so that every later
 * command is taken for outdated, and later events could not be folded.
 *
 * @param tellWhoMayRead whether who may read a history follows from events of this type
 */
record SkipPolicy(Predicate<String> tellWhoMayRead) {

    void require(String group, ParkedEvent event) {
        if (!permits(group, event)) {
            throw new Refusal.EventNotSkippable(group, event.position(), event.eventType()).asException();
        }
    }

    private boolean permits(String group, ParkedEvent event) {
        return group.equals(Groups.HISTORY)
                && (event.number() > 0 || !laterNeedFirst(event.streamId()))
                && !tellWhoMayRead.test(event.eventType());
    }

    /** Only their first event says whose they are: the history needs it for the others. */
    private static boolean laterNeedFirst(String stream) {
        return switch (stream.substring(0, Math.max(0, stream.indexOf(':')))) {
            case StreamId.SCHOOL, StreamId.ASSESSMENT, StreamId.CAMPAIGN -> true;
            default -> false;
        };
    }
}
