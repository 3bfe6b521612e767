package cn.dabiao.app.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cn.dabiao.api.problem.ProblemType;
import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;

/** Whatever the published document gives as an example is as the document's own schema has it. */
@DabiaoTest
class PublishedExamplesTest {

    @LocalServerPort
    private int port;

    private String text = "";
    private ContractDocument contract = new ContractDocument("{}");

    @BeforeEach
    void read() {
        text = new Caller(port).get("/v3/api-docs").body();
        contract = new ContractDocument(text);
    }

    @Test
    void every_example_is_as_its_schema_says() {
        List<ContractDocument.Exemplified> examples = contract.examples();

        assertThat(examples).hasSizeGreaterThan(1000);
        assertThat(examples)
                .filteredOn(example -> !contract.faults(example.schema(), example.value()).isEmpty())
                .extracting(example -> example.schema() + " = " + example.value() + ": "
                        + contract.faults(example.schema(), example.value()))
                .isEmpty();
    }

    @Test
    void an_example_that_is_not_would_be_found() {
        JsonNode unfit = JsonMapper.builder().build().readTree(
                "{\"declaredOn\": \"24.3.2018\", \"sealedBy\": \"\"}");

        assertThat(contract.faults("/components/schemas/ApplicationRequest", unfit)).hasSize(2);
    }

    @Test
    void no_example_is_still_to_be_written() {
        contract.json().at("/components/examples").properties().forEach(example ->
                assertThat(example.getValue().toString())
                        .as("%s: openapi/examples.json lacks a field", example.getKey())
                        .doesNotContain("\"" + SchemaExamples.MISSING + "\""));
    }

    @Test
    void the_example_of_a_problem_is_worded_as_the_problem_is() {
        ResourceBundle texts = ResourceBundle.getBundle("problems", Locale.ROOT);
        Map<String, ProblemType> types = Arrays.stream(ProblemType.values())
                .collect(Collectors.toMap(type -> type.uri().toString(), type -> type));

        contract.json().at("/components/examples").properties().stream()
                .filter(example -> example.getKey().startsWith(SchemaExamples.PROBLEM))
                .forEach(example -> {
                    JsonNode problem = example.getValue().get("value");
                    ProblemType type = Objects.requireNonNull(
                            types.get(problem.get("type").asString()), example.getKey());
                    assertThat(problem.get("status").asInt()).isEqualTo(type.status().value());
                    assertThat(problem.get("title").asString()).isEqualTo(texts.getString("title." + type.slug()));
                    assertThat(problem.get("detail").asString())
                            .matches(worded(texts.getString("detail." + type.slug())));
                });
    }

    /** A pattern for the text with anything in the place of its facts. */
    private static String worded(String text) {
        return Arrays.stream(text.split("\\{\\w+}", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
    }
}
