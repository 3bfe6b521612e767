package cn.dabiao.query.rebuilding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

import cn.dabiao.query.projecting.Keeping;
import cn.dabiao.query.projecting.Projection;

/** Gives events to the projections of a group, in the thread that has made this. */
final class Folding implements AutoCloseable {

    /** Of each table: some megabytes when each is a whole assessment, and more than are under way at once in a county. */
    private static final int ROWS_KEPT = 2_000;

    private final List<AnnotationEventHandlerAdapter> projections;
    private final Map<Class<?>, List<AnnotationEventHandlerAdapter>> takers = new HashMap<>();
    private final Keeping keeping;

    Folding(List<Projection> projections, Runnable beforeLoading) {
        this.projections = projections.stream().map(AnnotationEventHandlerAdapter::new).toList();
        this.keeping = new Keeping(ROWS_KEPT, beforeLoading);
    }

    /** Whether a projection has a handler for this kind of event. */
    boolean wants(Class<?> type) {
        return projections.stream().anyMatch(projection -> projection.canHandleType(type));
    }

    /**
     * @param skipped positions of events that are left out
     * @throws Poisoned when one of them cannot be folded or written
     */
    void fold(List<TrackedEventMessage<?>> events, Set<Long> skipped) {
        keeping.expect(events.stream().map(Folding::streamOf).collect(Collectors.toSet()));
        for (TrackedEventMessage<?> event : events) {
            long position = event.trackingToken().position().orElseThrow();
            if (!skipped.contains(position)) {
                fold(event, position);
            }
        }
    }

    private void fold(TrackedEventMessage<?> event, long position) {
        try {
            for (AnnotationEventHandlerAdapter taker : takers.computeIfAbsent(event.getPayloadType(), this::takersOf)) {
                taker.handle(event);
            }
        } catch (CancellationException e) {
            throw e;
        } catch (Exception e) {
            throw new Poisoned(position, e);
        }
    }

    /** Writes what is not written yet. */
    void flush() {
        keeping.flush();
    }

    private List<AnnotationEventHandlerAdapter> takersOf(Class<?> type) {
        return projections.stream().filter(projection -> projection.canHandleType(type)).toList();
    }

    private static String streamOf(TrackedEventMessage<?> event) {
        return Objects.requireNonNull(((DomainEventMessage<?>) event).getAggregateIdentifier());
    }

    @Override
    public void close() {
        keeping.close();
    }
}
