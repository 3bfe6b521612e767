package cn.dabiao.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLHandshakeException;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import cn.dabiao.app.DabiaoTest;

/** Started with a certificate and with pages of one other origin that may call it: a real browser would send the same. */
@DabiaoTest
@DirtiesContext
class TlsAndCorsTest {

    private static final String OURS = "https://bi.example";
    private static final String ANOTHER = "https://evil.example";

    @TempDir
    private static Path directory;

    private static Certificate certificate;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void a_certificate() throws Exception {
        certificate = Certificate.in(directory);
    }

    @DynamicPropertySource
    static void as_the_readme_says(DynamicPropertyRegistry settings) {
        settings.add("server.ssl.bundle", () -> "dabiao");
        settings.add("spring.ssl.bundle.pem.dabiao.keystore.certificate", () -> certificate.certificate().toString());
        settings.add("spring.ssl.bundle.pem.dabiao.keystore.private-key", () -> certificate.privateKey().toString());
        settings.add("dabiao.http.cors-origins", () -> OURS + ",http://localhost:3000");
    }

    @Test
    void it_answers_by_tls_and_binds_browsers_to_it() throws Exception {
        for (String path : List.of("/actuator/health", "/swagger-ui/index.html", "/api/v1/nothing", "/oauth2/jwks")) {
            HttpResponse<String> answer = send(request(path));
            assertThat(answer.sslSession()).isPresent();
            assertThat(header(answer, "Strict-Transport-Security")).as(path).isEqualTo("max-age=31536000 ; includeSubDomains");
        }
        assertThatExceptionOfType(SSLHandshakeException.class)
                .as("to whoever does not know the certificate")
                .isThrownBy(() -> HttpClient.newHttpClient()
                        .send(request("/actuator/health").build(), HttpResponse.BodyHandlers.ofString()));
    }

    @ParameterizedTest
    @CsvSource({"https://bi.example, PUT", "http://localhost:3000, POST"})
    void a_page_on_the_list_may_ask_with_all_that_the_contract_wants_to_be_sent(String origin, String method) throws Exception {
        HttpResponse<String> answer = preflight(origin, method,
                "authorization,content-type,if-match,if-none-match,idempotency-key,accept-language,x-request-id,"
                        + "last-event-id,dabiao-min-position");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo(origin);
        assertThat(header(answer, "Access-Control-Allow-Methods")).contains(method);
        assertThat(header(answer, "Access-Control-Allow-Headers").toLowerCase(Locale.ROOT).split(", "))
                .contains("authorization", "content-type", "if-match", "if-none-match", "idempotency-key",
                        "accept-language", "x-request-id", "last-event-id", "dabiao-min-position");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void a_page_on_the_list_sees_the_headers_of_an_answer_even_when_that_is_a_no() throws Exception {
        HttpResponse<String> answer = send(request("/api/v1/schools").header("Origin", OURS));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo(OURS);
        assertThat(List.of(header(answer, "Access-Control-Expose-Headers").split(", ")))
                .contains("ETag", "Location", "Dabiao-Position", "Retry-After", "Link", "X-Request-Id", "Content-Disposition");
        assertThat(answer.headers().allValues("Vary")).contains("Origin");
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example, GET, accept", "https://bi.example.evil.example, GET, accept", "null, GET, accept",
        "http://[%%, GET, accept", "https://bi.example, TRACE, accept", "https://bi.example, GET, x-http-method-override"
    })
    void nobody_else_and_for_nothing_else(String origin, String method, String header) throws Exception {
        HttpResponse<String> answer = preflight(origin, method, header);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
    }

    @ParameterizedTest
    @ValueSource(strings = {ANOTHER, "null", "http://[%%"})
    void a_page_that_is_not_on_the_list_gets_nothing_that_a_browser_would_show_it(String origin) throws Exception {
        HttpResponse<String> answer = send(request("/api/v1/schools").header("Origin", origin));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
        assertThat(answer.headers().allValues("Vary")).as("no cache may give it the answer of another").contains("Origin");
    }

    @Test
    void outside_the_api_no_page_may_call_anything() throws Exception {
        HttpResponse<String> answer = send(request("/v3/api-docs").header("Origin", OURS));

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    private HttpResponse<String> preflight(String origin, String method, String headers)
            throws IOException, InterruptedException {
        return send(request("/api/v1/schools")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", headers));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + port + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().sslContext(certificate.trusting()).build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("none");
    }
}
