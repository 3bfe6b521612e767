package cn.dabiao.app.web;

import java.io.InputStream;
import java.util.Objects;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** Lists, rankings and histories have no version of their own: their entity tag is a hash of what is shown. */
@Configuration(proxyBeanMethods = false)
class EntityTags {

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> entityTagsOfLists() {
        FilterRegistrationBean<ShallowEtagHeaderFilter> filter = new FilterRegistrationBean<>(new OfAllButDownloads());
        filter.addUrlPatterns("/api/v1/*");
        return filter;
    }

    /** The filter holds whole answers in memory, and a bundle or a file of evidence may be large. */
    private static final class OfAllButDownloads extends ShallowEtagHeaderFilter {

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return request.getRequestURI().endsWith("/bundle") || request.getRequestURI().contains("/evidence/");
        }

        /** Spring's leaves out HEAD, which is to tell what GET would (RFC 9110 §9.3.2); the content is made for it all the same. */
        @Override
        protected boolean isEligibleForEtag(
                HttpServletRequest request, HttpServletResponse response, int status, InputStream content) {
            return super.isEligibleForEtag(request, response, status, content)
                    || (request.getMethod().equals(HttpMethod.HEAD.name())
                            && !response.isCommitted()
                            && HttpStatusCode.valueOf(status).is2xxSuccessful()
                            && !Objects.requireNonNullElse(response.getHeader(HttpHeaders.CACHE_CONTROL), "")
                                    .contains("no-store"));
        }
    }
}
