package cn.dabiao.app.observing;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Holds when somebody is named to whom traces are sent. */
final class Collector implements Condition {

    static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return isNamed(context.getEnvironment());
    }

    static boolean isNamed(Environment environment) {
        return StringUtils.hasText(environment.getProperty(ENDPOINT));
    }
}
