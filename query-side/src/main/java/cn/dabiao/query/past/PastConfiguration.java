package cn.dabiao.query.past;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.dabiao.ledger.Timeline;

/** Wires what a node does for time travel in the background. */
@Configuration(proxyBeanMethods = false)
class PastConfiguration {

    @Bean
    WarmTimeline warmTimeline(Timeline timeline) {
        return new WarmTimeline(timeline);
    }
}
