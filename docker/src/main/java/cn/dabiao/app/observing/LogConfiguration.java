package cn.dabiao.app.observing;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class LogConfiguration implements WebMvcConfigurer {

    /** Before those that refuse: who is refused is told of, too. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new WriteLog()).addPathPatterns("/api/v1/**").order(Ordered.HIGHEST_PRECEDENCE);
    }
}
