package cn.dabiao.query.webhook;

import java.time.Clock;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.query.feed.Feed;

/** Wires the webhooks of a node. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookConfiguration {

    @Bean
    Webhooks webhooks(JdbcClient jdbc, Feed feed, Clock clock, WebhookSettings settings) {
        return new Webhooks(new SubscriptionTable(jdbc), new Targets(settings), feed, clock);
    }

    @Bean
    Dispatcher webhookDispatcher(
            JdbcClient jdbc, Feed feed, Clock clock, WebhookSettings settings, ObjectProvider<SslBundles> bundles) {
        SslBundle bundle = settings.sslBundle() == null ? null : bundles.getObject().getBundle(settings.sslBundle());
        Sender sender = new Sender(new Targets(settings), settings, bundle);
        return new Dispatcher(feed, new DeliveryTable(jdbc, settings), sender, clock, settings);
    }
}
