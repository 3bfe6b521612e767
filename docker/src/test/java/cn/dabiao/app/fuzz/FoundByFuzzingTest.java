package cn.dabiao.app.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;

/** What was once answered otherwise than the contract says. */
@DabiaoTest
class FoundByFuzzingTest {

    @LocalServerPort
    private int port;

    private String office = "";

    @BeforeEach
    void token() {
        office = new Caller(port).tokenOf("office");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=%zz", "limit=%ff%fe", "q=%c3%28", "=1", "&=&limit=1"})
    void a_query_that_cannot_be_read_is_invalid_and_no_failure(String query) throws IOException {
        JsonNode problem = problem("GET", "/api/v1/schools?" + query, 400, "");

        assertThat(problem.at("/errors/0/rule").asString()).isEqualTo("query");
        assertThat(problem.at("/errors/0/expected").asString()).contains("UTF-8");
    }

    @Test
    void more_query_parameters_than_anybody_needs_are_invalid_and_no_failure() throws IOException {
        JsonNode problem = problem("GET", "/api/v1/schools?" + "x=1&".repeat(200) + "y=1", 400, "");

        assertThat(problem.at("/errors/0/expected").asString()).contains("100");
    }

    @Test
    void a_body_of_any_type_is_of_an_unsupported_one() throws IOException {
        JsonNode problem = problem("POST", "/api/v1/campaigns", 415, "Content-Type: */*\r\nContent-Length: 2\r\n\r\n{}");

        assertThat(problem.get("supported").get(0).asString()).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/schools/[", "/api/v1/schools/%zz", "/api/v1/schools/%_%"})
    void a_problem_says_where_even_of_what_is_no_uri(String path) throws IOException {
        assertThat(problem("GET", path, 400, "").get("instance").asString()).startsWith("/");
    }

    private JsonNode problem(String method, String path, int status, String rest) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer " + office + "\r\n";
            socket.getOutputStream().write((head + (rest.isEmpty() ? "\r\n" : rest)).getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 " + status).contains("Content-Type: application/problem+json");
            return Shapes.JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n")));
        }
    }
}
