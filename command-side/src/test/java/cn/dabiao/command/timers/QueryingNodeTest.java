package cn.dabiao.command.timers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.axonframework.config.ConfigurerModule;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

import cn.dabiao.command.CommandSideConfiguration;

class QueryingNodeTest {

    @Test
    void a_node_that_only_queries_attends_to_no_timers() {
        try (AnnotationConfigApplicationContext node = new AnnotationConfigApplicationContext()) {
            node.getEnvironment().getPropertySources().addFirst(
                    new MapPropertySource("test", Map.of("dabiao.role", "query")));
            node.register(CommandSideConfiguration.class);
            node.refresh();

            assertThat(node.getBeansOfType(ConfigurerModule.class)).isEmpty();
            assertThat(node.getBeansOfType(Period.class)).isEmpty();
        }
    }
}
