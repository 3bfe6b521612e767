package cn.dabiao.api.released;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;

/**
 * Says the type of each schema in the one word of OpenAPI 3.0 as well as in the list of 3.1: openapi-diff reads the word
 * alone, and would take a number that becomes a text for no change at all.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // as swagger's own model is
final class SingleTypes {

    private final Set<Schema> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private SingleTypes() {}

    static void in(OpenAPI api) {
        SingleTypes types = new SingleTypes();
        api.getComponents().getSchemas().values().forEach(types::say);
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(SingleTypes::schemas)
                .forEach(types::say);
    }

    private static Stream<Schema> schemas(Operation operation) {
        Stream<Schema> parameters = orNone(operation.getParameters()).stream().map(Parameter::getSchema);
        Stream<Schema> body = operation.getRequestBody() == null
                ? Stream.empty()
                : schemas(operation.getRequestBody().getContent());
        Stream<Schema> answers = operation.getResponses().values().stream()
                .flatMap(response -> Stream.concat(
                        schemas(response.getContent()),
                        orNone(response.getHeaders()).values().stream().map(Header::getSchema)));
        return Stream.of(parameters, body, answers).flatMap(it -> it);
    }

    private static Stream<Schema> schemas(@Nullable Content content) {
        return content == null ? Stream.empty() : content.values().stream().map(MediaType::getSchema);
    }

    private void say(@Nullable Schema schema) {
        if (schema == null || !seen.add(schema)) {
            return;
        }
        if (schema.getTypes() != null) {
            Set<String> types = new TreeSet<>((Set<String>) schema.getTypes());
            if (types.remove("null")) {
                schema.setNullable(true);
            }
            schema.setType(String.join("|", types));
        }
        orNone((Map<String, Schema>) schema.getProperties()).values().forEach(this::say);
        say(schema.getItems());
        if (schema.getAdditionalProperties() instanceof Schema values) {
            say(values);
        }
    }

    private static <T> Collection<T> orNone(@Nullable Collection<T> all) {
        return all == null ? Set.of() : all;
    }

    private static <T> Map<String, T> orNone(@Nullable Map<String, T> all) {
        return all == null ? Map.of() : all;
    }
}
