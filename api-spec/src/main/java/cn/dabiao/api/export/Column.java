package cn.dabiao.api.export;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

import cn.dabiao.domain.value.SingleValue;

/**
 * A column of a table: the components that lead from a row to the value in it. A component that is itself a record of
 * several values gives a column for each of them; a list stays in one.
 */
record Column(List<RecordComponent> path, Kind kind) {

    /** What the cells of a column hold. */
    enum Kind {
        TEXT,
        LIST,
        FIGURE,
        DAY,
        MOMENT
    }

    /** The columns that a component gives. */
    static Stream<Column> of(List<RecordComponent> parents, RecordComponent component) {
        List<RecordComponent> path = Stream.concat(parents.stream(), Stream.of(component)).toList();
        Class<?> type = component.getType();
        if (type.isRecord() && !SingleValue.class.isAssignableFrom(type)) {
            return Arrays.stream(type.getRecordComponents()).flatMap(each -> of(path, each));
        }
        return Stream.of(new Column(path, kind(type)));
    }

    /** The names of the components with dots between them, e.g. {@code principal.phone}. */
    String name() {
        return path.stream().map(RecordComponent::getName).collect(Collectors.joining("."));
    }

    @Nullable Object valueOf(Object row) {
        Object value = row;
        for (RecordComponent component : path) {
            value = value == null ? null : read(component, value);
        }
        return value;
    }

    static @Nullable Object read(RecordComponent component, Object of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the rows of lists are public records: " + component, e);
        }
    }

    private static Kind kind(Class<?> given) {
        Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(given);
        if (SingleValue.class.isAssignableFrom(type)) {
            return kind(type.getRecordComponents()[0].getType());
        }
        if (Collection.class.isAssignableFrom(type)) {
            return Kind.LIST;
        }
        if (type == Integer.class || type == Long.class || type == BigDecimal.class) {
            return Kind.FIGURE;
        }
        if (type == LocalDate.class) {
            return Kind.DAY;
        }
        if (type == Instant.class) {
            return Kind.MOMENT;
        }
        if (type == String.class || type == Boolean.class || type == ZoneId.class || type.isEnum()) {
            return Kind.TEXT;
        }
        throw new IllegalStateException("a list shows a " + type + ", of which no table knows how");
    }
}
