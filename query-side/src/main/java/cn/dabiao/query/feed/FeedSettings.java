package cn.dabiao.query.feed;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of event streams.
 *
 * @param pollInterval           how often a node with listeners looks whether there is something new, whatever their number
 * @param heartbeat              how long a stream stays silent at the most
 * @param maxListeners           how many streams a node serves at a time
 * @param maxListenersPerAccount how many of them to one account: enough for an office that shares one, far from all
 */
@ConfigurationProperties("dabiao.feed")
public record FeedSettings(
        @DefaultValue("100ms") Duration pollInterval,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("2000") int maxListeners,
        @DefaultValue("100") int maxListenersPerAccount) {}
