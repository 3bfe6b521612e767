package cn.dabiao.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plain HTTP client with the few gestures that tests of this module need. */
public final class Caller {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String base;

    public Caller(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** Answers an access token of a demo client. */
    public String tokenOf(String clientId) {
        HttpResponse<String> response = requestToken(clientId, clientId);
        if (response.statusCode() != 200) {
            throw new AssertionError("no token for " + clientId + ": " + response.body());
        }
        return json(response).get("access_token").asString();
    }

    public HttpResponse<String> requestToken(String clientId, String secret) {
        String credentials = Base64.getEncoder()
                .encodeToString((clientId + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return post("/oauth2/token", "grant_type=client_credentials", "Authorization", "Basic " + credentials);
    }

    public HttpResponse<String> post(String path, String form, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers));
    }

    public HttpResponse<String> getAs(String token, String path) {
        return get(path, "Authorization", "Bearer " + token);
    }

    /** A JSON request as whoever the token speaks for; headers come in pairs. */
    public HttpResponse<String> call(String token, String method, String path, String body, String... headers) {
        HttpRequest.BodyPublisher content = body.isEmpty()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body);
        return send(request(path, headers)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, content));
    }

    /** A request with any body, as whoever the token speaks for. */
    public HttpResponse<String> send(
            String token, String path, String contentType, HttpRequest.BodyPublisher body, String... headers) {
        return send(request(path, headers)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", contentType)
                .POST(body));
    }

    /** The bytes of an answer that is no text, or why there are none; headers come in pairs. */
    public HttpResponse<byte[]> download(String token, String path, String... headers) {
        return send(
                request(path, headers).header("Authorization", "Bearer " + token),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    /** A file as the body of a request. */
    public HttpResponse<String> upload(String token, String path, String type, byte[] body) {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    /** The claims of a token, unverified. */
    public static JsonNode claims(String token) {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return HTTP.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
