package cn.dabiao.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;

import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

import cn.dabiao.app.Caller;

/** Reads over HTTP by the office, with a token, by a client that keeps its connections. */
final class HttpReads implements Closeable {

    private static final int CONNECTIONS = 64;

    private final String base;
    private final String token;
    private final CloseableHttpClient http = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(CONNECTIONS)
                    .setMaxConnPerRoute(CONNECTIONS)
                    .build())
            .build();

    HttpReads(int port) {
        this.base = "http://127.0.0.1:" + port + "/api/v1";
        this.token = new Caller(port).tokenOf("office");
    }

    /** The same requests by a program of its own. */
    Wrk wrk(String program) {
        return new Wrk(program, base, token);
    }

    Contender of(String name, String path) {
        return new Contender() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Call client(int number) {
                return () -> read(path);
            }
        };
    }

    Void read(String path) throws IOException {
        return http.execute(
                ClassicRequestBuilder.get(base + path).setHeader("Authorization", "Bearer " + token).build(), response -> {
                    byte[] body = EntityUtils.toByteArray(response.getEntity());
                    if (response.getCode() != 200) {
                        throw new IllegalStateException(path + ": " + response.getCode() + " " + new String(body, UTF_8));
                    }
                    return null;
                });
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
