package cn.dabiao.query.webhook;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of webhooks.
 *
 * @param allowHttp           whether targets may be without TLS
 * @param allowPrivateTargets whether targets may be in private networks, or this very machine
 * @param pollInterval        how often a node looks for what is to be sent
 * @param parallel            to how many targets a node sends at a time
 * @param connectTimeout      how long a connection may take, and its TLS
 * @param answerTimeout       how long an answer may take
 * @param firstRetry          after how long a failed delivery is tried again; then twice as long each time
 * @param lastRetry           how long that becomes at the most
 * @param maxFailures         after how many failures in a row a webhook is dead: about three days, as the others are
 */
@ConfigurationProperties("dabiao.webhooks")
public record WebhookSettings(
        @DefaultValue("false") boolean allowHttp,
        @DefaultValue("false") boolean allowPrivateTargets,
        @DefaultValue("500ms") Duration pollInterval,
        @DefaultValue("16") int parallel,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("10s") Duration answerTimeout,
        @DefaultValue("5s") Duration firstRetry,
        @DefaultValue("1h") Duration lastRetry,
        @DefaultValue("80") int maxFailures) {}
