package cn.dabiao.app.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import cn.dabiao.app.FreshDataDirectory;
import cn.dabiao.app.cli.Verified;

/** Who is erased stands nowhere any more, is brought back by no older copy, and all the rest is as sound as ever. */
@ExtendWith(OutputCaptureExtension.class)
class ErasedForGoodTest {

    private static final String SCHOOL = "2132076901";
    private static final String NAME = "欧阳无痕";
    private static final String NUMBER = "13912347856";
    private static final String OTHER_NAME = "司徒常在";
    private static final String BODY =
            """
            {"schoolCode": "%s", "name": "灌南县寻迹小学", "ownership": "PUBLIC", "kind": "PRIMARY", "township": "新安镇",
             "students": 100, "staff": 10, "teachers": 8, "principal": {"name": "%s", "phone": "%s"},
             "vicePrincipal": {"name": "%s", "phone": "0518-83220002"}}""".formatted(SCHOOL, NAME, NUMBER, OTHER_NAME);

    private static final String CAMPAIGN =
            """
            {"campaignId": "erased", "name": "测试", "standardId": "guannan-2018", "planDeadline": "2018-03-25",
             "annualWeight": 0.1, "leadingGroup": [{"name": "%s", "role": "HEAD"}]}""".formatted(NAME);
    private static final String INSPECTOR =
            """
            {"inspectorId": "er-1", "name": "%s", "township": "百禄镇"}""".formatted(NAME);

    @TempDir
    private Path directory;

    @Test
    void a_person_is_erased_from_everything_and_stays_so(CapturedOutput output) throws Exception {
        Path data = directory.resolve("data");
        try (Running dabiao = start(data)) {
            dabiao.send("office", "POST", "/schools", BODY, 201);
            assertThat(dabiao.read("office", "/schools/" + SCHOOL)).contains(NAME, NUMBER, OTHER_NAME);
            assertThat(dabiao.read("office", "/schools/" + SCHOOL + "/history")).contains(NAME);
        }
        Path copy = copyOf(data);
        try (Running dabiao = start(data)) {
            dabiao.send("office", "POST", "/schools/" + SCHOOL + "/erasures", erasure("查无此人"), 404);
            dabiao.send("office", "POST", "/schools/" + SCHOOL + "/erasures", erasure(NAME), 200);
            for (String path : List.of(
                    "/schools/" + SCHOOL, "/schools", "/schools/" + SCHOOL + "/history", "/feed?after=-1&limit=500")) {
                assertThat(dabiao.read("office", path)).as(path)
                        .contains("已删除", OTHER_NAME)
                        .doesNotContain(NAME, NUMBER, "sealed:");
            }
            assertThat(dabiao.read("office", "/schools", "Accept", "text/csv")).contains("已删除").doesNotContain(NAME, NUMBER);
            assertThat(dabiao.read("office", "/schools/" + SCHOOL + "/history")).contains("依法删除人员", "本人书面申请");
            assertThat(dabiao.read("analyst", "/schools/" + SCHOOL + "/history")).contains("依法删除人员").doesNotContain("本人书面申请");
            dabiao.send("office", "POST", "/schools/" + SCHOOL + "/erasures", erasure(NAME), 404);
            erasedElsewhere(dabiao);
        }

        assertThat(filesWith(data, "灌南县寻迹小学")).as("what is no person's stands there, or this would prove nothing").isNotEmpty();
        assertThat(filesWith(data, NAME)).isEmpty();
        assertThat(filesWith(data, NUMBER)).isEmpty();
        assertThat(output.getAll()).doesNotContain(NAME, NUMBER).contains("/schools/" + SCHOOL + "/erasures");
        assertThat(verify(data)).startsWith("0 sound: ");

        try (Running older = start(copy)) {
            assertThat(older.read("office", "/schools/" + SCHOOL)).contains("已删除", OTHER_NAME).doesNotContain(NAME, NUMBER);
        }
        assertThat(output.getAll()).contains("of whose erasure the ledger has no event");
        assertThat(verify(copy)).startsWith("0 sound: ");
    }

    /** The same name with another owner is another person. */
    private static void erasedElsewhere(Running dabiao) {
        dabiao.send("office", "POST", "/campaigns", CAMPAIGN, 201);
        dabiao.send("office", "POST", "/inspectors", INSPECTOR, 201);
        assertThat(dabiao.read("office", "/campaigns/erased")).contains(NAME);
        assertThat(dabiao.read("office", "/inspectors/er-1")).contains(NAME);

        dabiao.send("leader", "POST", "/campaigns/erased/erasures", erasure(NAME), 200);
        assertThat(dabiao.read("office", "/campaigns/erased")).contains("已删除").doesNotContain(NAME);
        assertThat(dabiao.read("office", "/campaigns/erased/history")).contains("依法删除人员").doesNotContain(NAME);
        assertThat(dabiao.read("office", "/inspectors/er-1")).contains(NAME);

        dabiao.send("office", "POST", "/inspectors/er-1/erasures", erasure(NAME), 200);
        assertThat(dabiao.read("office", "/inspectors/er-1")).contains("已删除", "er-1").doesNotContain(NAME);
    }

    private static String erasure(String name) {
        return "{\"name\": \"%s\", \"reason\": \"本人书面申请\"}".formatted(name);
    }

    /** Files that hold it as PostgreSQL writes it, its write-ahead log among them. */
    private static List<Path> filesWith(Path data, String text) throws IOException {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile).filter(file -> holds(file, wanted)).toList();
        }
    }

    private static boolean holds(Path file, byte[] wanted) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .contains(new String(wanted, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path copyOf(Path data) throws Exception {
        Path copy = directory.resolve("copy");
        int exit = new ProcessBuilder("cp", "-a", data.toString(), copy.toString()).inheritIO().start().waitFor();
        assertThat(exit).isZero();
        return copy;
    }

    /** The master key is kept apart from what is copied, with the list of those who were erased. */
    private Running start(Path data) {
        List<String> settings = new ArrayList<>(
                List.of("server.port=0", "dabiao.person.master-key=" + directory.resolve("keys/person.key")));
        settings.addAll(FreshDataDirectory.properties(data));
        return Running.with(settings);
    }

    private static String verify(Path data) {
        return Verified.by("--data-dir", data.toString(), "--binaries-dir", FreshDataDirectory.binaries().toString());
    }
}
