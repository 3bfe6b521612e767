package cn.dabiao.api.web;

import java.util.function.UnaryOperator;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

import cn.dabiao.domain.value.SingleValue;

/** Writes a name or a number of a person as it may be shown. */
final class OpeningWriter<T extends SingleValue<String>> extends ValueSerializer<T> {

    private final UnaryOperator<String> opening;

    OpeningWriter(UnaryOperator<String> opening) {
        this.opening = opening;
    }

    @Override
    public void serialize(T value, JsonGenerator generator, SerializationContext context) {
        generator.writeString(opening.apply(value.value()));
    }
}
