package cn.dabiao.app.openapi;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.MediaType;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;

/**
 * Gives each body that is asked for or answered an example, one per schema, and each problem one per status: those in
 * {@code openapi/examples.json}, else one put together of the schema's fields. A test holds each against its schema.
 */
final class Examples implements GlobalOpenApiCustomizer {

    private static final String COMPONENTS = "#/components/examples/";

    @Override
    public void customise(OpenAPI api) {
        SchemaExamples bodies = new SchemaExamples(api.getComponents().getSchemas());
        Map<String, Example> shared = new TreeMap<>();
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> exemplify(operation, bodies, shared));
        api.getComponents().setExamples(shared);
    }

    private static void exemplify(Operation operation, SchemaExamples bodies, Map<String, Example> shared) {
        operation.getParameters().forEach(Examples::exemplify);
        if (operation.getRequestBody() != null) {
            Object own = ExampleTexts.request(operation.getOperationId());
            exemplify(operation.getRequestBody().getContent(), own, bodies, shared);
        }
        operation.getResponses().forEach((status, response) -> exemplify(operation, status, response, bodies, shared));
    }

    /** An optional parameter's example stands in its description, see {@link Descriptions}. */
    private static void exemplify(Parameter parameter) {
        Schema<?> schema = parameter.getSchema();
        if (Boolean.TRUE.equals(parameter.getRequired())
                && parameter.getExample() == null
                && schema.getExample() == null) {
            parameter.setExample(ExampleTexts.parameter(parameter.getName()));
        }
    }

    private static void exemplify(
            Operation operation,
            String status,
            ApiResponse response,
            SchemaExamples bodies,
            Map<String, Example> shared) {
        Content content = response.getContent();
        if (content == null) {
            return;
        }
        Optional.ofNullable(content.get(MediaType.APPLICATION_PROBLEM_JSON_VALUE)).ifPresent(problem -> {
            String name = SchemaExamples.PROBLEM + status;
            Object example = ExampleTexts.body(name)
                    .orElseThrow(() -> new IllegalStateException("openapi/examples.json has no " + name));
            refer(problem, name, example, shared);
        });
        if (status.startsWith("2")) {
            exemplify(content, ExampleTexts.answer(operation.getOperationId()), bodies, shared);
        }
    }

    /** The operation's own example is of what has no schema of its own. */
    private static void exemplify(
            Content content, @Nullable Object own, SchemaExamples bodies, Map<String, Example> shared) {
        content.forEach((type, media) -> {
            Schema<?> schema = media.getSchema();
            if (schema == null || "binary".equals(schema.getFormat()) || type.startsWith("multipart/")) {
                return;
            }
            if (schema.get$ref() != null) {
                String name = SchemaExamples.nameOf(schema);
                refer(media, name, bodies.of(name), shared);
            } else if (own != null) {
                media.setExample(own);
            }
        });
    }

    private static void refer(
            io.swagger.v3.oas.models.media.MediaType media, String name, Object example, Map<String, Example> shared) {
        shared.putIfAbsent(name, new Example().value(example));
        media.setExamples(Map.of(name, new Example().$ref(COMPONENTS + name)));
    }
}
