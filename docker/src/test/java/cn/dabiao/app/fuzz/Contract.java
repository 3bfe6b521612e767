package cn.dabiao.app.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/** The published document as far as requests are made from it and answers are held against it. */
record Contract(List<Operation> operations, JsonNode schemas) {

    private static final Pattern TYPE = Pattern.compile("`([a-z0-9-]+)`");
    private static final Pattern ROLE = Pattern.compile("Roles: ([A-Z, ]*)\\.$");
    private static final String REFERENCE = "#/components/schemas/";

    /** @param bodies the schema of the body by its media type; empty when the operation takes none */
    record Operation(
            String id,
            String method,
            String path,
            Set<String> roles,
            List<Parameter> parameters,
            Map<String, JsonNode> bodies,
            Map<Integer, Response> responses) {

        @Override
        public String toString() {
            return id;
        }
    }

    record Parameter(String name, String in, boolean required, JsonNode schema) {}

    /**
     * @param types    of problems
     * @param contents the schema of the answer by its media type, without parameters
     */
    record Response(Set<String> types, Map<String, JsonNode> contents) {}

    static Contract of(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        document.get("paths").properties().forEach(path -> path.getValue().properties().forEach(
                method -> operations.add(operation(path.getKey(), method.getKey(), method.getValue()))));
        return new Contract(List.copyOf(operations), document.at("/components/schemas"));
    }

    /** What a schema refers to, or itself. */
    JsonNode resolved(JsonNode schema) {
        return schema.has("$ref")
                ? schemas.get(schema.get("$ref").asString().substring(REFERENCE.length()))
                : schema;
    }

    private static Operation operation(String path, String method, JsonNode it) {
        List<Parameter> parameters = it.path("parameters").valueStream()
                .map(parameter -> new Parameter(
                        parameter.get("name").asString(),
                        parameter.get("in").asString(),
                        parameter.path("required").asBoolean(false),
                        parameter.get("schema")))
                .toList();
        Map<Integer, Response> responses = new TreeMap<>();
        it.get("responses").properties().forEach(response -> responses.put(
                Integer.valueOf(response.getKey()),
                new Response(
                        all(TYPE, response.getValue().get("description").asString()),
                        contents(response.getValue()))));
        Set<String> roles = all(ROLE, it.get("description").asString()).stream()
                .flatMap(names -> Arrays.stream(names.split(", ", -1)))
                .collect(Collectors.toUnmodifiableSet());
        return new Operation(
                it.get("operationId").asString(), method.toUpperCase(Locale.ROOT), path, roles, parameters,
                contents(it.path("requestBody")), responses);
    }

    private static Map<String, JsonNode> contents(JsonNode of) {
        Map<String, JsonNode> contents = new LinkedHashMap<>();
        of.path("content").properties().forEach(
                content -> contents.put(content.getKey().split(";", -1)[0], content.getValue().path("schema")));
        return contents;
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).collect(Collectors.toSet());
    }
}
