package cn.dabiao.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

import cn.dabiao.domain.value.SingleValue;

final class SingleValueWriter extends ValueSerializer<SingleValue<?>> {

    @Override
    public void serialize(SingleValue<?> value, JsonGenerator generator, SerializationContext context) {
        context.writeValue(generator, value.value());
    }
}
