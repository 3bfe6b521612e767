package cn.dabiao.app.openapi;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.swagger.v3.oas.models.media.Schema;

/**
 * An example of each schema: the one that is written for it, else its fields' examples put together. A field's comes from
 * {@code openapi/examples.json} by its name where it fits the type, else from its own schema.
 */
@SuppressWarnings("rawtypes") // as swagger's own model is
final class SchemaExamples {

    /** Not put together: each status has its own. */
    static final String PROBLEM = "Problem";

    /** Where a text is still to be written; a test asks for it. */
    static final String MISSING = "…";

    private static final String REFERENCE = "#/components/schemas/";

    private final Map<String, Schema> schemas;

    SchemaExamples(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    static String nameOf(Schema<?> reference) {
        return reference.get$ref().substring(REFERENCE.length());
    }

    Object of(String name) {
        return ExampleTexts.body(name).orElseGet(() -> {
            Map<String, Object> example = new LinkedHashMap<>();
            properties(Objects.requireNonNull(schemas.get(name), name)).forEach((field, schema) -> example.put(field, of(name, field, schema)));
            return example;
        });
    }

    private Object of(String name, String field, Schema<?> schema) {
        if (schema.getItems() != null) {
            return List.of(of(name, field, schema.getItems()));
        }
        if (schema.get$ref() != null) {
            return of(nameOf(schema));
        }
        if (schema.getEnum() != null && !schema.getEnum().isEmpty()) {
            return ExampleTexts.field(name, field).filter(schema.getEnum()::contains).orElse(schema.getEnum().getFirst());
        }
        String type = type(schema);
        return ExampleTexts.field(name, field)
                .filter(example -> schema.getPattern() == null && fits(example, type, schema.getFormat()))
                .or(() -> Optional.ofNullable(schema.getExample()))
                .orElseGet(() -> plain(type, schema));
    }

    private static boolean fits(Object example, String type, String format) {
        return switch (type) {
            case "string" -> example instanceof String text && (format == null || text.contains("-"));
            case "integer" -> example instanceof Integer;
            case "number" -> example instanceof Number;
            case "object" -> example instanceof Map;
            default -> false;
        };
    }

    private static Object plain(String type, Schema<?> schema) {
        return switch (type) {
            case "boolean" -> false;
            case "integer" -> least(schema).intValue();
            case "number" -> least(schema);
            case "object" -> Map.of();
            default -> switch (String.valueOf(schema.getFormat())) {
                case "date" -> "2018-04-10";
                case "date-time" -> "2018-04-10T01:30:00Z";
                case "uuid" -> "0198c3a2-5b1e-7c39-9d3b-6b8f8f3f7a11";
                default -> MISSING;
            };
        };
    }

    private static BigDecimal least(Schema<?> schema) {
        return schema.getMinimum() == null ? BigDecimal.ONE : schema.getMinimum();
    }

    private static String type(Schema<?> schema) {
        Set<String> types = schema.getTypes();
        return types == null || types.isEmpty() ? "object" : types.iterator().next();
    }

    private static Map<String, Schema> properties(Schema<?> schema) {
        return schema.getProperties() == null ? Map.of() : schema.getProperties();
    }
}
