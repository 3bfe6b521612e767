package cn.dabiao.query.projecting;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets every segment see every event, also those of other segments, which it does not handle: Axon stores the token of a
 * segment at once only when its batch was not empty, and a read shows no more than the least of the segments' tokens.
 *
 * <p>When a batch could not be written as a whole, its next attempt writes row by row, each within a savepoint: the event
 * whose row cannot be written fails alone, and is parked as one that cannot be folded is.
 */
public final class EverySegment implements EventHandlerInvoker {

    private static final String SEGMENT = EverySegment.class.getName() + "/segment";
    private static final String SAVEPOINTS = EverySegment.class.getName() + "/savepoints";

    private final EventHandlerInvoker handlers;
    private final TransactionOperations nested;
    private final Set<Integer> failed = ConcurrentHashMap.newKeySet();

    /** @param nested runs what it is given within a savepoint of the transaction there is */
    public EverySegment(EventHandlerInvoker handlers, TransactionOperations nested) {
        this.handlers = handlers;
        this.nested = nested;
    }

    /** The segment whose batch this is; null when what is handled is no batch, as a dead letter that is tried again. */
    static @Nullable Segment of(UnitOfWork<?> batch) {
        return batch.getResource(SEGMENT);
    }

    /** Null when rows are written together. */
    static @Nullable TransactionOperations savepoints(UnitOfWork<?> batch) {
        return batch.getResource(SAVEPOINTS);
    }

    /**
     * Has the rows of a dead letter that is tried again written one by one, too: no batch is around it, and when its row
     * cannot be written it stays where it is.
     */
    public static MessageHandlerInterceptor<EventMessage<?>> savingDeadLetters(TransactionOperations nested) {
        return (work, handling) -> {
            UnitOfWork<?> root = work.root();
            if (!(root instanceof BatchingUnitOfWork)) {
                root.resources().putIfAbsent(SAVEPOINTS, nested);
            }
            return handling.proceed();
        };
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return true;
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) throws Exception {
        UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
        if (of(batch) == null) {
            begin(batch, segment);
        }
        handlers.handle(event, segment);
    }

    private void begin(UnitOfWork<?> batch, Segment segment) {
        batch.resources().put(SEGMENT, segment);
        if (failed.contains(segment.getSegmentId())) {
            batch.resources().put(SAVEPOINTS, nested);
        }
        batch.onRollback(_ -> failed.add(segment.getSegmentId()));
        batch.afterCommit(_ -> failed.remove(segment.getSegmentId()));
    }

    @Override
    public boolean supportsReset() {
        return handlers.supportsReset();
    }

    @Override
    public void performReset() {
        handlers.performReset();
    }

    @Override
    public <R> void performReset(@Nullable R context) {
        handlers.performReset(context);
    }

    @Override
    public void segmentReleased(Segment segment) {
        handlers.segmentReleased(segment);
    }
}
