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

/** The rows of one batch: those loaded, those changed. */
final class Batch<R> {

    private final Function<Collection<String>, Map<String, R>> load;
    private final Map<String, R> rows = new HashMap<>();
    private final Set<String> looked;
    private final Map<String, R> changed = new LinkedHashMap<>();

    Batch(Set<String> keys, Function<Collection<String>, Map<String, R>> load) {
        this.load = load;
        this.looked = new HashSet<>(keys);
        if (!keys.isEmpty()) {
            rows.putAll(load.apply(keys));
        }
    }

    @Nullable R row(String key) {
        if (looked.add(key)) {
            // A dead letter that is tried again comes without a batch around it.
            rows.putAll(load.apply(List.of(key)));
        }
        return rows.get(key);
    }

    void put(String key, R row) {
        looked.add(key);
        rows.put(key, row);
        changed.put(key, row);
    }

    void saveWith(Consumer<Collection<R>> save) {
        if (!changed.isEmpty()) {
            save.accept(List.copyOf(changed.values()));
            changed.clear();
        }
    }
}
