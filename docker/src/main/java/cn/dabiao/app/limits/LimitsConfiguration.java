package cn.dabiao.app.limits;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

import io.github.bucket4j.TimeMeter;

import cn.dabiao.api.problem.ProblemWriter;

@Configuration(proxyBeanMethods = false)
class LimitsConfiguration {

    /** Behind the filter that gives a request its id. */
    private static final int BEFORE_SECURITY = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    RequestLimits requestLimits(LimitsProperties limits, ProblemWriter problems) {
        return new RequestLimits(limits, TimeMeter.SYSTEM_NANOTIME, problems);
    }

    @Bean
    FilterRegistrationBean<?> limitOfTokens(RequestLimits limits) {
        FilterRegistrationBean<?> filter = new FilterRegistrationBean<>(limits.ofAddresses());
        filter.addUrlPatterns("/oauth2/token");
        filter.setOrder(BEFORE_SECURITY);
        return filter;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> limitOfBodies(LimitsProperties limits, ProblemWriter problems) {
        FilterRegistrationBean<BodyLimit> filter =
                new FilterRegistrationBean<>(new BodyLimit(limits.maxBody().toBytes(), problems));
        filter.addUrlPatterns("/api/v1/*");
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> limitedPatience(LimitsProperties limits) {
        Patience patience = new Patience(
                limits.headTime().toNanos(), limits.bodyTime().toNanos(), limits.minUploadRate().toBytes());
        return factory -> {
            factory.setProtocol(LimitedPatience.class.getName());
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof LimitedPatience protocol) {
                    protocol.setPatience(patience);
                }
            });
            factory.addEngineValves(new TimedBodies(patience));
        };
    }
}
