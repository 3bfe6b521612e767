package cn.dabiao.ledger;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

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
