package cn.dabiao.query.projecting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class KeepingTest {

    private final Map<String, Counted> stored = new ConcurrentSkipListMap<>();
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger loads = new AtomicInteger();
    private final AtomicInteger prepared = new AtomicInteger();
    private final Batches<Counted> rows =
            new Batches<>("counted", stream -> Optional.of(stream), this::load, this::save);

    private record Counted(String key, int count) {}

    @Test
    void rows_that_had_to_be_given_up_are_read_again_and_counted_on() {
        Map<String, Integer> expected = new TreeMap<>();
        Random random = new Random(5);
        try (Keeping keeping = new Keeping(10, prepared::incrementAndGet)) {
            for (int turn = 0; turn < 200; turn++) {
                List<String> keys = random.ints(5, 0, 40).mapToObj(number -> "k" + number).toList();
                keeping.expect(keys);
                keys.forEach(key -> {
                    expected.merge(key, 1, Integer::sum);
                    rows.put(key, new Counted(key, rows.row(key).map(Counted::count).orElse(0) + 1));
                });
            }
            keeping.flush();
        }
        assertThat(stored.values().stream().collect(Collectors.toMap(Counted::key, Counted::count))).isEqualTo(expected);
        assertThat(loads).hasPositiveValue();
        assertThat(prepared).hasPositiveValue();
    }

    @Test
    void a_row_that_is_needed_again_and_again_is_written_once() {
        try (Keeping keeping = new Keeping(10, prepared::incrementAndGet)) {
            for (int count = 1; count <= 100; count++) {
                rows.put("k", new Counted("k", count));
            }
            keeping.flush();
        }
        assertThat(stored).containsEntry("k", new Counted("k", 100));
        assertThat(written).hasValue(1);
        assertThat(loads).hasValue(0);
    }

    @Test
    void rows_that_are_never_looked_at_are_written_and_forgotten() {
        Batches<Counted> once = Batches.written("once", this::save);
        try (Keeping keeping = new Keeping(10, prepared::incrementAndGet)) {
            for (int number = 0; number < 100; number++) {
                once.put("k" + number, new Counted("k" + number, 1));
            }
            keeping.flush();
        }
        assertThat(stored).hasSize(100);
        assertThat(written).hasValue(100);
    }

    @Test
    void what_could_not_be_written_is_told() {
        Batches<Counted> failing = Batches.written("failing", _ -> {
            throw new IllegalStateException("full");
        });
        try (Keeping keeping = new Keeping(10, prepared::incrementAndGet)) {
            failing.put("k", new Counted("k", 1));
            assertThatIllegalStateException().isThrownBy(keeping::flush).withMessage("full");
        }
    }

    private Map<String, Counted> load(Collection<String> keys) {
        loads.incrementAndGet();
        return keys.stream().filter(stored::containsKey).collect(Collectors.toMap(key -> key, stored::get));
    }

    private void save(Collection<Counted> changed) {
        written.addAndGet(changed.size());
        changed.forEach(row -> stored.put(row.key(), row));
    }
}
