package cn.dabiao.ledger.proof;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Whether each stream is whole so far: counted from 0 without a gap, and of one type. Holds one entry per stream. */
public final class StreamOrder {

    private final Map<String, Next> streams = new HashMap<>();

    /** Takes the event into account; answers what is wrong with it. */
    public Optional<String> faultOf(Leaf event) {
        Next next = streams.getOrDefault(event.streamId(), new Next(event.streamType(), 0));
        if (event.streamSeq() != next.seq()) {
            return Optional.of("stream %s goes on with %d where %d should follow"
                    .formatted(event.streamId(), event.streamSeq(), next.seq()));
        }
        if (!event.streamType().equals(next.type())) {
            return Optional.of("stream %s is of type %s and not %s"
                    .formatted(event.streamId(), next.type(), event.streamType()));
        }
        streams.put(event.streamId(), new Next(next.type(), next.seq() + 1));
        return Optional.empty();
    }

    public int count() {
        return streams.size();
    }

    private record Next(String type, long seq) {}
}
