package cn.dabiao.app.fuzz;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.github.curiousoddman.rgxgen.RgxGen;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.StringArbitrary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values as a schema wants them; where the county knows some of a name, mostly of those. */
final class Shapes {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final long EPOCH_2018 = 1_514_764_800L;
    private static final long TEN_YEARS = 315_000_000L;

    private final Contract contract;
    private final Known known;

    Shapes(Contract contract, Known known) {
        this.contract = contract;
        this.known = known;
    }

    /** @param name of the field or parameter that takes the value */
    Arbitrary<JsonNode> of(String name, JsonNode schema) {
        JsonNode shape = contract.resolved(schema);
        List<String> there = known.valuesOf(name);
        Arbitrary<JsonNode> any = byShape(name, shape);
        String type = shape.path("type").asString("");
        if (there.isEmpty() || type.equals("array") || type.equals("object")) {
            return any;
        }
        boolean number = type.equals("integer") || type.equals("number");
        Arbitrary<JsonNode> existing = Arbitraries.of(there)
                .map(text -> number ? JSON.readTree(text) : NODES.stringNode(text));
        return Arbitraries.frequencyOf(Tuple.of(8, existing), Tuple.of(1, any));
    }

    private Arbitrary<JsonNode> byShape(String name, JsonNode shape) {
        if (shape.has("enum")) {
            return Arbitraries.of(shape.get("enum").valueStream().toList());
        }
        return switch (shape.path("type").asString("string")) {
            case "object" -> object(shape);
            case "array" -> of(name.equals("items") ? "item" : name, shape.get("items")).list()
                    .ofMinSize(shape.path("minItems").asInt(0))
                    .ofMaxSize(Math.min(shape.path("maxItems").asInt(3), shape.path("minItems").asInt(0) + 3))
                    .map(items -> NODES.arrayNode().addAll(items));
            case "integer" -> Arbitraries.longs()
                    .between(shape.path("minimum").asLong(0), shape.path("maximum").asLong(100_000))
                    .map(NODES::numberNode);
            case "number" -> Arbitraries.integers()
                    .between(0, Math.min(40, 2 * shape.path("maximum").asInt(20)))
                    .map(half -> NODES.numberNode(half / 2.0));
            case "boolean" -> Arbitraries.of(true, false).map(NODES::booleanNode);
            default -> text(shape).map(NODES::stringNode);
        };
    }

    private Arbitrary<JsonNode> object(JsonNode shape) {
        Set<String> required = shape.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        List<Arbitrary<Map.Entry<String, JsonNode>>> fields = new ArrayList<>();
        shape.path("properties").properties().forEach(field -> {
            Arbitrary<Map.Entry<String, JsonNode>> given =
                    of(field.getKey(), field.getValue()).map(value -> Map.entry(field.getKey(), value));
            fields.add(required.contains(field.getKey())
                    ? given
                    : given.injectNull(0.5));
        });
        return Combinators.combine(fields).as(entries -> {
            ObjectNode object = NODES.objectNode();
            entries.stream().filter(entry -> entry != null).forEach(entry -> object.set(entry.getKey(), entry.getValue()));
            return object;
        });
    }

    private static Arbitrary<String> text(JsonNode shape) {
        if (shape.has("pattern")) {
            RgxGen pattern = RgxGen.parse(shape.get("pattern").asString());
            return Arbitraries.randomValue(pattern::generate);
        }
        return switch (shape.path("format").asString("")) {
            case "date" -> Arbitraries.longs().between(17_500, 21_000).map(day -> LocalDate.ofEpochDay(day).toString());
            case "date-time" -> Arbitraries.longs()
                    .between(EPOCH_2018, EPOCH_2018 + TEN_YEARS)
                    .map(second -> Instant.ofEpochSecond(second).toString());
            default -> {
                int least = shape.path("minLength").asInt(0);
                int most = shape.path("maxLength").asInt(200);
                StringArbitrary words = Arbitraries.strings().withChars("学校安全达标验收监控室门卫abc12");
                yield Arbitraries.frequencyOf(
                        Tuple.of(8, words.ofMinLength(Math.max(1, least)).ofMaxLength(Math.min(most, 20))),
                        Tuple.of(1, words.ofLength(most)));
            }
        };
    }
}
