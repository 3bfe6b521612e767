package cn.dabiao.api.released;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Front ends are built on the released document: the present one breaks it nowhere but where that is said, with the reason. */
class BreakingChangesTest {

    private static final String RELEASED = read("src/released/openapi.yaml");
    private static final Pattern OVERRIDE = Pattern.compile("([A-Z]+ /\\S+): (\\S.{9,})");

    @Test
    void the_present_document_breaks_the_released_one_only_where_that_is_said() {
        ContractDifference difference = ContractDifference.between(RELEASED, read("openapi.yaml"));

        assertThat(difference.broken())
                .as("name it in src/released/breaking.txt with the reason, or keep to the released contract%n%s",
                        difference.report())
                .isSubsetOf(overrides().keySet());
    }

    @Test
    void whatever_is_said_to_break_does() {
        assertThat(overrides().keySet())
                .as("src/released/breaking.txt")
                .isSubsetOf(ContractDifference.between(RELEASED, read("openapi.yaml")).broken());
    }

    static Stream<Arguments> breaks() {
        return Stream.of(
                arguments("an operation is gone", "  /api/v1/feed:\n", "  /api/v1/news:\n", "GET /api/v1/feed"),
                arguments("a method is called otherwise", "operationId: readFeed", "operationId: readNews",
                        "GET /api/v1/feed"),
                arguments("a field of an answer is gone", "(\n    FeedPage:\n      type.*?\n        )next:", "$1following:",
                        "GET /api/v1/feed"),
                arguments("a field of an answer is of another type",
                        "(\n    FeedPage:\n      type.*?\n        next:\n          type: )integer", "$1string", "GET /api/v1/feed"),
                arguments("a field of an answer may be missing", "(\n    FeedPage:\n      type.*?)\n      - next", "$1",
                        "GET /api/v1/feed"),
                arguments("a field is demanded that was not", "(\n    ReviewRequest:\n      type.*?      required:\n)", "$1      - why\n",
                        "POST /api/v1/assessments/{assessmentId}/reviews"),
                arguments("a word is no longer taken", "(\n    DeterminationRequest:\n      type.*?)\n          - SLOW_PROGRESS", "$1",
                        "POST /api/v1/assessments/{assessmentId}/determination"),
                arguments("a text has to be shorter", "(\n    GradeRequest:\n      type.*?maxLength: )2000", "$1100",
                        "POST /api/v1/assessments/{assessmentId}/grade"),
                arguments("a parameter is demanded that was not",
                        "(operationId: readFeed.*?name: after\n        required: )false", "$1true", "GET /api/v1/feed"),
                arguments("a parameter is of another type",
                        "(operationId: signReview.*?name: round.*?type: )integer", "$1string",
                        "POST /api/v1/assessments/{assessmentId}/reviews/{round}/signatures"),
                arguments("a status is answered no more", "(operationId: readFeed.*?\n        )\"404\"", "$1\"418\"",
                        "GET /api/v1/feed"),
                arguments("a form of the answer is gone", "(operationId: readFeed.*?)text/event-stream", "$1text/stream",
                        "GET /api/v1/feed"),
                arguments("a header is gone", "(operationId: readFeed.*?)Dabiao-Position:", "$1Dabiao-Place:",
                        "GET /api/v1/feed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaks")
    void a_break_is_found(String what, String pattern, String replacement, String broken) {
        assertThat(ContractDifference.between(RELEASED, changed(pattern, replacement)).broken())
                .as(what)
                .contains(broken);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("additions")
    void what_is_added_breaks_nothing(String what, String pattern, String replacement) {
        ContractDifference difference = ContractDifference.between(RELEASED, changed(pattern, replacement));

        assertThat(difference.isDifferent()).as(what).isTrue();
        assertThat(difference.broken()).as(what).isEmpty();
    }

    static Stream<Arguments> additions() {
        return Stream.of(
                arguments("a field of an answer", "(\n    FeedPage:\n      type.*?      properties:\n)",
                        "$1        more:\n          type: string\n"),
                arguments("an optional field of a body", "(\n    ReviewRequest:\n      type.*?      properties:\n)",
                        "$1        why:\n          type: string\n"),
                arguments("a wording", "(\n    FeedPage:\n      type.*?      description: )\\w+", "$1Other"));
    }

    private static String changed(String pattern, String replacement) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(RELEASED);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.replaceFirst(replacement);
    }

    private static Map<String, String> overrides() {
        return read("src/released/breaking.txt").lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> {
                    Matcher override = OVERRIDE.matcher(line);
                    assertThat(override.matches()).as("an operation, a colon and the reason: %s", line).isTrue();
                    return override;
                })
                .collect(Collectors.toMap(override -> override.group(1), override -> override.group(2)));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
