package cn.dabiao.app.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import cn.dabiao.api.problem.ProblemType;
import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;
import cn.dabiao.app.openapi.ContractDocument.Operation;

/** Every operation says of itself what a generated client and its reader want to know. */
@DabiaoTest
class PublishedOperationsTest {

    private static final Set<String> VERBS = Set.of(
            "accept", "assign", "cancel", "change", "close", "compare", "confirm", "correct", "create", "decide",
            "delete", "determine", "diff", "draw", "erase", "explain", "extend", "file", "get", "import", "issue", "list",
            "lodge", "merge", "open", "order", "pause", "publish", "read", "rebuild", "record", "recuse", "register",
            "reinstate", "replace", "replay", "report", "resume", "retry", "return", "rotate", "score", "sign", "skip",
            "store", "suspend", "update", "verify", "withdraw");
    private static final Pattern VERB_AND_NOUN = Pattern.compile("([a-z]+)[A-Z]\\w*");
    private static final Pattern TYPES = Pattern.compile("`([a-z0-9-]+)`");
    private static final String PROBLEM = "application/problem+json";
    private static final String PROBLEM_SCHEMA = "#/components/schemas/Problem";

    @LocalServerPort
    private int port;

    private ContractDocument contract = new ContractDocument("{}");

    @BeforeEach
    void read() {
        contract = new ContractDocument(new Caller(port).get("/v3/api-docs").body());
    }

    @Test
    void it_is_openapi_3_1() {
        assertThat(contract.json().get("openapi").asString()).startsWith("3.1.");
    }

    @Test
    void every_operation_has_a_name_of_its_own_a_verb_and_a_noun() {
        assertThat(contract.operations()).hasSizeGreaterThan(80);
        assertThat(contract.operations()).extracting(Operation::id).doesNotHaveDuplicates().allSatisfy(id -> {
            Matcher name = VERB_AND_NOUN.matcher(id);
            assertThat(name.matches()).as(id).isTrue();
            assertThat(VERBS).contains(name.group(1));
        });
    }

    @Test
    void every_operation_has_a_tag_that_is_described_and_a_security_scheme_that_is_defined() {
        Set<String> tags = contract.json().get("tags").valueStream()
                .map(tag -> tag.get("name").asString())
                .collect(Collectors.toSet());
        Set<String> schemes = Set.copyOf(contract.json().at("/components/securitySchemes").propertyNames());

        assertThat(contract.operations()).allSatisfy(operation -> {
            assertThat(operation.json().path("tags").valueStream().map(JsonNode::asString)).isNotEmpty().isSubsetOf(tags);
            assertThat(operation.json().path("security").valueStream().flatMap(it -> it.propertyNames().stream()))
                    .isNotEmpty()
                    .isSubsetOf(schemes);
        });
    }

    @Test
    void every_error_is_a_problem_whose_types_are_named_and_of_its_status() {
        Map<String, Integer> statuses = Arrays.stream(ProblemType.values())
                .collect(Collectors.toMap(ProblemType::slug, type -> type.status().value()));

        assertThat(contract.operations()).allSatisfy(operation -> {
            assertThat(operation.json().get("responses").propertyNames())
                    .contains("400", "401", "403", "404", "406", "500", "503");
            errors(operation).forEach(error -> {
                JsonNode content = error.getValue().get("content");
                assertThat(content.propertyNames()).containsExactly(PROBLEM);
                assertThat(content.at("/application~1problem+json/schema/$ref").asString()).isEqualTo(PROBLEM_SCHEMA);
                assertThat(content.at("/application~1problem+json/examples").size()).isEqualTo(1);
                List<String> types = TYPES.matcher(error.getValue().get("description").asString())
                        .results()
                        .map(type -> type.group(1))
                        .toList();
                assertThat(types).isNotEmpty().allSatisfy(type ->
                        assertThat(statuses).containsEntry(type, Integer.valueOf(error.getKey())));
            });
        });
    }

    @Test
    void every_body_and_every_answer_has_an_example_unless_it_is_a_file_or_a_table() {
        List<String> bare = new ArrayList<>();
        for (Operation operation : contract.operations()) {
            Stream.concat(
                            Stream.of(operation.json().path("requestBody")),
                            operation.json().get("responses").valueStream())
                    .flatMap(body -> body.path("content").properties().stream())
                    .filter(media -> !isFile(media.getKey(), media.getValue(), operation))
                    .filter(media -> !media.getValue().has("example") && !media.getValue().has("examples"))
                    .forEach(media -> bare.add(operation + " " + media.getKey()));
        }
        assertThat(bare).isEmpty();
    }

    @Test
    void every_parameter_that_is_required_has_an_example() {
        assertThat(contract.operations()).allSatisfy(operation ->
                assertThat(operation.json().path("parameters").valueStream()
                                .filter(parameter -> parameter.path("required").asBoolean(false)))
                        .allSatisfy(parameter -> assertThat(
                                        parameter.has("example") || parameter.path("schema").has("example"))
                                .as("%s %s", operation, parameter.get("name"))
                                .isTrue()));
    }

    /** An operation whose rows are also given as a table has that in its JSON; what comes in as a table has an example. */
    private static boolean isFile(String type, JsonNode media, Operation operation) {
        return "binary".equals(media.at("/schema/format").asString(""))
                || type.startsWith("multipart/")
                || (type.equals("text/csv") && operation.method().equals("get"));
    }

    private static Stream<Map.Entry<String, JsonNode>> errors(Operation operation) {
        return operation.json().get("responses").properties().stream()
                .filter(response -> response.getKey().charAt(0) >= '4');
    }
}
