package cn.dabiao.query.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import tools.jackson.databind.JsonNode;

import cn.dabiao.json.DomainJson;

/** Somebody's endpoint: it keeps what it gets and answers as it is told, with 204 when it is told nothing. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile int usual = 204;
    private volatile long delay;

    Receiver() {
        this(null);
    }

    /** @param tls null for one without */
    Receiver(@Nullable SSLContext tls) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try {
            server = tls == null ? HttpServer.create(address, 0) : HttpsServer.create(address, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (server instanceof HttpsServer https) {
            https.setHttpsConfigurator(new HttpsConfigurator(tls));
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::receive);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/events";
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The next ones, one after the other. */
    void answers(int... statuses) {
        for (int status : statuses) {
            answers.add(status);
        }
    }

    void usuallyAnswers(int status) {
        usual = status;
    }

    void takesItsTime(long millis) {
        delay = millis;
    }

    List<Received> received() {
        return received;
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }

    /** The positions of what it took, in the order in which it came. */
    List<Long> taken() {
        return takenOf(received.stream());
    }

    /** The same of what was posted to this path. */
    List<Long> taken(String path) {
        return takenOf(received.stream().filter(each -> each.path().equals(path)));
    }

    private static List<Long> takenOf(Stream<Received> some) {
        return some.filter(each -> each.status() / 100 == 2)
                .flatMap(each -> each.positions().stream())
                .toList();
    }

    private void receive(HttpExchange exchange) throws IOException {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (delay > 0) {
                Thread.sleep(delay);
            }
            Integer told = answers.poll();
            int status = told == null ? usual : told;
            received.add(new Received(
                    header(exchange, "webhook-id"),
                    header(exchange, "webhook-timestamp"),
                    header(exchange, "webhook-signature"),
                    header(exchange, "Content-Type"),
                    exchange.getRequestURI().getPath(),
                    body,
                    status,
                    System.nanoTime()));
            exchange.getResponseHeaders().add("Location", url());
            exchange.sendResponseHeaders(status, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            atOnce.decrementAndGet();
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    record Received(
            String id, String timestamp, String signature, String type, String path, String body, int status, long at) {

        JsonNode json() {
            return DomainJson.mapper().readTree(body);
        }

        List<Long> positions() {
            return json().get("events").valueStream().map(event -> event.get("position").asLong()).toList();
        }
    }
}
