package cn.dabiao.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;

import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.domain.value.Seal;
import cn.dabiao.domain.value.SingleValue;

/**
 * Reads a {@link SingleValue} from exactly the JSON it is written as: a number is never taken for a text nor a text for
 * a number. What breaks the value's rule comes out as a {@code ValueInstantiationException} that names the path, with
 * the {@link InvalidValue} as its cause.
 */
final class SingleValueReader extends ValueDeserializer<SingleValue<?>> {

    private final Class<?> type;
    private final Type component;
    private final MethodHandle constructor;

    private SingleValueReader(Class<?> type, RecordComponent component, MethodHandle constructor) {
        this.type = type;
        this.component = component.getGenericType();
        this.constructor = constructor;
    }

    static SingleValueReader of(Class<?> type) {
        try {
            RecordComponent component = type.getRecordComponents()[0];
            MethodHandle constructor = MethodHandles.publicLookup()
                    .findConstructor(type, MethodType.methodType(void.class, component.getType()));
            return new SingleValueReader(type, component, constructor);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " has no public constructor for its one component", e);
        }
    }

    @Override
    public SingleValue<?> deserialize(JsonParser parser, DeserializationContext context) {
        if (isWholeButHuge(parser)) {
            return refused(parser.getString(), new InvalidValue(type, parser.getString()), context);
        }
        Object raw = raw(parser, context);
        if (raw instanceof String text && Seal.is(text) && context.getAttribute(DomainJson.FROM_OUTSIDE) != null) {
            return refused(raw, new InvalidValue(type, text), context);
        }
        try {
            return (SingleValue<?>) constructor.invoke(raw);
        } catch (InvalidValue | NullPointerException e) { // a null in a list
            return refused(raw, e, context);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot make a " + type, e);
        }
    }

    /** A number like 99999999999: well-formed JSON, so a broken rule of the value and not a broken text. */
    private boolean isWholeButHuge(JsonParser parser) {
        return component == Integer.class
                && parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.INT;
    }

    private SingleValue<?> refused(Object raw, RuntimeException why, DeserializationContext context) {
        return (SingleValue<?>) context.handleInstantiationProblem(type, raw, why);
    }

    private Object raw(JsonParser parser, DeserializationContext context) {
        JsonToken token = parser.currentToken();
        if (component == String.class && token == JsonToken.VALUE_STRING) {
            return parser.getString();
        }
        if (component == Integer.class && token == JsonToken.VALUE_NUMBER_INT) {
            return parser.getIntValue();
        }
        if (component == BigDecimal.class && token != null && token.isNumeric()) {
            return parser.getDecimalValue();
        }
        boolean scalar = component == String.class || component == Integer.class || component == BigDecimal.class;
        if (scalar && token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
            // Named with what was given, so that the answer can show it: "2" is not 2.
            throw InvalidFormatException.from(
                    parser, "a %s is written otherwise".formatted(type.getSimpleName()), parser.getString(), type);
        }
        return scalar
                ? context.handleUnexpectedToken(context.constructType(type), parser)
                : context.readValue(parser, context.constructType(component));
    }
}
