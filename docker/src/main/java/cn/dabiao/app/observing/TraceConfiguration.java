package cn.dabiao.app.observing;

import org.axonframework.tracing.SpanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

import io.micrometer.tracing.Tracer;

@Configuration(proxyBeanMethods = false)
@Conditional(Collector.class)
class TraceConfiguration {

    @Bean
    SpanFactory axonSpans(Tracer tracer) {
        return new AxonSpans(tracer);
    }
}
