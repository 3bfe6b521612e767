package cn.dabiao.ledger;

import java.util.Objects;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import cn.dabiao.json.DomainJson;

/**
 * Writes events under their stable names (see {@link EventTypes}). A stored name that nobody knows is an error and not,
 * as Axon has it by default, an event that vanishes in silence.
 */
public final class EventSerializer extends Jackson3Serializer {

    public EventSerializer() {
        super(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(DomainJson::configure));
    }

    @Override
    public SerializedType typeForClass(@SuppressWarnings("rawtypes") Class type) {
        return EventTypes.of(type)
                .<SerializedType>map(known -> new SimpleSerializedType(known.name(), known.revision()))
                .orElseGet(() -> super.typeForClass(type));
    }

    /** An older revision is read as if it had been written in the newest. */
    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // Axon's interface has the caller say what it stored.
    public <S, T> T deserialize(SerializedObject<S> stored) {
        return EventTypes.named(stored.getType().getName())
                .filter(type -> isOlder(stored.getType().getRevision(), type))
                .<T>map(type -> super.deserialize(upcast(stored, type)))
                .orElseGet(() -> super.deserialize(stored));
    }

    private static boolean isOlder(@Nullable String stored, EventType type) {
        return stored != null && !stored.equals(type.revision()) && type.revisions().contains(stored);
    }

    private SerializedObject<JsonNode> upcast(SerializedObject<?> stored, EventType type) {
        ObjectNode event = (ObjectNode) getConverter().convert(stored, JsonNode.class).getData();
        String revision = Objects.requireNonNull(stored.getType().getRevision());
        return new SimpleSerializedObject<>(
                OlderRevisions.upcast(type, revision, event), JsonNode.class, type.name(), type.revision());
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type)) {
            return Void.class;
        }
        if (MetaData.class.getName().equals(type.getName())) {
            return MetaData.class;
        }
        return EventTypes.named(type.getName())
                .<Class<?>>map(EventType::payload)
                .orElseThrow(() -> new SerializationException("no event is known by the stored name " + type.getName()));
    }
}
