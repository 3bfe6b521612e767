package cn.dabiao.app.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
    }
}
