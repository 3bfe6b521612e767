package cn.dabiao.app.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import tools.jackson.databind.JsonNode;

/** Bodies of one operation, in every form that it takes. */
final class Bodies {

    private static final String JSON = "application/json";
    private static final List<String> ODD_TYPES = List.of(
            "text/plain", "application/xml", "application/json;charset=GBK", "application/json;charset=UTF-16", "application/json;charset=x",
            "garbage", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=", "text/csv",
            "application/json; profile=\"x", "*/*", "application/merge-patch+json", "application/problem+json", "text/csv;charset=nonsense");

    private final Shapes shapes;
    private final Known known;

    Bodies(Shapes shapes, Known known) {
        this.shapes = shapes;
        this.known = known;
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Body(String type, byte[] bytes) {

        static final Body NONE = new Body("", new byte[0]);
    }

    Arbitrary<Body> good(Contract.Operation operation) {
        List<Arbitrary<Body>> forms = new ArrayList<>();
        operation.bodies().forEach((type, schema) -> forms.add(
                type.equals(JSON)
                        ? json(operation, schema).map(body -> new Body(JSON, body.toString().getBytes(StandardCharsets.UTF_8)))
                        : file(operation, type)));
        return forms.isEmpty() ? Arbitraries.just(Body.NONE) : Arbitraries.oneOf(forms);
    }

    Arbitrary<Body> broken(Contract.Operation operation) {
        JsonNode schema = operation.bodies().get(JSON);
        Arbitrary<Body> odd = good(operation).flatMap(body -> Arbitraries.randomValue(random -> oddly(body, random)));
        return schema == null
                ? odd
                : Arbitraries.frequencyOf(
                        Tuple.of(6, json(operation, schema).flatMap(body -> Arbitraries.randomValue(
                                random -> new Body(JSON, Breaking.bytes(body, random))))),
                        Tuple.of(1, odd));
    }

    private Arbitrary<JsonNode> json(Contract.Operation operation, JsonNode schema) {
        List<JsonNode> samples = known.bodiesOf(operation.id()).stream().map(Shapes.JSON::readTree).toList();
        Arbitrary<JsonNode> made = shapes.of("", schema);
        return samples.isEmpty()
                ? made
                : Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.of(samples)), Tuple.of(2, made));
    }

    private Arbitrary<Body> file(Contract.Operation operation, String type) {
        List<String> contents = known.bodiesOf(operation.id() + " file");
        return Arbitraries.of(contents.isEmpty() ? List.of("x") : contents)
                .map(content -> type.startsWith("multipart/") ? form(content, "a.csv") : new Body(type, latin(content)));
    }

    /** Of the wrong type, empty, or with some bytes changed. */
    private static Body oddly(Body body, Random random) {
        byte[] bytes = body.bytes().clone();
        return switch (random.nextInt(5)) {
            case 0 -> new Body(ODD_TYPES.get(random.nextInt(ODD_TYPES.size())), bytes);
            case 1 -> new Body(body.type(), new byte[0]);
            case 2 -> new Body("", bytes);
            case 3 -> form(OddText.any(random), OddText.brief(random));
            default -> {
                for (int i = 0; i < bytes.length; i += 1 + random.nextInt(40)) {
                    bytes[i] = (byte) random.nextInt();
                }
                yield new Body(body.type(), bytes);
            }
        };
    }

    private static Body form(String content, String name) {
        String form = "--form\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n"
                + "Content-Type: " + (content.startsWith("\u0089PNG") ? "image/png" : "text/csv") + "\r\n\r\n" + content + "\r\n--form--\r\n";
        return new Body("multipart/form-data; boundary=form", latin(form));
    }

    /** Bytes as they are, where the text is one of bytes, and UTF-8 otherwise. */
    private static byte[] latin(String text) {
        return text.chars().allMatch(c -> c < 256)
                ? text.getBytes(StandardCharsets.ISO_8859_1)
                : text.getBytes(StandardCharsets.UTF_8);
    }
}
