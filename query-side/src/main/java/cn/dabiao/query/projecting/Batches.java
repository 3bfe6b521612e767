package cn.dabiao.query.projecting;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table while a batch of events is folded into them. The first event of a batch loads what the whole
 * batch needs, every event is folded in memory, and what changed is written once, before the batch's transaction
 * commits. So an event that cannot be folded fails alone and is parked, and one write serves hundreds of events.
 *
 * @param <R> a row
 */
public final class Batches<R> {

    /** What an event makes of a row; {@code before} is null when there was none. */
    @FunctionalInterface
    public interface Step<R> {

        R after(@Nullable R before);
    }

    private final String resource;
    private final boolean neededAgain;
    private final Function<String, Optional<String>> keyOf;
    private final Function<Collection<String>, Map<String, R>> load;
    private final Consumer<Collection<R>> save;

    /**
     * @param table what the rows are of; one for each instance in a processing group
     * @param keyOf the key of the row that a stream's events need, by the name of the stream
     * @param load  the rows that exist, by their keys
     * @param save  writes rows so that writing them twice changes nothing
     */
    public Batches(
            String table,
            Function<String, Optional<String>> keyOf,
            Function<Collection<String>, Map<String, R>> load,
            Consumer<Collection<R>> save) {
        this(table, true, keyOf, load, save);
    }

    private Batches(
            String table,
            boolean neededAgain,
            Function<String, Optional<String>> keyOf,
            Function<Collection<String>, Map<String, R>> load,
            Consumer<Collection<R>> save) {
        this.resource = Batches.class.getName() + "/" + table;
        this.neededAgain = neededAgain;
        this.keyOf = keyOf;
        this.load = load;
        this.save = save;
    }

    /**
     * Of a table whose rows each come from one event and are never looked at for another.
     *
     * @param save writes rows so that writing them twice changes nothing
     */
    public static <R> Batches<R> written(String table, Consumer<Collection<R>> save) {
        return new Batches<>(table, false, _ -> Optional.empty(), _ -> Map.of(), save);
    }

    /** Folds an event into its row. An event that the row has already seen (a redelivery) changes nothing. */
    public static <F extends Folded> void fold(
            Batches<F> rows, String key, DomainEventMessage<?> message, Step<F> step) {
        F before = rows.row(key).orElse(null);
        if (before == null || before.version() <= message.getSequenceNumber()) {
            rows.put(key, step.after(before));
        }
    }

    public Optional<R> row(String key) {
        return Optional.ofNullable(current().row(key));
    }

    public void put(String key, R row) {
        current().put(key, row);
    }

    private Rows<R> current() {
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        return root.getOrComputeResource(resource, _ -> begun(root));
    }

    private Rows<R> begun(UnitOfWork<?> root) {
        Keeping keeping = Keeping.of(root);
        if (keeping != null) {
            return keeping.table(neededAgain, keyOf, load, save);
        }
        Batch<R> batch = new Batch<>(keysNeeded(root), load, save, EverySegment.savepoints(root));
        root.onPrepareCommit(_ -> batch.save());
        return batch;
    }

    private Set<String> keysNeeded(UnitOfWork<?> root) {
        if (!(root instanceof BatchingUnitOfWork<?> batch)) {
            return Set.of();
        }
        Segment segment = EverySegment.of(root);
        return batch.getMessages().stream()
                .filter(DomainEventMessage.class::isInstance)
                .map(message -> ((DomainEventMessage<?>) message).getAggregateIdentifier())
                .filter(Objects::nonNull)
                .distinct()
                .filter(stream -> segment == null || segment.matches(SchoolSequence.of(stream).hashCode()))
                .flatMap(stream -> keyOf.apply(stream).stream())
                .collect(Collectors.toSet());
    }
}
