package cn.dabiao.query.exporting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.UriUtils;

import cn.dabiao.api.Headers;
import cn.dabiao.api.Page;
import cn.dabiao.api.export.ColumnTexts;
import cn.dabiao.api.export.ExportFormat;
import cn.dabiao.api.export.ListOperation;
import cn.dabiao.api.problem.Languages;

/** One request for a table of a list, and the answer to it. */
record Export(ListOperation list, ExportFormat format, HttpServletRequest request, HttpServletResponse response) {

    /** Where the table begins, and how many rows it has at the most when {@link #isBounded()}. */
    record From(int limit, @Nullable String cursor) {}

    /** The operation, asked for a page. */
    @FunctionalInterface
    interface Pages {

        Page<?> page(int limit, @Nullable String cursor) throws Exception;
    }

    ColumnTexts texts() {
        return ColumnTexts.in(Languages.preferred(request));
    }

    /** Whether the caller has said how many rows to give; the parameter's default is for pages of JSON. */
    boolean isBounded() {
        return request.getParameter(ListOperation.LIMIT) != null;
    }

    boolean waitsForPosition() {
        return request.getHeader(Headers.MIN_POSITION) != null;
    }

    /** Whether a list is wanted as it was at a moment. */
    boolean isOfPast() {
        return request.getParameter("atPosition") != null || request.getParameter("asOf") != null;
    }

    boolean isForHeadersAlone() {
        return request.getMethod().equals(HttpMethod.HEAD.name());
    }

    /** Sends status and headers: whatever fails from now on breaks the answer off. */
    ServletOutputStream begun(long position, LocalDate today) throws IOException {
        ShallowEtagHeaderFilter.disableContentCaching(request);
        response.setContentType(format.contentType());
        response.setHeader(Headers.POSITION, Long.toString(position));
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, Languages.preferred(request).toLanguageTag());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(today));
        ServletOutputStream out = response.getOutputStream();
        out.flush();
        return out;
    }

    /** As RFC 6266 §5 has it: a plain name for those who know no other, and the name in the reader's language. */
    private String disposition(LocalDate today) {
        String written = UriUtils.encode(fileName(texts().title(list.name()), today), StandardCharsets.UTF_8);
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(fileName(list.name(), today), written);
    }

    /** What list it is, of what, and of which day, e.g. {@code 排名-guannan-2018-20180410.csv}. */
    private String fileName(String title, LocalDate today) {
        Stream<String> of = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> ids
                ? ids.values().stream().map(id -> String.valueOf(id).replaceAll("[^\\w.-]", "_"))
                : Stream.empty();
        String day = today.format(DateTimeFormatter.BASIC_ISO_DATE);
        return Stream.of(Stream.of(title.replace(' ', '-')), of, Stream.of(day))
                        .flatMap(parts -> parts)
                        .collect(Collectors.joining("-"))
                + "." + format.extension();
    }
}
