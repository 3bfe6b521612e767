package cn.dabiao.query.exporting;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

import cn.dabiao.api.export.ListOperation;

/** Spring's own, but that an operation which answers a list can answer it as a table, too. */
final class ExportingAdapter extends RequestMappingHandlerAdapter {

    private final ObjectProvider<Exports> exports;
    private final Map<Method, Optional<ListOperation>> lists = new ConcurrentHashMap<>();

    ExportingAdapter(ObjectProvider<Exports> exports) {
        this.exports = exports;
    }

    @Override
    protected ServletInvocableHandlerMethod createInvocableHandlerMethod(HandlerMethod handler) {
        return lists.computeIfAbsent(handler.getMethod(), _ -> ListOperation.of(handler))
                .<ServletInvocableHandlerMethod>map(list -> new ExportingMethod(handler, list, exports.getObject()))
                .orElseGet(() -> super.createInvocableHandlerMethod(handler));
    }
}
