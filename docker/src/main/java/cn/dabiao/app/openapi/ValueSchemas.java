package cn.dabiao.app.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JavaType;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import cn.dabiao.domain.standard.GradeBands;
import cn.dabiao.domain.value.SingleValue;

/** Publishes a single value as the string or number it is, with the bounds in {@code openapi/values.json}. */
@SuppressWarnings({"rawtypes", "unchecked"}) // as swagger's own model is
final class ValueSchemas implements ModelConverter {

    /** How one value type is published; a test holds each against the type itself. */
    record ValueSchema(
            String type,
            @Nullable String pattern,
            @Nullable Integer minLength,
            @Nullable Integer maxLength,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum,
            @Nullable BigDecimal multipleOf,
            String description,
            Object example) {}

    private static final Map<String, ValueSchema> VALUES = read();

    static Map<String, ValueSchema> values() {
        return VALUES;
    }

    /** The schema of a single value; of no other type. */
    static Optional<Schema<?>> of(Class<?> type) {
        return SingleValue.class.isAssignableFrom(type)
                ? Optional.ofNullable(VALUES.get(type.getSimpleName())).map(ValueSchemas::schema)
                : Optional.empty();
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType annotated, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType type = Json.mapper().constructType(annotated.getType());
        if (type == null || !type.isTypeOrSubTypeOf(SingleValue.class)) {
            return chain.hasNext() ? chain.next().resolve(annotated, context, chain) : null;
        }
        if (type.hasRawClass(GradeBands.class)) {
            Schema<?> band = context.resolve(new AnnotatedType(GradeBands.Band.class).resolveAsRef(true));
            return new JsonSchema().typesItem("array").items(band).description(Texts.of("GradeBands"));
        }
        ValueSchema value = VALUES.get(type.getRawClass().getSimpleName());
        if (value == null) {
            throw new IllegalStateException("openapi/values.json does not know " + type);
        }
        return schema(value);
    }

    private static Schema<?> schema(ValueSchema value) {
        Schema<?> schema = new JsonSchema().typesItem(value.type());
        schema.setPattern(value.pattern());
        schema.setMinLength(value.minLength());
        schema.setMaxLength(value.maxLength());
        schema.setMinimum(value.minimum());
        schema.setMaximum(value.maximum());
        schema.setMultipleOf(value.multipleOf());
        schema.setDescription(value.description());
        schema.setExample(value.example());
        return schema;
    }

    private static Map<String, ValueSchema> read() {
        try (InputStream json = ValueSchemas.class.getResourceAsStream("/openapi/values.json")) {
            return JsonMapper.builder().build().readValue(json, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
