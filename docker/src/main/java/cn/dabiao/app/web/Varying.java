package cn.dabiao.app.web;

import java.io.IOException;
import java.util.List;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells caches what an answer depends on beside its address: who asked, in which language and for which format. That
 * holds for every answer, since a problem has words and a token is asked for everywhere. An entity tag is told apart by
 * these, too: the same version is shown to an analyst without persons.
 */
@Configuration(proxyBeanMethods = false)
class Varying {

    /** Before whatever may refuse. */
    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE;

    private static final String ON =
            String.join(", ", List.of(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.AUTHORIZATION));

    @Bean
    FilterRegistrationBean<?> whatAnswersDependOn() {
        FilterRegistrationBean<?> filter = new FilterRegistrationBean<>(new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(
                    HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                response.addHeader(HttpHeaders.VARY, ON);
                chain.doFilter(request, response);
            }
        });
        filter.setName("varying");
        filter.addUrlPatterns("/api/v1/*");
        filter.setOrder(FIRST);
        return filter;
    }
}
