package cn.dabiao.query.exporting;

import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

import cn.dabiao.api.Page;
import cn.dabiao.api.export.ExportFormat;
import cn.dabiao.api.export.ListOperation;

/**
 * A call of an operation that answers a list. When its caller wants a table, the operation is called again and again with
 * the arguments of this one call, which by then are read and validated, but for {@code limit} and {@code cursor}.
 */
final class ExportingMethod extends ServletInvocableHandlerMethod {

    private final ListOperation list;
    private final Exports exports;
    private @Nullable ServletWebRequest request;

    ExportingMethod(HandlerMethod handler, ListOperation list, Exports exports) {
        super(handler);
        this.list = list;
        this.exports = exports;
    }

    @Override
    public void invokeAndHandle(ServletWebRequest web, ModelAndViewContainer container, Object... provided)
            throws Exception {
        // There is one of these for each request.
        request = web;
        super.invokeAndHandle(web, container, provided);
    }

    /** Null when the answer has been sent: Spring then has nothing left to do. */
    @Override
    protected @Nullable Object doInvoke(@Nullable Object... arguments) throws Exception {
        ServletWebRequest web = Objects.requireNonNull(request);
        Optional<ExportFormat> format = WantedFormat.of(web.getRequest());
        if (format.isEmpty()) {
            return super.doInvoke(arguments);
        }
        Export export = new Export(
                list, format.get(), web.getRequest(), Objects.requireNonNull(web.getResponse()));
        exports.send(export, asked(arguments), (limit, cursor) -> page(arguments, limit, cursor));
        return null;
    }

    /** The page that the caller's own parameters ask for. */
    private Export.From asked(@Nullable Object[] arguments) {
        return new Export.From(
                (int) Objects.requireNonNull(arguments[list.limit()]), (String) arguments[list.cursor()]);
    }

    private Page<?> page(@Nullable Object[] arguments, int limit, @Nullable String cursor) throws Exception {
        @Nullable Object[] next = arguments.clone();
        next[list.limit()] = limit;
        next[list.cursor()] = cursor;
        ResponseEntity<?> answer = (ResponseEntity<?>) Objects.requireNonNull(super.doInvoke(next));
        return (Page<?>) Objects.requireNonNull(answer.getBody());
    }
}
