package cn.dabiao.app.observing;

import java.util.List;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Finds of which of our paths a request's is one, also where it was refused before that was asked. */
@Component
final class PathTemplates {

    private static final String UNKNOWN = "(unknown)";

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private volatile List<PathPattern> known = List.of();

    PathTemplates(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    String of(HttpServletRequest request) {
        // Null when the web server could not parse the request's first line.
        String path = request.getRequestURI();
        if (path == null) {
            return UNKNOWN;
        }
        PathContainer parsed = PathContainer.parsePath(path);
        return known().stream()
                .filter(pattern -> pattern.matches(parsed))
                .findFirst()
                .map(PathPattern::getPatternString)
                .orElse(UNKNOWN);
    }

    /** The most specific first; asked for when the first request is refused, for until then there may be no mappings. */
    private List<PathPattern> known() {
        List<PathPattern> all = known;
        if (all.isEmpty()) {
            all = mappings.orderedStream()
                    .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                    .flatMap(info -> info.getPatternValues().stream())
                    .distinct()
                    .map(PathPatternParser.defaultInstance::parse)
                    .sorted()
                    .toList();
            known = all;
        }
        return all;
    }
}
