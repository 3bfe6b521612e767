package cn.dabiao.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;

/** What answers tell a browser, as they come by default: without TLS, and with no other origin on the list. */
@DabiaoTest
class AnswerHeadersTest {

    private static final String POLICY = "Content-Security-Policy";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {
        "/api/v1/probe", "/api/v1/nothing", "/v3/api-docs", "/actuator/health", "/actuator/prometheus", "/nothing", "/",
        "/oauth2/jwks", "/.well-known/oauth-protected-resource", "/.well-known/oauth-authorization-server"
    })
    void an_answer_that_is_data_may_do_nothing_in_a_browser(String path) {
        HttpResponse<String> answer = caller().get(path, "Authorization", "Bearer x.y.z");

        assertThat(header(answer, POLICY)).isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "Cache-Control")).contains("no-store");
    }

    @Test
    void so_may_a_read_of_somebody_who_is_let_in() {
        HttpResponse<String> answer = caller().getAs(caller().tokenOf("office"), "/api/v1/schools?limit=1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, POLICY)).isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.headers().firstValue("Vary").orElse("")).doesNotContain("Origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1//x", "/api/v1/a|b"})
    void so_may_what_the_firewall_or_tomcat_refuses(String path) throws IOException {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains(POLICY + ": default-src 'none'; frame-ancestors 'none'\r\n")
                .contains("X-Content-Type-Options: nosniff\r\n");
    }

    /** The page is read as a browser reads it: whatever it loads has to be what its policy lets it load. */
    @Test
    void swagger_ui_runs_the_scripts_it_brings_and_no_others() {
        HttpResponse<String> page = caller().get("/swagger-ui/index.html");

        assertThat(header(page, POLICY))
                .contains("default-src 'none'; script-src 'self'; ", "connect-src 'self'; ", "frame-ancestors 'none'");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        Matcher scripts = Pattern.compile("<script([^>]*)>(.*?)</script>", Pattern.DOTALL).matcher(page.body());
        assertThat(scripts.results().toList()).hasSizeGreaterThanOrEqualTo(3).allSatisfy(script -> {
            assertThat(script.group(1)).containsPattern(" src=\"\\./[\\w-]+\\.js\"");
            assertThat(script.group(2)).isBlank();
        });
        assertThat(page.body()).doesNotContain("<style", " style=", "onload=", "http://", "https://");
        for (String asset : List.of("swagger-ui-bundle.js", "swagger-initializer.js", "swagger-ui.css", "oauth2-redirect.js")) {
            HttpResponse<String> loaded = caller().get("/swagger-ui/" + asset);
            assertThat(loaded.statusCode()).as(asset).isEqualTo(200);
            // nosniff has a browser refuse a script that does not say it is one.
            assertThat(header(loaded, "Content-Type")).containsAnyOf("javascript", "text/css");
        }
        assertThat(caller().get("/swagger-ui/swagger-initializer.js").body()).doesNotContain("eval(", "new Function");
    }

    @Test
    void a_token_url_elsewhere_may_be_called_by_swagger_ui() {
        assertThat(AnswerHeaders.originOf("https://id.example:8443/realms/bureau/token")).isEqualTo(" https://id.example:8443");
        assertThat(AnswerHeaders.originOf("/oauth2/token")).isEmpty();
    }

    @Test
    void nobody_is_bound_to_tls_that_did_not_come_by_it_whatever_they_say() {
        assertThat(caller().get("/actuator/health", "X-Forwarded-Proto", "https").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void no_other_origin_is_on_the_list() throws IOException {
        String preflight = raw("""
                OPTIONS /api/v1/schools HTTP/1.1
                Host: localhost
                Origin: https://evil.example
                Access-Control-Request-Method: POST
                Connection: close

                """.replace("\n", "\r\n"));
        assertThat(preflight).startsWith("HTTP/1.1 403").contains("application/problem+json").doesNotContain("Access-Control-");

        assertThat(raw("""
                GET /api/v1/schools?limit=1 HTTP/1.1
                Host: localhost
                Origin: https://evil.example
                Authorization: Bearer %s
                Connection: close

                """.formatted(caller().tokenOf("office")).replace("\n", "\r\n")))
                .as("answered, and the browser keeps it to itself")
                .startsWith("HTTP/1.1 200")
                .doesNotContain("Access-Control-");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "*", "https://*.example", "https://a.example/", "a.example", "ftp://a.example", "https://u@a.example",
        "https://a.example?x", "https://", "HTTPS://a.example", "null", "http://a b"
    })
    void what_no_browser_would_send_as_its_origin_is_refused_at_the_start(String origin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CorsProperties(List.of("https://bi.example", "http://localhost:3000", origin)))
                .withMessageContaining("dabiao.http.cors-origins")
                .withMessageContaining("'" + origin + "'");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("none");
    }

    private Caller caller() {
        return new Caller(port);
    }
}
