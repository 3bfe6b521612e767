package cn.dabiao.query.projecting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** The rows of one table of which none was there when the first event came: those needed last, and which were given up. */
final class Kept<R> implements Rows<R> {

    private final Keeping keeping;
    private final int most;
    private final boolean neededAgain;
    private final Function<String, Optional<String>> keyOf;
    private final Function<Collection<String>, Map<String, R>> load;
    private final Consumer<Collection<R>> save;
    private final Map<String, R> rows = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, R> changed = new LinkedHashMap<>();
    /** Whose rows are in the database alone; all others are here, or nowhere. */
    private final Set<String> given = new HashSet<>();

    /** @param neededAgain false when a row is written once and never looked at: none is kept when it is written */
    Kept(
            Keeping keeping,
            int most,
            boolean neededAgain,
            Function<String, Optional<String>> keyOf,
            Function<Collection<String>, Map<String, R>> load,
            Consumer<Collection<R>> save) {
        this.keeping = keeping;
        this.most = most;
        this.neededAgain = neededAgain;
        this.keyOf = keyOf;
        this.load = load;
        this.save = save;
    }

    @Override
    public @Nullable R row(String key) {
        R row = rows.get(key);
        if (row == null && given.contains(key)) {
            load(List.of(key));
            row = rows.get(key);
        }
        return row;
    }

    @Override
    public void put(String key, R row) {
        rows.put(key, row);
        changed.put(key, row);
        given.remove(key);
        if (rows.size() > most) {
            giveUpTheOldest();
        }
    }

    void expect(Collection<String> streams) {
        if (given.isEmpty()) {
            return;
        }
        Set<String> wanted = new HashSet<>();
        streams.forEach(stream -> keyOf.apply(stream).filter(given::contains).ifPresent(wanted::add));
        if (!wanted.isEmpty()) {
            load(wanted);
        }
    }

    void flush() {
        if (!changed.isEmpty()) {
            write(List.copyOf(changed.values()));
            changed.clear();
        }
    }

    private void load(Collection<String> keys) {
        keeping.prepareToLoad();
        rows.putAll(load.apply(keys));
        given.removeAll(keys);
    }

    private void giveUpTheOldest() {
        if (!neededAgain) {
            flush();
            rows.clear();
            return;
        }
        int surplus = rows.size() - most / 2;
        List<R> unwritten = new ArrayList<>(surplus);
        Iterator<String> keys = rows.keySet().iterator();
        for (int old = 0; old < surplus; old++) {
            String key = keys.next();
            keys.remove();
            given.add(key);
            R row = changed.remove(key);
            if (row != null) {
                unwritten.add(row);
            }
        }
        if (!unwritten.isEmpty()) {
            write(unwritten);
        }
    }

    private void write(List<R> unwritten) {
        keeping.write(() -> save.accept(unwritten));
    }
}
