package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cn.dabiao.app.DabiaoTest;

/** What the README shows is what happens: its shell lines are run as they stand, and their answers looked at. */
@DabiaoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadmeTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @LocalServerPort
    private int port;

    private List<JsonNode> answers = List.of();

    @BeforeAll
    void run_the_readme() throws IOException, InterruptedException {
        String readme = Files.readString(Path.of("..", "README.md"));
        String script = SHELL.matcher(readme).results()
                .map((MatchResult block) -> block.group(1))
                .collect(Collectors.joining("\n"));
        ProcessBuilder shell = new ProcessBuilder("bash", "-eu");
        shell.environment().put("DABIAO_URL", "http://localhost:" + port);
        Process process = shell.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var input = process.outputWriter(StandardCharsets.UTF_8)) {
            input.write(script);
        }
        answers = process.inputReader(StandardCharsets.UTF_8).lines()
                .filter(line -> !line.isBlank())
                .map(JSON::readTree)
                .toList();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void no_line_is_refused() {
        assertThat(answers).hasSizeGreaterThan(25);
        assertThat(answers).noneMatch(answer -> answer.has("type") && answer.has("status"));
    }

    @Test
    void the_plan_of_2018_is_taken_and_marked_late() {
        assertThat(assessment().at("/plan/late").asBoolean()).isTrue();
    }

    @Test
    void the_school_is_level_1_with_92_5_points() {
        assertThat(assessment().get("state").asString()).isEqualTo("GRADED");
        assertThat(assessment().get("grade").asString()).isEqualTo("LEVEL_1");
        assertThat(assessment().get("total").decimalValue()).isEqualByComparingTo("92.5");
    }

    @Test
    void the_school_is_ranked_first() {
        JsonNode first = answers.get(answers.size() - 2).get("items").get(0);

        assertThat(first.get("schoolCode").asString()).isEqualTo("2132072401");
        assertThat(first.get("rank").asInt()).isEqualTo(1);
    }

    @Test
    void the_history_explains_each_point_lost() {
        JsonNode history = answers.getLast().get("items");

        assertThat(texts(history, "assessment.ItemScored"))
                .hasSize(15)
                .anySatisfy(text -> assertThat(text).contains("监控室面积8㎡", "1.2", "2"))
                .anySatisfy(text -> assertThat(text).contains("实验室没有摄像头", "2.9", "2.5"))
                .anySatisfy(text -> assertThat(text).contains("录像只保存25天", "4.2", "1"))
                .anySatisfy(text -> assertThat(text).contains("值班记录缺6天", "8.5", "2"));
        assertThat(texts(history, "assessment.GradeAssigned"))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("92.5"));
    }

    private JsonNode assessment() {
        return answers.get(answers.size() - 3);
    }

    private static List<String> texts(JsonNode history, String type) {
        return history.valueStream()
                .filter(entry -> entry.get("type").asString().equals(type))
                .map(entry -> entry.get("text").asString())
                .toList();
    }
}
