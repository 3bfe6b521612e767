package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

import cn.dabiao.app.FreshDataDirectory;

/** An export takes no more memory for being long. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("child processes")
class LargeExportTest {

    @TempDir
    private Path tables = Path.of("");

    @Test
    void a_hundred_thousand_rows_are_exported_by_an_application_in_256_mib_of_heap() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Xmx256m",
                "-cp", System.getProperty("java.class.path"),
                LargeExport.class.getName(), tables.toString(), "--server.port=0"));
        FreshDataDirectory.properties(FreshDataDirectory.create()).forEach(property -> command.add("--" + property));
        Path log = Files.createTempFile(Files.createDirectories(Path.of("target", "child-logs")), "large-export", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(4, TimeUnit.MINUTES)).as("ends, see " + log).isTrue();
            assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        } finally {
            process.destroy();
        }

        try (Stream<String> lines = Files.lines(tables.resolve("large.csv"), StandardCharsets.UTF_8)) {
            assertThat(lines.skip(1).map(line -> line.split(",", -1)[2]).distinct()).hasSize(LargeExport.ROWS);
        }
        assertThat(rowsOf(tables.resolve("large.xlsx"))).isEqualTo(LargeExport.ROWS);
    }

    private static long rowsOf(Path workbook) throws IOException {
        try (InputStream bytes = Files.newInputStream(workbook);
                ReadableWorkbook read = new ReadableWorkbook(bytes);
                Stream<Row> rows = read.getFirstSheet().openStream()) {
            return rows.skip(1).map(row -> row.getCellText(2)).distinct().count();
        }
    }
}
