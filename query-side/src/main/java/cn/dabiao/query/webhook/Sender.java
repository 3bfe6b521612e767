package cn.dabiao.query.webhook;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslOptions;

import cn.dabiao.api.webhook.DeliveryFault;

/**
 * Posts to targets, which are strangers: every step has its time and all of them together, hardly more of an answer is
 * read than its status, nothing it says is followed, and a connection is made to an allowed address or not at all.
 */
final class Sender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    /** What is read of an answer so that its connection can be used again. */
    private static final int SMALL = 4096;

    private final CloseableHttpClient client;
    private final Duration attempt;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, task -> Thread.ofPlatform().daemon().name("webhook-deadlines").unstarted(task));

    /** @param bundle whom to trust, and who we are; null for those whom Java trusts, and nobody */
    Sender(Targets targets, WebhookSettings settings, @Nullable SslBundle bundle) {
        Timeout connecting = Timeout.of(settings.connectTimeout());
        Timeout answering = Timeout.of(settings.answerTimeout());
        this.attempt = settings.attempt();
        // A deadline holds what is sent, and most are not needed any more long before they come.
        clock.setRemoveOnCancelPolicy(true);
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(targets)
                        .setTlsSocketStrategy(bundle == null ? DefaultClientTlsStrategy.createDefault() : tls(bundle))
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

    private static TlsSocketStrategy tls(SslBundle bundle) {
        SslOptions options = bundle.getOptions();
        return new DefaultClientTlsStrategy(
                bundle.createSslContext(), options.getEnabledProtocols(), options.getCiphers(), SSLBufferMode.STATIC,
                HttpsSupport.getDefaultHostnameVerifier());
    }

    /** The target's status, or why there is none. Whatever goes wrong is the target's failure, and is counted as such. */
    Answer post(URI target, Map<String, String> headers, byte[] body) {
        try {
            return answer(new HttpPost(target), headers, body);
        } catch (RuntimeException e) {
            LOG.warn("nothing can be sent to {}: {}", target.getHost(), e.toString());
            return new Answer(null, DeliveryFault.CONNECTION);
        }
    }

    private Answer answer(HttpPost request, Map<String, String> headers, byte[] body) {
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        Future<?> deadline = clock.schedule(request::cancel, attempt.toMillis(), TimeUnit.MILLISECONDS);
        Answer answered = null;
        try (ClassicHttpResponse response = client.executeOpen(null, request, null)) {
            answered = Answer.of(response.getCode());
            if (!isReadToItsEnd(response.getEntity())) {
                // Or it would be read on when it is closed.
                request.cancel();
            }
            return answered;
        } catch (IOException e) {
            // What comes of the rest changes nothing.
            return answered != null
                    ? answered
                    : new Answer(null, request.isCancelled() ? DeliveryFault.TIMEOUT : fault(e));
        } finally {
            deadline.cancel(false);
        }
    }

    private static boolean isReadToItsEnd(@Nullable HttpEntity entity) throws IOException {
        return entity == null || entity.getContent().readNBytes(SMALL + 1).length <= SMALL;
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
