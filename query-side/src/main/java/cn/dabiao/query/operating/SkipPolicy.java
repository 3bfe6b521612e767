package cn.dabiao.query.operating;

import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.ledger.StreamId;
import cn.dabiao.query.Groups;

/**
 * Which events a projection can do without. In the history each event is a row of its own. Everywhere else a row is
 * folded from all events of its stream, or is a publication: without one of them a score, a rank or a register would be
 * wrong, its version would lag behind the stream's, so that every later command is taken for outdated, and later events
 * could not be folded.
 */
final class SkipPolicy {

    private SkipPolicy() {}

    static void require(String group, ParkedEvent event) {
        if (!permits(group, event.streamId(), event.number())) {
            throw new Refusal.EventNotSkippable(group, event.position(), event.eventType()).asException();
        }
    }

    /** @param number of the event in its stream, from 0 on */
    static boolean permits(String group, String stream, long number) {
        return group.equals(Groups.HISTORY) && (number > 0 || !laterNeedFirst(stream));
    }

    /** Only their first event says whose they are: the history needs it for the others. */
    private static boolean laterNeedFirst(String stream) {
        return switch (stream.substring(0, Math.max(0, stream.indexOf(':')))) {
            case StreamId.SCHOOL, StreamId.ASSESSMENT, StreamId.CAMPAIGN -> true;
            default -> false;
        };
    }
}
