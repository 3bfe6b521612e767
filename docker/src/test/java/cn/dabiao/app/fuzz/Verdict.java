package cn.dabiao.app.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether an answer is one that the contract knows. */
final class Verdict {

    private static final String PROBLEMS = "https://dabiao.cn/problems/";
    private static final Pattern LEAK = Pattern.compile(
            "\\w(Exception|Error)\\b|\\bat [a-z]+(\\.[\\w$]+)+\\(|\\b(cn\\.dabiao|java|jakarta|org|tools|com)\\.[a-z]+\\.[\\w.]*[A-Z]"
                    + "|\\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\\s+\\w|\\bPSQL|\\bSQLSTATE|relation \"|Tomcat");

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> schemas = new HashMap<>();
    private final ObjectNode strict;

    Verdict(Contract contract) {
        this.strict = strict((ObjectNode) contract.schemas().deepCopy());
    }

    /** What is wrong with the answer; nothing, if nothing is. */
    List<String> on(Contract.Operation operation, Wire.Answer answer) {
        List<String> wrong = new ArrayList<>();
        Contract.Response expected = operation.responses().get(answer.status());
        if (answer.status() == 304) {
            return wrong;
        }
        if (answer.status() == 500 || answer.status() > 503) {
            wrong.add("a failure: " + answer.status());
        } else if (expected == null) {
            wrong.add("status " + answer.status() + " is not documented");
        } else if (answer.status() >= 400) {
            problem(answer, expected, wrong);
        } else {
            content(answer, expected, wrong);
        }
        return wrong;
    }

    private void problem(Wire.Answer answer, Contract.Response expected, List<String> wrong) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        if (!answer.type().equals("application/problem+json")) {
            wrong.add("an error of type " + answer.type());
            return;
        }
        check(answer, expected.contents().get("application/problem+json"), wrong);
        JsonNode problem = Shapes.JSON.readTree(answer.body());
        String type = problem.path("type").asString("");
        if (!type.startsWith(PROBLEMS) || !expected.types().contains(type.substring(PROBLEMS.length()))) {
            wrong.add("problem " + type + " is not documented for " + answer.status());
        }
        if (problem.path("status").asInt() != answer.status()) {
            wrong.add("the problem's status is another");
        }
        if (!problem.path("requestId").asString("").equals(answer.headers().get("x-request-id"))) {
            wrong.add("the problem's requestId is not the answer's");
        }
        LEAK.matcher(text).results().findFirst().ifPresent(leak -> wrong.add("it leaks " + leak.group()));
    }

    private void content(Wire.Answer answer, Contract.Response expected, List<String> wrong) {
        if (!expected.contents().containsKey(answer.type())) {
            // A file of evidence is of its own type.
            if (!expected.contents().containsKey("*/*") && answer.body().length > 0) {
                wrong.add("content of type " + answer.type() + " is not documented");
            }
            return;
        }
        if (answer.type().equals("application/json")) {
            check(answer, expected.contents().get(answer.type()), wrong);
        }
    }

    private void check(Wire.Answer answer, @Nullable JsonNode schema, List<String> wrong) {
        if (schema == null) {
            wrong.add("its content is documented without a schema");
            return;
        }
        try {
            JsonNode body = Shapes.JSON.readTree(answer.body());
            schemas.computeIfAbsent(schema, this::compiled)
                    .validate(body, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                    .stream()
                    .limit(3)
                    .forEach(error -> wrong.add("not as its schema says: " + error));
        } catch (JacksonException e) {
            wrong.add("it is not JSON");
        }
    }

    private Schema compiled(JsonNode schema) {
        ObjectNode root = Shapes.JSON.createObjectNode();
        root.putObject("components").set("schemas", strict);
        ((ObjectNode) schema).properties().forEach(field -> root.set(field.getKey(), field.getValue()));
        return registry.getSchema(root);
    }

    /** A field that the contract does not know is as wrong as one that is missing. */
    private static ObjectNode strict(ObjectNode all) {
        all.properties().forEach(schema -> {
            if (schema.getValue() instanceof ObjectNode object
                    && object.has("properties")
                    && !object.has("additionalProperties")) {
                object.put("additionalProperties", false);
            }
        });
        return all;
    }
}
