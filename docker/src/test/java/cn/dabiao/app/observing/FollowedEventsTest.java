package cn.dabiao.app.observing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class FollowedEventsTest {

    @Test
    void while_an_event_is_followed_the_log_knows_which_it_is_who_follows_it_and_which_request_it_came_from() {
        Looking looking = new Looking();
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(_ -> Jackson3Serializer.builder().build())
                .configureEmbeddedEventStore(_ -> new InMemoryEventStorageEngine());
        configurer.eventProcessing().usingPooledStreamingEventProcessors().registerEventHandler(_ -> looking);
        new FollowedEvents().eventsInTheLog().configureModule(configurer);
        Configuration axon = configurer.start();
        try {
            axon.eventStore().publish(
                    new GenericEventMessage<>("first", Map.of("requestId", "r-1")), new GenericEventMessage<>("second"));
            await().until(() -> looking.seen.size() == 2);
        } finally {
            axon.shutdown();
        }

        assertThat(looking.seen).containsExactlyInAnyOrder(
                Map.of("group", "lookers", "position", "0", "requestId", "r-1"),
                Map.of("group", "lookers", "position", "1"));
    }

    @ProcessingGroup("lookers")
    static final class Looking {

        final Queue<Map<String, String>> seen = new ConcurrentLinkedQueue<>();

        @EventHandler
        void on(String event) {
            seen.add(Map.copyOf(Objects.requireNonNull(MDC.getCopyOfContextMap())));
        }
    }
}
