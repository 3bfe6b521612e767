package cn.dabiao.query.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

import cn.dabiao.api.webhook.DeliveryFault;

/**
 * Posts to targets, which are strangers: every step has its time and all of them together, no more of an answer is read
 * than its status, nothing it says is followed, and a connection is made to an allowed address or not at all.
 */
final class Sender implements AutoCloseable {

    /** What is read of an answer so that its connection can be used again. */
    private static final int SMALL = 4096;

    private final CloseableHttpClient client;
    private final Duration attempt;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("webhook-deadlines").unstarted(task));

    Sender(Targets targets, WebhookSettings settings) {
        Timeout connecting = Timeout.of(settings.connectTimeout());
        Timeout answering = Timeout.of(settings.answerTimeout());
        this.attempt = settings.connectTimeout().plus(settings.answerTimeout());
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(targets)
                        .setMaxConnTotal(settings.parallel())
                        .setMaxConnPerRoute(settings.parallel())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(connecting)
                                .setSocketTimeout(answering)
                                .build())
                        .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(connecting).build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(connecting)
                        .setResponseTimeout(answering)
                        .build())
                .setUserAgent("Dabiao-Webhooks")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** The target's status, or why there is none. */
    Answer post(URI target, Map<String, String> headers, byte[] body) {
        HttpPost request = new HttpPost(target);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        Future<?> deadline = clock.schedule(request::cancel, attempt.toMillis(), TimeUnit.MILLISECONDS);
        try (ClassicHttpResponse response = client.executeOpen(null, request, null)) {
            readIfSmall(response.getEntity());
            return Answer.of(response.getCode());
        } catch (IOException e) {
            return new Answer(null, request.isCancelled() ? DeliveryFault.TIMEOUT : fault(e));
        } finally {
            deadline.cancel(false);
        }
    }

    /** One that is not read to its end has its connection closed. */
    private static void readIfSmall(@Nullable HttpEntity entity) throws IOException {
        if (entity != null && entity.getContentLength() >= 0 && entity.getContentLength() <= SMALL) {
            try (InputStream content = entity.getContent()) {
                content.readNBytes(SMALL);
            }
        }
    }

    private static DeliveryFault fault(IOException failure) {
        return switch (failure) {
            case Targets.AddressNotAllowed _ -> DeliveryFault.ADDRESS_NOT_ALLOWED;
            case UnknownHostException _ -> DeliveryFault.UNKNOWN_HOST;
            case InterruptedIOException _ -> DeliveryFault.TIMEOUT;
            case SSLException _ -> DeliveryFault.TLS;
            default -> DeliveryFault.CONNECTION;
        };
    }

    @Override
    public void close() {
        clock.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }

    /**
     * @param status null when nobody answered
     * @param fault  null when it was taken
     */
    record Answer(@Nullable Integer status, @Nullable DeliveryFault fault) {

        private static final int GONE = 410;

        static Answer of(int status) {
            return new Answer(status, status / 100 == 2 ? null : DeliveryFault.STATUS);
        }

        boolean isGone() {
            return status != null && status == GONE;
        }
    }
}
