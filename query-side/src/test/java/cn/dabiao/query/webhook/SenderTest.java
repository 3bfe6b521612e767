package cn.dabiao.query.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import com.sun.net.httpserver.HttpServer;

import cn.dabiao.api.webhook.DeliveryFault;
import cn.dabiao.query.webhook.Sender.Answer;

class SenderTest {

    private static final Duration SHORT = Duration.ofSeconds(2);

    /** All names are this machine's, and one is odd. */
    private static final DnsResolver NAMES = new SystemDefaultDnsResolver() {
        @Override
        public InetAddress[] resolve(String host) {
            if (host.startsWith("odd.")) {
                throw new IllegalArgumentException(host);
            }
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        }
    };

    @TempDir
    private static Path directory;

    private static Certificate certificate;

    @BeforeAll
    static void certificate() {
        certificate = new Certificate(directory);
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_not_sent_to() throws GeneralSecurityException {
        try (Receiver receiver = new Receiver(certificate.server())) {
            assertThat(post("https://127.0.0.1:%d/in".formatted(receiver.port()), null))
                    .isEqualTo(new Answer(null, DeliveryFault.TLS));
            assertThat(receiver.received()).isEmpty();
        }
    }

    @Test
    void a_certificate_of_another_name_is_not_sent_to_even_when_it_is_trusted() throws GeneralSecurityException {
        try (Receiver receiver = new Receiver(certificate.server())) {
            assertThat(post("https://another.example:%d/in".formatted(receiver.port()), trusting()))
                    .isEqualTo(new Answer(null, DeliveryFault.TLS));
            assertThat(receiver.received()).isEmpty();
        }
    }

    @Test
    void a_certificate_that_the_bundle_trusts_is_sent_to() throws GeneralSecurityException {
        try (Receiver receiver = new Receiver(certificate.server())) {
            assertThat(post("https://127.0.0.1:%d/in".formatted(receiver.port()), trusting()))
                    .isEqualTo(Answer.of(204));
            assertThat(receiver.received()).singleElement().satisfies(
                    each -> assertThat(each.body()).isEqualTo("{}"));
        }
    }

    @Test
    void a_target_that_answers_without_tls_what_was_sent_with_it_is_at_fault_with_it() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            Thread _ = Thread.startVirtualThread(() -> doesNotUnderstand(plain));
            assertThat(post("https://127.0.0.1:%d/in".formatted(plain.getLocalPort()), null))
                    .isEqualTo(new Answer(null, DeliveryFault.TLS));
        }
    }

    @Test
    void whatever_is_wrong_with_a_target_is_its_failure() {
        assertThat(post("http://127.0.0.1:99999/", null)).isEqualTo(new Answer(null, DeliveryFault.CONNECTION));
        assertThat(post("mailto:somebody@example.org", null)).isEqualTo(new Answer(null, DeliveryFault.CONNECTION));
        assertThat(post("http://odd.example/", null)).isEqualTo(new Answer(null, DeliveryFault.CONNECTION));
    }

    @Test
    void an_answer_that_does_not_end_is_not_read_to_its_end() throws IOException {
        HttpServer endless = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endless.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        endless.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, 0);
            byte[] line = "go on\n".repeat(1_000).getBytes(StandardCharsets.UTF_8);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(line);
                }
            }
        });
        endless.start();
        try {
            long begun = System.nanoTime();
            assertThat(post("http://127.0.0.1:%d/".formatted(endless.getAddress().getPort()), null))
                    .isEqualTo(Answer.of(200));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SHORT);
        } finally {
            endless.stop(0);
        }
    }

    private static Answer post(String url, @Nullable SslBundle bundle) {
        Targets targets = new Targets(NAMES, new TargetPolicy(true), true);
        try (Sender sender = new Sender(targets, settings(), bundle)) {
            return sender.post(URI.create(url), Map.of(), "{}".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void doesNotUnderstand(ServerSocket plain) {
        try (Socket caller = plain.accept()) {
            int _ = caller.getInputStream().read(new byte[8_192]);
            caller.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WebhookSettings settings() {
        return new WebhookSettings(
                true, true, Duration.ofMillis(15), 16, 4, SHORT, 100, SHORT, SHORT, SHORT, SHORT, 3, null);
    }

    /** As an operator says it. */
    private static SslBundle trusting() {
        SslBundle[] bundle = new SslBundle[1];
        new ApplicationContextRunner()
                .withUserConfiguration(SslAutoConfiguration.class)
                .withPropertyValues(
                        "spring.ssl.bundle.jks.webhooks.truststore.location=file:" + certificate.trusting(),
                        "spring.ssl.bundle.jks.webhooks.truststore.password=" + Certificate.PASSWORD)
                .run(context -> bundle[0] = context.getBean(SslBundles.class).getBundle("webhooks"));
        return bundle[0];
    }
}
