package cn.dabiao.app.endtoend;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.api.school.SchoolFile;
import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoApplication;

/** The whole application with 100,000 assessments, of which it makes both tables for a caller in the same JVM. */
public final class LargeExport {

    static final int ROWS = 100_000;

    private static final String ASSESSMENTS =
            """
            INSERT INTO view.assessment
                   (assessment_id, campaign_id, school_code, bureau, school_name, kind, ownership, township, phase,
                    plan_late, self_total, total, grade, round, inspectors, state, version, position)
            SELECT 'large.' || code, 'large', code, '320724', '灌南县第' || no || '小学', 'PRIMARY', 'PUBLIC', '新安镇', 'GRADED',
                   no % 7 = 0, 95, 60 + no % 80 / 2.0, 'LEVEL_2', 1, ARRAY['i-01'], '{}', 24, 0
              FROM (SELECT no, '2132' || lpad(CAST(no AS text), 6, '0') AS code
                      FROM generate_series(1, 100000) AS no) AS generated
            """;

    private LargeExport() {}

    /** @param args where the tables go, and the settings of the application */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (ConfigurableApplicationContext application = SpringApplication.run(
                DabiaoApplication.class, Arrays.copyOfRange(args, 1, args.length))) {
            application.getBean(JdbcClient.class).sql(ASSESSMENTS).update();
            int port = Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
            String token = new Caller(port).tokenOf("office");
            for (String type : new String[] {SchoolFile.XLSX, SchoolFile.CSV}) {
                long begun = System.nanoTime();
                Path table = Path.of(args[0], type.equals(SchoolFile.CSV) ? "large.csv" : "large.xlsx");
                download(port, token, type, table);
                System.out.printf("%s: %d bytes in %d ms%n",
                        table.getFileName(), Files.size(table), (System.nanoTime() - begun) / 1_000_000);
            }
            System.out.printf("heap at the most: %d MiB of %d%n", peak() >> 20, Runtime.getRuntime().maxMemory() >> 20);
        }
    }

    private static void download(int port, String token, String type, Path into)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/assessments"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", type)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<Path> answer = http.send(request, BodyHandlers.ofFile(into));
            if (answer.statusCode() != 200) {
                throw new IOException("answered " + answer.statusCode() + ": " + Files.readString(into));
            }
        }
    }

    /** The sum of what each part of the heap held at the most, if not at one time. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
