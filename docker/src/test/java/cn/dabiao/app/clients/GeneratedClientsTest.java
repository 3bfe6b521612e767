package cn.dabiao.app.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;

/**
 * Clients that are generated from the committed document compile, and do the main job: from opening a campaign to reading
 * the ranking, with tokens as front ends have them. The build generates them, see the module's pom.
 */
@DabiaoTest
class GeneratedClientsTest {

    private static final Path SOURCES = Path.of("src", "test", "clients");

    @LocalServerPort
    private int port;

    @Test
    void one_in_java_compiles_and_grades_a_school(@TempDir Path classes) throws Exception {
        JavaClient client = JavaClient.compiled(SOURCES.resolve("MainJob.java"), classes);

        assertThat(client.mainJob(base(), new Caller(port)::tokenOf, "java-client", "2132076001"))
                .isEqualTo(Map.of(
                        "state", "GRADED", "grade", "LEVEL_1", "total", "98", "school", "2132076001", "rank", 1));
    }

    @Test
    void one_in_typescript_compiles_strictly_and_grades_a_school(@TempDir Path compiler) throws Exception {
        try (TypeScriptClient client = TypeScriptClient.compiled(SOURCES.resolve("main-job.ts"), compiler)) {
            JsonNode results = client.mainJob(base(), "typescript-client", "2132076002");

            assertThat(results.get("stale").asString()).isEqualTo("https://dabiao.cn/problems/stale-version");
            assertThat(results.get("state").asString()).isEqualTo("GRADED");
            assertThat(results.get("grade").asString()).isEqualTo("LEVEL_1");
            assertThat(results.get("total").decimalValue()).isEqualByComparingTo("98");
            assertThat(results.get("school").asString()).isEqualTo("2132076002");
            assertThat(results.get("rank").asInt()).isEqualTo(1);
        }
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
