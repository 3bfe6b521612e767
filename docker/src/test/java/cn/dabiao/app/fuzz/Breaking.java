package cn.dabiao.app.fuzz;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes of a good body one that is broken in one place. */
final class Breaking {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> ODD_JSON = List.of(
            "NaN", "Infinity", "-Infinity", "1e999999999", "-1e-999999999", "1E400", "00", "01", "+1", ".5", "0x1F", "1.", "1_000",
            "99999999999999999999999999", "-9223372036854775809", "2147483648", "-0", "0.0000000000000000000001", "9".repeat(1200),
            "'single'", "undefined", "tru", "\"\\ud800\"", "\"\\u0000\"", "\"\\x\"", "\"unended", "[", "{", "[[", "{\"a\":", "// c\n1",
            "null", "true", "{}", "[]", "[null]", "\"\"", "1e2", "-5", "0.1");

    private Breaking() {}

    static byte[] bytes(JsonNode good, Random random) {
        JsonNode body = good.deepCopy();
        List<Place> places = new ArrayList<>();
        collect(body, places);
        Place place = places.isEmpty() ? null : places.get(random.nextInt(places.size()));
        switch (random.nextInt(14)) {
            case 0 -> replace(place, NODES.stringNode(OddText.any(random)));
            case 1 -> remove(place);
            case 2 -> replace(place, wronglyTyped(random));
            case 3 -> add(body, random);
            case 4 -> replace(place, offBounds(place, random));
            case 5 -> {
                return twice(body, place);
            }
            case 6 -> {
                return mark(body, place, ODD_JSON.get(random.nextInt(ODD_JSON.size())));
            }
            case 7 -> {
                return cut(body, random);
            }
            case 8 -> {
                return invalidUtf8(body, place);
            }
            case 9 -> {
                return mark(body, place, nested(random));
            }
            case 10 -> replace(place, longArray(place, random));
            case 11 -> {
                return whole(random);
            }
            case 12 -> replace(place, NODES.stringNode(OddText.any(random) + OddText.any(random)));
            default -> replace(place, NODES.nullNode());
        }
        return Shapes.JSON.writeValueAsBytes(body);
    }

    private record Place(JsonNode parent, String name, int index) {

        JsonNode value() {
            return parent instanceof ObjectNode object ? object.get(name) : parent.get(index);
        }
    }

    private static void collect(JsonNode node, List<Place> places) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                places.add(new Place(object, field.getKey(), 0));
                collect(field.getValue(), places);
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                places.add(new Place(array, "", i));
                collect(array.get(i), places);
            }
        }
    }

    private static void replace(@Nullable Place place, JsonNode value) {
        if (place != null && place.parent() instanceof ObjectNode object) {
            object.set(place.name(), value);
        } else if (place != null && place.parent() instanceof ArrayNode array) {
            array.set(place.index(), value);
        }
    }

    private static void remove(@Nullable Place place) {
        if (place != null && place.parent() instanceof ObjectNode object) {
            object.remove(place.name());
        } else if (place != null && place.parent() instanceof ArrayNode array) {
            array.remove(place.index());
        }
    }

    private static void add(JsonNode body, Random random) {
        if (body instanceof ObjectNode object) {
            object.put(OddText.brief(random), OddText.any(random));
        }
    }

    private static JsonNode wronglyTyped(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> NODES.numberNode(random.nextLong());
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.arrayNode().add(NODES.objectNode());
            case 3 -> NODES.objectNode().put("@class", "x").put("value", 1);
            case 4 -> NODES.numberNode(random.nextGaussian());
            default -> NODES.stringNode("12");
        };
    }

    /** Around the bounds that values have: one too many, one too few. */
    private static JsonNode offBounds(@Nullable Place place, Random random) {
        if (place != null && place.value() != null && place.value().isNumber()) {
            List<String> numbers = List.of(
                    "-1", "0", "1", "99", "100", "101", "365", "366", "1000", "1000.5", "1001", "100000", "100001", "0.25", "1000000.001",
                    "1073741825", "2147483647", "2147483648", "9223372036854775807", "9223372036854775808", "-0.5", "1.00000000000000001");
            return NODES.numberNode(new BigDecimal(numbers.get(random.nextInt(numbers.size()))));
        }
        int[] lengths = {0, 1, 40, 41, 64, 65, 120, 121, 200, 201, 500, 501, 1000, 1001, 2000, 2001, 5000, 5001};
        return NODES.stringNode("字".repeat(lengths[random.nextInt(lengths.length)]));
    }

    private static JsonNode longArray(@Nullable Place place, Random random) {
        ArrayNode array = NODES.arrayNode();
        JsonNode item = place == null || place.value() == null ? NODES.nullNode() : place.value();
        JsonNode repeated = item.isArray() && !item.isEmpty() ? item.get(0) : item;
        for (int i = random.nextInt(120); i >= 0; i--) {
            array.add(repeated.deepCopy());
        }
        return array;
    }

    private static byte[] twice(JsonNode body, @Nullable Place place) {
        String text = body.toString();
        if (place != null && place.parent() instanceof ObjectNode && place.value() != null) {
            String field = Shapes.JSON.writeValueAsString(place.name()) + ":" + place.value();
            text = text.replaceFirst(Pattern.quote(field),
                    Matcher.quoteReplacement(field + "," + field));
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** With so much raw text in the place of a value. */
    private static byte[] mark(JsonNode body, @Nullable Place place, String raw) {
        if (place == null) {
            return raw.getBytes(StandardCharsets.UTF_8);
        }
        replace(place, NODES.stringNode("@@mark@@"));
        return body.toString().replace("\"@@mark@@\"", raw).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] cut(JsonNode body, Random random) {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
    }

    private static byte[] invalidUtf8(JsonNode body, @Nullable Place place) {
        byte[] bytes = mark(body, place, "\"\u0001\u0002\u0003\"");
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = switch (bytes[i]) {
                case 1 -> (byte) 0xc3;
                case 2 -> (byte) 0x28;
                case 3 -> (byte) 0xff;
                default -> bytes[i];
            };
        }
        return bytes;
    }

    private static String nested(Random random) {
        int depth = 1 + random.nextInt(3000);
        return random.nextBoolean() ? "[".repeat(depth) + "]".repeat(depth) : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    }

    private static byte[] whole(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new byte[] {(byte) 0xff, (byte) 0xfe, '{', 0, '}', 0};
            case 1 -> "\uFEFF{}".getBytes(StandardCharsets.UTF_8);
            case 2 -> "{}".getBytes(StandardCharsets.UTF_16);
            case 3 -> "{} {}".getBytes(StandardCharsets.UTF_8);
            case 4 -> "a=b&c=d".getBytes(StandardCharsets.UTF_8);
            default -> OddText.any(random).getBytes(StandardCharsets.UTF_8);
        };
    }
}
