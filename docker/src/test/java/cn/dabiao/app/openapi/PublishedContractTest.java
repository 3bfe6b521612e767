package cn.dabiao.app.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;

/** The committed {@code api-spec/openapi.yaml} is what the running application publishes, and says all there is to say. */
@DabiaoTest
class PublishedContractTest {

    private static final Path COMMITTED = Path.of("..", "api-spec", "openapi.yaml");

    @LocalServerPort
    private int port;

    private Caller caller;

    @BeforeEach
    void caller() {
        caller = new Caller(port);
    }

    /** {@code mvn verify -Dopenapi=write} writes the document anew; the difference is then to be read and committed. */
    @Test
    void the_committed_document_is_what_the_application_publishes() throws IOException {
        String published = caller.get("/v3/api-docs.yaml").body();
        if ("write".equals(System.getProperty("openapi"))) {
            Files.writeString(COMMITTED, published);
        }
        assertThat(published).isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void every_operation_has_an_id_a_summary_a_tag_roles_and_its_errors() {
        JsonNode paths = document().get("paths");
        List<String> lacking = new ArrayList<>();
        paths.properties().forEach(path -> path.getValue().properties().forEach(operation -> {
            JsonNode it = operation.getValue();
            boolean whole = it.hasNonNull("operationId")
                    && it.hasNonNull("summary")
                    && !it.path("tags").isEmpty()
                    && it.path("description").asString().contains("Roles: ")
                    && it.path("responses").has("400")
                    && it.path("responses").has("401")
                    && it.path("responses").has("403");
            if (!whole) {
                lacking.add(operation.getKey() + " " + path.getKey());
            }
        }));
        assertThat(paths.size()).isGreaterThan(15);
        assertThat(lacking).isEmpty();
    }

    @Test
    void every_schema_every_field_and_every_parameter_is_described() {
        List<String> silent = new ArrayList<>();
        JsonNode document = document();
        document.get("components").get("schemas").properties().forEach(schema -> {
            if (!schema.getValue().hasNonNull("description") && !schema.getKey().startsWith("Page")) {
                silent.add(schema.getKey());
            }
            schema.getValue().path("properties").properties().forEach(field -> {
                if (!field.getValue().hasNonNull("description") && !field.getValue().has("$ref")) {
                    silent.add(schema.getKey() + "." + field.getKey());
                }
            });
        });
        document.get("paths").properties().forEach(path -> path.getValue().properties().forEach(operation ->
                operation.getValue().path("parameters").forEach(parameter -> {
                    if (!parameter.hasNonNull("description")) {
                        silent.add(operation.getKey() + " " + path.getKey() + " " + parameter.get("name"));
                    }
                })));
        assertThat(silent).isEmpty();
    }

    @Test
    void what_a_caller_cannot_send_is_not_a_parameter() {
        String document = caller.get("/v3/api-docs").body();

        assertThat(document).doesNotContain("\"name\":\"actor\"", "\"name\":\"precondition\"", "\"name\":\"locale\"");
    }

    private JsonNode document() {
        return Caller.json(caller.get("/v3/api-docs"));
    }
}
