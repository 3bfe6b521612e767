package cn.dabiao.command.timers;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The kinds of event that begin a period, each with the end that such an event gives it: empty where this one begins none.
 * Events of other kinds need not even be read.
 */
public record Beginnings(Map<Class<?>, Function<Object, Optional<Ending>>> endings) {

    public static final Beginnings NONE = new Beginnings(Map.of());

    public Beginnings {
        endings = Map.copyOf(endings);
    }

    public <E> Beginnings with(Class<E> kind, Function<E, Optional<Ending>> end) {
        Map<Class<?>, Function<Object, Optional<Ending>>> more = new HashMap<>(endings);
        more.put(kind, event -> end.apply(kind.cast(event)));
        return new Beginnings(more);
    }

    boolean include(Class<?> kind) {
        return endings.containsKey(kind);
    }

    Optional<Ending> of(Object event) {
        return endings.getOrDefault(event.getClass(), _ -> Optional.empty()).apply(event);
    }
}
