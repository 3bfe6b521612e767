package cn.dabiao.query.feed;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.person.Persons;
import cn.dabiao.query.reading.Reads;

/** Wires the feed of a node. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedSettings.class)
class FeedConfiguration {

    @Bean
    Feed feed(Reads reads, JdbcClient jdbc, Persons persons) {
        return new Feed(reads, jdbc, persons);
    }

    @Bean
    FeedTail feedTail(Feed feed, FeedSettings settings) {
        return new FeedTail(feed, settings.pollInterval());
    }

    @Bean
    FeedListeners feedListeners(Feed feed, FeedTail tail, FeedSettings settings) {
        return new FeedListeners(feed, tail, settings);
    }
}
