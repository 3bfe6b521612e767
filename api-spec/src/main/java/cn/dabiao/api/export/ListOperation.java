package cn.dabiao.api.export;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

import io.swagger.v3.oas.annotations.Operation;

import cn.dabiao.api.Page;

/**
 * An operation that answers a list in pages, each of which begins at a {@code cursor} and holds up to {@code limit} rows:
 * read through to the end it is a table.
 *
 * @param name   its id in the contract, e.g. {@code getRanking}
 * @param limit  which of the method's parameters it is, from 0
 * @param cursor which of the method's parameters it is, from 0
 */
public record ListOperation(String name, Class<?> rowType, int limit, int cursor) {

    public static final String LIMIT = "limit";

    private static final String CURSOR = "cursor";

    /** Empty for an operation that answers anything else. */
    public static Optional<ListOperation> of(HandlerMethod handler) {
        Method method = handler.getMethod();
        ResolvableType page = ResolvableType.forMethodReturnType(method).as(ResponseEntity.class).getGeneric();
        List<String> names = Arrays.stream(handler.getMethodParameters()).map(ListOperation::nameOf).toList();
        Operation operation = AnnotatedElementUtils.findMergedAnnotation(method, Operation.class);
        if (page.resolve() != Page.class || operation == null || !names.containsAll(List.of(LIMIT, CURSOR))) {
            return Optional.empty();
        }
        return Optional.of(new ListOperation(
                operation.operationId(),
                page.getGeneric().resolve(Object.class),
                names.indexOf(LIMIT),
                names.indexOf(CURSOR)));
    }

    private static String nameOf(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestParam.class) ? parameter.getParameter().getName() : "";
    }
}
