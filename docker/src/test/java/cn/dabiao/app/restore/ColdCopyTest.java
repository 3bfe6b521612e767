package cn.dabiao.app.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cn.dabiao.app.FreshDataDirectory;
import cn.dabiao.app.cli.Verified;
import cn.dabiao.app.start.StartRefused;

/** The embedded PostgreSQL brings no tools for backups: what is copied is the data directory of a Dabiao that is stopped. */
class ColdCopyTest {

    @TempDir
    private Path directory;

    @Test
    void a_copy_of_the_stopped_data_directory_is_sound_and_an_older_one_is_noticed() throws Exception {
        Path data = directory.resolve("data");
        try (Running dabiao = start(data)) {
            dabiao.write("2132072454");
        }
        Path copy = copyOf(data);
        Path kept;
        try (Running dabiao = start(data)) {
            kept = dabiao.keepCheckpoint(dabiao.write("2132072455"), directory.resolve("kept.checkpoint"));
        }

        assertThat(verify(copy)).startsWith("0 sound: ");
        assertThat(verify(copy, "--checkpoint", kept.toString())).startsWith("1 UNSOUND at position ");
        assertThat(verify(data, "--checkpoint", kept.toString())).startsWith("0 sound: ");

        assertThat(Files.readString(data.resolve("ledger.signed"))).as("the same that an auditor keeps").startsWith("dabiao.cn/");
        Files.copy(data.resolve("ledger.signed"), copy.resolve("ledger.signed"), StandardCopyOption.REPLACE_EXISTING);
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> start(copy).close())
                .satisfies(failure -> assertThat(failure).rootCause().isInstanceOf(StartRefused.class)
                        .hasMessageContaining("does not go on from what was signed here"));

        Files.delete(copy.resolve("ledger.signed"));
        try (Running dabiao = start(copy)) {
            assertThat(dabiao.status("2132072454")).as("it goes on from where it is").isEqualTo(200);
            assertThat(dabiao.status("2132072455")).isEqualTo(404);
        }
    }

    private Path copyOf(Path data) throws Exception {
        Path copy = directory.resolve("copy");
        int exit = new ProcessBuilder("cp", "-a", data.toString(), copy.toString()).inheritIO().start().waitFor();
        assertThat(exit).isZero();
        return copy;
    }

    private static Running start(Path data) {
        List<String> settings = new ArrayList<>(List.of("server.port=0"));
        settings.addAll(FreshDataDirectory.properties(data));
        return Running.with(settings);
    }

    private static String verify(Path data, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--data-dir", data.toString(), "--binaries-dir", FreshDataDirectory.binaries().toString()));
        arguments.addAll(List.of(more));
        return Verified.by(arguments.toArray(String[]::new));
    }
}
