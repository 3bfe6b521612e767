package cn.dabiao.app.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A published document, to be asked for its operations and to hold values against its schemas. */
public final class ContractDocument {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(Dialects.getOpenApi31(), _ -> {});

    private final JsonNode document;

    public ContractDocument(String json) {
        this.document = JSON.readTree(json);
    }

    /**
     * @param pointer where it stands in the document
     * @param path    e.g. {@code /api/v1/schools/{schoolCode}}
     * @param method  in lower case
     */
    record Operation(String pointer, String path, String method, JsonNode json) {

        String id() {
            return json.path("operationId").asString("");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** A value that the document gives as an example, and where the schema of it stands. */
    record Exemplified(String schema, JsonNode value) {}

    JsonNode json() {
        return document;
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.get("paths").properties().forEach(path -> path.getValue().properties().forEach(operation -> {
            if (METHODS.contains(operation.getKey())) {
                operations.add(new Operation(
                        "/paths/" + escaped(path.getKey()) + "/" + operation.getKey(),
                        path.getKey(),
                        operation.getKey(),
                        operation.getValue()));
            }
        }));
        return operations;
    }

    /** All examples, wherever they stand: of schemas and their fields, of parameters, of bodies and answers. */
    List<Exemplified> examples() {
        List<Exemplified> examples = new ArrayList<>();
        collect("", document, examples);
        return examples;
    }

    private void collect(String pointer, JsonNode node, List<Exemplified> found) {
        if (pointer.equals("/components/examples")) {
            return;
        }
        if (node.isObject()) {
            boolean holdsSchema = node.has("schema");
            String schema = holdsSchema ? pointer + "/schema" : pointer;
            if (node.has("example") && (holdsSchema || node.has("type"))) {
                found.add(new Exemplified(schema, node.get("example")));
            }
            if (holdsSchema) {
                node.path("examples").forEach(each -> found.add(new Exemplified(schema, value(each))));
            }
            node.properties().forEach(child -> {
                boolean isValue = child.getKey().equals("example") || child.getKey().equals("examples");
                if (!isValue || pointer.endsWith("/properties")) {
                    collect(pointer + "/" + escaped(child.getKey()), child.getValue(), found);
                }
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(pointer + "/" + i, node.get(i), found);
            }
        }
    }

    private JsonNode value(JsonNode example) {
        return example.has("$ref")
                ? document.at(example.get("$ref").asString().substring(1)).get("value")
                : example.get("value");
    }

    /** What is wrong with a value by the schema that stands there; nothing when it is as it should be. */
    List<String> faults(String schema, JsonNode value) {
        ObjectNode standalone = JSON.createObjectNode();
        standalone.putArray("allOf").add(document.at(schema));
        standalone.set("components", document.get("components"));
        return SCHEMAS.getSchema(standalone)
                .validate(value, context ->
                        context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
