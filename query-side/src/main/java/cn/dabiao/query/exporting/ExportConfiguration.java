package cn.dabiao.query.exporting;

import java.time.Clock;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

import cn.dabiao.person.Persons;
import cn.dabiao.query.reading.Reads;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExportSettings.class)
class ExportConfiguration {

    @Bean
    Exports exports(Reads reads, ExportSettings settings, Clock clock, Persons persons) {
        return new Exports(reads, settings, clock, persons);
    }

    /** Static, and asked for exports only when there is one: Spring MVC is set up long before there is a database. */
    @Bean
    static WebMvcRegistrations exportsOfLists(ObjectProvider<Exports> exports) {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                return new ExportingAdapter(exports);
            }
        };
    }
}
