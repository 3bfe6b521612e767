package cn.dabiao.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import cn.dabiao.api.Permitted;
import cn.dabiao.app.DabiaoTest;

/** Whatever is mapped, wherever it comes from: a handler of the API without a rule would be one that nobody thought of. */
@DabiaoTest
class PermittedEverywhereTest {

    @Autowired
    private List<RequestMappingHandlerMapping> mappings = List.of();

    @Test
    void every_handler_of_the_api_says_who_may_call_it() {
        assertThat(handlers("/api/")).hasSizeGreaterThan(90).allMatch(
                handler -> AnnotatedElementUtils.hasAnnotation(handler.getMethod(), Permitted.class));
    }

    /** Only below {@code /api/v1} are the rules looked at. */
    @Test
    void we_have_no_handler_outside_of_the_api() {
        assertThat(handlers("/")).filteredOn(handler -> handler.getBeanType().getName().startsWith("cn.dabiao."))
                .hasSameElementsAs(handlers("/api/v1/"));
    }

    private List<HandlerMethod> handlers(String prefix) {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .flatMap(mapped -> mapped.getKey().getPatternValues().stream()
                                .anyMatch(pattern -> pattern.startsWith(prefix))
                        ? Stream.of(mapped.getValue())
                        : Stream.of())
                .distinct()
                .toList();
    }
}
