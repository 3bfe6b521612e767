package cn.dabiao.app.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The README's shell lines, run as they stand against some address.
 *
 * @param answers what each call answered
 * @param files   the directory below which the lines wrote their files
 */
record ReadmeScript(List<JsonNode> answers, Path files) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    static ReadmeScript runAgainst(String address) throws IOException, InterruptedException {
        String readme = Files.readString(Path.of("..", "README.md"));
        String script = SHELL.matcher(readme).results()
                .map((MatchResult block) -> block.group(1))
                .collect(Collectors.joining("\n"));
        ProcessBuilder shell = new ProcessBuilder("bash", "-eu");
        shell.environment().put("DABIAO_URL", address);
        Path files = Files.createTempDirectory(Files.createDirectories(Path.of("target").toAbsolutePath()), "readme");
        shell.environment().put("TMPDIR", files.toString());
        Process process = shell.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var input = process.outputWriter(StandardCharsets.UTF_8)) {
            input.write(script);
        }
        List<JsonNode> answers = process.inputReader(StandardCharsets.UTF_8).lines()
                .filter(line -> !line.isBlank())
                .map(JSON::readTree)
                .toList();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError("The README's lines fail after " + answers);
        }
        return new ReadmeScript(answers, files);
    }

    /** The assessment as it was after the grade, as it is at the end, and, looking back, as it was. */
    List<JsonNode> assessments() {
        return answers.stream().filter(answer -> answer.has("assignedGrade")).toList();
    }

    JsonNode receipt() {
        return answers.stream().filter(answer -> answer.has("agrees")).findFirst().orElseThrow();
    }

    JsonNode difference() {
        return answers.stream().filter(answer -> answer.has("changes")).findFirst().orElseThrow();
    }

    JsonNode statistics() {
        return answers.stream().filter(answer -> answer.has("overall")).findFirst().orElseThrow();
    }

    JsonNode feed() {
        return itemsWith("leafHash");
    }

    JsonNode ranking() {
        return itemsWith("rank");
    }

    JsonNode published() {
        return answers.stream()
                .filter(answer -> answer.at("/items/0").has("pending") && !answer.at("/items/0").has("assessmentId"))
                .toList()
                .getLast()
                .get("items");
    }

    JsonNode eligibility() {
        return itemsWith("eligible");
    }

    JsonNode annualEvaluation() {
        return itemsWith("contribution");
    }

    /** Of the school, as it was last read. */
    JsonNode history() {
        return answers.stream()
                .filter(answer -> answer.at("/items/0/type").asString("").equals("school.SchoolRegistered"))
                .toList()
                .getLast()
                .get("items");
    }

    /** The first of the list may be another test's school, which has nothing yet. */
    private JsonNode itemsWith(String field) {
        return answers.stream()
                .map(answer -> answer.at("/items"))
                .filter(items -> items.valueStream().anyMatch(item -> item.has(field)))
                .findFirst()
                .orElseThrow();
    }

    /** A file by its name. */
    Path file(String name) throws IOException {
        try (Stream<Path> all = Files.walk(files)) {
            return all.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }
}
