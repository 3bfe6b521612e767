package cn.dabiao.app.identity;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Holds when the application issues its own tokens, that is when no external issuer is configured. */
public final class EmbeddedIssuer implements Condition {

    private static final String EXTERNAL = "spring.security.oauth2.resourceserver.jwt.";

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return isActive(context.getEnvironment());
    }

    public static boolean isActive(Environment environment) {
        return !StringUtils.hasText(environment.getProperty(EXTERNAL + "issuer-uri"))
                && !StringUtils.hasText(environment.getProperty(EXTERNAL + "jwk-set-uri"));
    }
}
