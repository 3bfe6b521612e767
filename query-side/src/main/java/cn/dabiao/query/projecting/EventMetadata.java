package cn.dabiao.query.projecting;

import java.util.Optional;

import org.axonframework.messaging.Message;

/** Who did it, in which role and bureau, for which request: what the command side writes beside every event. */
public final class EventMetadata {

    public static final String ACTOR = "actor";
    public static final String ROLE = "role";
    public static final String BUREAU = "bureau";
    public static final String REQUEST_ID = "requestId";

    private EventMetadata() {}

    public static Optional<String> of(Message<?> message, String key) {
        return Optional.ofNullable(message.getMetaData().get(key)).map(Object::toString);
    }
}
