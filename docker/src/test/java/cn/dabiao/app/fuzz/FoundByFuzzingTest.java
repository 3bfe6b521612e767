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
import cn.dabiao.app.endtoend.County;

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

    @Test
    void a_part_that_a_file_does_not_have_is_a_problem_and_not_the_whole_file() throws IOException {
        Caller caller = new Caller(port);
        String position = caller.call(office, "POST", "/api/v1/schools", County.school("2132075021"))
                .headers()
                .firstValue("Dabiao-Position")
                .orElseThrow();

        String answer = exchange("GET", "/api/v1/schools/2132075021/bundle",
                caller.tokenOf("auditor"), "Range: bytes=99999999-\r\nDabiao-Min-Position: " + position + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 416").containsPattern("Content-Range: bytes \\*/\\d+");
        assertThat(Shapes.JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n"))).get("type").asString())
                .endsWith("/range-not-satisfiable");
    }

    private JsonNode problem(String method, String path, int status, String rest) throws IOException {
        String answer = exchange(method, path, office, rest.isEmpty() ? "\r\n" : rest);
        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("Content-Type: application/problem+json");
        return Shapes.JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n")));
    }

    /** HTTP/1.0 has no chunks to be read through. */
    private String exchange(String method, String path, String token, String rest) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            String head = method + " " + path + " HTTP/1.0\r\nHost: localhost\r\n"
                    + "Authorization: Bearer " + token + "\r\n";
            socket.getOutputStream().write((head + rest).getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
