package cn.dabiao.query.webhook;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of webhooks.
 *
 * @param allowHttp           whether targets may be without TLS
 * @param allowPrivateTargets whether targets may be in private networks, or this very machine
 * @param pollInterval        how often a node looks for what is to be sent
 * @param parallel            to how many targets a node sends at a time
 * @param parallelPerBureau   to how many of them if they are one bureau's: its slow ones leave room for others
 * @param turn                for how long a target is sent to before those have their turn that wait
 * @param events              how many events a delivery holds at the most
 * @param connectTimeout      how long a connection may take, and its TLS
 * @param answerTimeout       how long an answer may take
 * @param firstRetry          after how long a failed delivery is tried again; then twice as long each time
 * @param lastRetry           how long that becomes at the most
 * @param maxFailures         after how many failures in a row a webhook is dead: about three days, as the others are
 * @param sslBundle           the name of an SSL bundle of Spring Boot: whom it trusts is trusted instead of whom Java does,
 *                            and its key, if it has one, is shown to targets that ask for it
 */
@ConfigurationProperties("dabiao.webhooks")
public record WebhookSettings(
        @DefaultValue("false") boolean allowHttp,
        @DefaultValue("false") boolean allowPrivateTargets,
        @DefaultValue("500ms") Duration pollInterval,
        @DefaultValue("16") int parallel,
        @DefaultValue("4") int parallelPerBureau,
        @DefaultValue("2s") Duration turn,
        @DefaultValue("100") int events,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("10s") Duration answerTimeout,
        @DefaultValue("5s") Duration firstRetry,
        @DefaultValue("1h") Duration lastRetry,
        @DefaultValue("80") int maxFailures,
        @Nullable String sslBundle) {

    private static final int MOST_EVENTS = 1_000;

    public WebhookSettings {
        if (parallel < 1 || parallelPerBureau < 1) {
            throw new IllegalArgumentException(
                    "dabiao.webhooks.parallel and dabiao.webhooks.parallel-per-bureau must be above 0");
        }
        if (events < 1 || events > MOST_EVENTS) {
            throw new IllegalArgumentException(
                    "dabiao.webhooks.events is %d, and has to be 1 to %d".formatted(events, MOST_EVENTS));
        }
    }

    /** After how long an attempt is broken off that has a connection. */
    Duration attempt() {
        return connectTimeout.plus(answerTimeout);
    }

    /**
     * How long an attempt takes at the worst, once its target's name is known: nothing breaks it off before every address
     * has had its time for a connection and for its TLS.
     */
    Duration slowestAttempt() {
        return connectTimeout.multipliedBy(2L * Targets.TRIED).plus(answerTimeout);
    }
}
