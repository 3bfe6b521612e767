package cn.dabiao.app.openapi;

import java.util.Map;

import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;

/**
 * Gives every schema, field and parameter its description: the field's own ({@code AssessmentRow.planLate}), else the
 * one of its name wherever it stands ({@code *.position}), else that of its value type; a parameter's by its operation
 * ({@code parameter.diffAssessment.from}), else by its name.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // as swagger's own model is
final class Descriptions implements GlobalOpenApiCustomizer {

    @Override
    public void customise(OpenAPI api) {
        api.getComponents().getSchemas().forEach(Descriptions::describe);
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> operation.getParameters().forEach(
                        parameter -> describe(parameter, operation.getOperationId())));
    }

    private static void describe(String name, Schema<?> schema) {
        if (Texts.has(name)) {
            schema.setDescription(Texts.of(name));
        }
        Map<String, Schema> properties = schema.getProperties();
        if (properties != null) {
            properties.forEach((field, property) -> describe(name, field, property));
        }
    }

    private static void describe(String schema, String field, Schema<?> property) {
        String own = schema + "." + field;
        String anywhere = "*." + field;
        if (Texts.has(own)) {
            property.setDescription(Texts.of(own));
        } else if (Texts.has(anywhere)) {
            property.setDescription(Texts.of(anywhere));
        }
    }

    private static void describe(Parameter parameter, String operation) {
        String own = "parameter." + operation + "." + parameter.getName();
        String anywhere = "parameter." + parameter.getName();
        if (Texts.has(own)) {
            parameter.setDescription(Texts.of(own));
        } else if (Texts.has(anywhere)) {
            parameter.setDescription(Texts.of(anywhere));
        }
        if (!Boolean.TRUE.equals(parameter.getRequired())) {
            tellExampleInWords(parameter);
        }
    }

    /** Swagger UI fills in whatever has an example: an optional filter or header would then be sent by everybody. */
    private static void tellExampleInWords(Parameter parameter) {
        Schema<?> schema = parameter.getSchema();
        Object example = parameter.getExample() == null ? schema.getExample() : parameter.getExample();
        if (example != null) {
            parameter.setDescription(parameter.getDescription() + " (e.g. " + example + ")");
            parameter.setExample(null);
            schema.setExample(null);
            // Or it would be published as an example that is null.
            schema.setExampleSetFlag(false);
        }
    }
}
