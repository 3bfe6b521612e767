package cn.dabiao.app.observing;

import java.io.IOException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

import cn.dabiao.api.problem.Problems;

/** Who is not ready says when to ask again, as every other 503 does; on whichever port health is asked for. */
@ManagementContextConfiguration(proxyBeanMethods = false)
class HealthToAskAgain {

    @Bean
    FilterRegistrationBean<?> askingAgainForHealth() {
        FilterRegistrationBean<?> filter = new FilterRegistrationBean<>(new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(
                    HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                chain.doFilter(request, new Telling(response));
            }
        });
        filter.setName("health-to-ask-again");
        filter.addUrlPatterns("/actuator/health", "/actuator/health/*");
        return filter;
    }

    private static final class Telling extends HttpServletResponseWrapper {

        Telling(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setStatus(int status) {
            super.setStatus(status);
            if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
                setHeader(HttpHeaders.RETRY_AFTER, Problems.RETRY_SECONDS);
            }
        }
    }
}
