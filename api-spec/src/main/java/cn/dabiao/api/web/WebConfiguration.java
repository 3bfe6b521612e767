package cn.dabiao.api.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

import tools.jackson.databind.cfg.ContextAttributes;
import tools.jackson.databind.module.SimpleModule;

import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Phone;
import cn.dabiao.domain.value.Points;
import cn.dabiao.json.DomainJson;
import cn.dabiao.person.Persons;

/** The web of both sides: one way to read values, to know the caller, and to refuse. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private static final String OURS = "/api/v1/**";

    private final ActorResolver actors = new ActorResolver();
    private final DataSize largestFile;
    private final ObjectProvider<Standing> standings;

    /**
     * @param largestFile of how many bytes a file with schools may be
     * @param standings   asked at each request
     */
    WebConfiguration(
            @Value("${dabiao.import.max-size:8MB}") DataSize largestFile, ObjectProvider<Standing> standings) {
        this.largestFile = largestFile;
        this.standings = standings;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(actors);
        resolvers.add(new ExpiryResolver(actors, standings));
        resolvers.add(new PreconditionResolver());
        resolvers.add(new SchoolFileResolver(largestFile));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PermissionInterceptor(actors, standings.orderedStream().toList()))
                .addPathPatterns(OURS);
        registry.addInterceptor(new BodyTypeInterceptor()).addPathPatterns(OURS);
        registry.addInterceptor(new KnownParametersInterceptor()).addPathPatterns(OURS);
    }

    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.addFirst(new BrokenOffAnswers());
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new ItemNumbers());
        registry.addConverter(new PointAmounts());
        registry.addConverter(new Instants());
    }

    /** Chinese unless English is asked for. */
    @Bean
    LocaleResolver localeResolver() {
        AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(Locale.CHINESE, Locale.ENGLISH));
        resolver.setDefaultLocale(Locale.CHINESE);
        return resolver;
    }

    @Bean
    @Order(0)
    JsonMapperBuilderCustomizer domainJson() {
        return builder -> DomainJson.configure(builder)
                .defaultAttributes(ContextAttributes.getEmpty().withSharedAttribute(DomainJson.FROM_OUTSIDE, true));
    }

    /**
     * Opens names and numbers of persons in answers: whoever may not see them is given none.
     *
     * @param persons asked for when there is somebody to show: the web is set up long before there is a database
     */
    @Bean
    JsonMapperBuilderCustomizer openedPersons(ObjectProvider<Persons> persons) {
        UnaryOperator<String> opening = stored -> persons.getObject().shown(stored);
        return builder -> builder.addModule(new SimpleModule("dabiao-persons")
                .addSerializer(PersonName.class, new OpeningWriter<>(opening))
                .addSerializer(Phone.class, new OpeningWriter<>(opening)));
    }

    private static final class ItemNumbers implements Converter<String, ItemNo> {

        @Override
        public ItemNo convert(String source) {
            try {
                return new ItemNo(Integer.valueOf(source));
            } catch (NumberFormatException e) {
                throw new InvalidValue(ItemNo.class, source);
            }
        }
    }

    /** As in a body: an instant of our times, and nothing else that a formatter might make one of. */
    private static final class Instants implements Converter<String, Instant> {

        @Override
        public Instant convert(String source) {
            return DomainJson.mapper().convertValue(source, Instant.class);
        }
    }

    private static final class PointAmounts implements Converter<String, Points> {

        @Override
        public Points convert(String source) {
            return new Points(source);
        }
    }
}
