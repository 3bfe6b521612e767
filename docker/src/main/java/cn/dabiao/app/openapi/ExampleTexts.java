package cn.dabiao.app.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

/** What stands in {@code openapi/examples.json}. */
final class ExampleTexts {

    /**
     * @param bodies     whole examples by the name of their schema, those of problems by {@code Problem} and the status
     * @param fields     by {@code Schema.field}, or {@code *.field} for wherever the name stands
     * @param parameters of required parameters, by name
     * @param answers    by operation, where there is no schema of its own
     * @param requests   by operation, likewise
     */
    private record File(
            Map<String, Object> bodies,
            Map<String, Object> fields,
            Map<String, Object> parameters,
            Map<String, Object> answers,
            Map<String, Object> requests) {}

    private static final File FILE = read();

    private ExampleTexts() {}

    static Optional<Object> body(String schema) {
        return Optional.ofNullable(FILE.bodies().get(schema));
    }

    static Optional<Object> field(String schema, String field) {
        return Optional.ofNullable(FILE.fields().get(schema + "." + field))
                .or(() -> Optional.ofNullable(FILE.fields().get("*." + field)));
    }

    static @Nullable Object parameter(String name) {
        return FILE.parameters().get(name);
    }

    static @Nullable Object answer(String operation) {
        return FILE.answers().get(operation);
    }

    static @Nullable Object request(String operation) {
        return FILE.requests().get(operation);
    }

    private static File read() {
        try (InputStream json = ExampleTexts.class.getResourceAsStream("/openapi/examples.json")) {
            return JsonMapper.builder().build().readValue(json, File.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
