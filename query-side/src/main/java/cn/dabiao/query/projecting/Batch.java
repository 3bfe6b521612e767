package cn.dabiao.query.projecting;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** The rows of one batch: those loaded, those changed. */
final class Batch<R> implements Rows<R> {

    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    private final Function<Collection<String>, Map<String, R>> load;
    private final Consumer<Collection<R>> save;
    private final @Nullable TransactionOperations savepoints;
    private final Map<String, R> rows = new HashMap<>();
    private final Set<String> looked = new HashSet<>();
    private final Map<String, R> changed = new LinkedHashMap<>();

    /** @param savepoints when each row is to be written by itself, so that one that cannot be does not fail the others */
    Batch(
            Set<String> keys,
            Function<Collection<String>, Map<String, R>> load,
            Consumer<Collection<R>> save,
            @Nullable TransactionOperations savepoints) {
        this.load = load;
        this.save = save;
        this.savepoints = savepoints;
        if (!keys.isEmpty()) {
            loadAll(keys);
        }
    }

    /** When one of the rows cannot be read, each is looked up by itself: only the events that need that one fail. */
    private void loadAll(Set<String> keys) {
        try {
            rows.putAll(load.apply(keys));
            looked.addAll(keys);
        } catch (RuntimeException e) {
            LOG.warn("rows could not be read together, each is read by itself", e);
        }
    }

    @Override
    public @Nullable R row(String key) {
        if (!looked.contains(key)) {
            // A dead letter that is tried again comes without a batch around it.
            rows.putAll(load.apply(List.of(key)));
            looked.add(key);
        }
        return rows.get(key);
    }

    @Override
    public void put(String key, R row) {
        if (savepoints != null) {
            savepoints.executeWithoutResult(_ -> save.accept(List.of(row)));
        } else {
            changed.put(key, row);
        }
        looked.add(key);
        rows.put(key, row);
    }

    void save() {
        if (!changed.isEmpty()) {
            save.accept(List.copyOf(changed.values()));
            changed.clear();
        }
    }
}
