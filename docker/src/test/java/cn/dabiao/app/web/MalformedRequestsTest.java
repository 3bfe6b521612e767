package cn.dabiao.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import cn.dabiao.app.DabiaoTest;

/** What no HTTP client would send, and no controller ever sees. */
@DabiaoTest
class MalformedRequestsTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {
        "/api/v1/a%00b", "/api/v1//x", "/api/v1/a;b=1", "/api/v1/%2e%2e/x", "/api/v1/a%2Fb", // the firewall
        "/api/v1/a|b", "/api/v1/\"", "/api/v1/%zz" // Tomcat
    })
    void a_suspicious_path_is_a_bad_request(String path) throws IOException {
        assertBadRequest(send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GARBAGE\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "G<T / HTTP/1.1\r\nHost: localhost\r\n\r\n"})
    void a_malformed_head_is_a_bad_request(String head) throws IOException {
        assertBadRequest(send(head));
    }

    @Test
    void too_large_a_header_is_told_to_be_just_that() throws IOException {
        assertProblem(
                send("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(20_000) + "\r\n\r\n"),
                431, "headers-too-large");
        assertProblem(
                send("GET / HTTP/1.1\r\nHost: localhost\r\n" + ("X: " + "a".repeat(500) + "\r\n").repeat(30) + "\r\n"),
                431, "headers-too-large");
    }

    @Test
    void so_are_too_many_of_them() throws IOException {
        assertThat(assertProblem(
                        send("GET / HTTP/1.1\r\nHost: localhost\r\n" + "X: a\r\n".repeat(200) + "\r\n"),
                        431, "headers-too-large"))
                .contains("\"limit\":8192", "\"headers\":100");
    }

    @Test
    void so_is_too_long_an_address() throws IOException {
        assertProblem(
                send("GET /api/v1/schools?q=" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                414, "uri-too-long");
    }

    private static void assertBadRequest(String response) {
        assertProblem(response, 400, "bad-request");
    }

    private static String assertProblem(String response, int status, String type) {
        assertThat(response)
                .startsWith("HTTP/1.1 " + status)
                .contains("Content-Type: application/problem+json")
                .contains("\"type\":\"https://dabiao.cn/problems/" + type + "\"")
                .contains("\"status\":" + status)
                .contains("\"requestId\":")
                .doesNotContain("Exception");
        return response;
    }

    private String send(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
