package cn.dabiao.app.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import cn.dabiao.app.Caller;
import cn.dabiao.app.FreshDataDirectory;
import cn.dabiao.app.postgres.ChildProcess;

/**
 * Connections of which nothing comes, to a node with a small heap: {@code -Ddabiao.connections=10000}. Each end needs
 * that many file descriptors.
 */
@EnabledIfSystemProperty(named = "dabiao.connections", matches = "\\d+")
class ManyConnectionsTest {

    private static final int CONNECTIONS = Integer.getInteger("dabiao.connections", 10_000);
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    @Test
    void idle_connections_cost_little_and_hinder_nobody() throws IOException {
        try (ChildProcess child = ChildProcess.start(FreshDataDirectory.create(), "-Xmx256m",
                        // Long enough to be all there at once, on a busy machine too.
                        "--server.tomcat.connection-timeout=10m", "--server.tomcat.keep-alive-timeout=10m")
                .untilReady()) {
            Matcher started = PORT.matcher(child.output());
            assertThat(started.find()).isTrue();
            int port = Integer.parseInt(started.group(1));
            Caller caller = new Caller(port);
            String token = caller.tokenOf("office");
            String before = "%d ms for a read, %d MB resident".formatted(median(caller, token), resident(child));
            List<SocketChannel> connections = new ArrayList<>();
            try {
                for (int i = 0; i < CONNECTIONS; i++) {
                    connections.add(open(port, i));
                }
                long millis = median(caller, token);
                System.out.printf("%d idle connections at -Xmx256m: before %s; with them %d ms for a read, %d MB resident%n",
                        CONNECTIONS, before, millis, resident(child));
                assertThat(caller.tokenOf("leader")).isNotBlank();
                assertThat(child.process().isAlive()).isTrue();
                assertThat(child.output()).doesNotContain("OutOfMemoryError");
                assertThat(millis).as("ms for a read").isLessThan(2_000);
                assertThat(resident(child)).as("MB, of which 256 are heap").isLessThan(900);
                assertThat(connections.stream().filter(SocketChannel::isConnected).count()).isEqualTo(CONNECTIONS);
            } finally {
                for (SocketChannel connection : connections) {
                    connection.close();
                }
            }
        }
    }

    /** Most say nothing; some have begun a request, and some have had an answer and are kept alive. */
    private static SocketChannel open(int port, int number) throws IOException {
        SocketChannel connection = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        String said = switch (number % 10) {
            case 0 -> "GET /actuator/health/liveness HTTP/1.1\r\nHost: localhost\r\n\r\n";
            case 1 -> "GET /api/v1/schools HTTP/1.1\r\nHost: loc";
            default -> "";
        };
        connection.write(ByteBuffer.wrap(said.getBytes(StandardCharsets.US_ASCII)));
        return connection;
    }

    private static long median(Caller caller, String token) {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < 41; i++) {
            long began = System.nanoTime();
            assertThat(caller.getAs(token, "/api/v1/schools").statusCode()).isEqualTo(200);
            millis.add((System.nanoTime() - began) / 1_000_000);
        }
        return millis.stream().sorted().toList().get(20);
    }

    private static long resident(ChildProcess child) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + child.process().pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
