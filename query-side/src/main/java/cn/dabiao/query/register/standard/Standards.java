package cn.dabiao.query.register.standard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.api.problem.NotYetVisible;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.BureauCode;

/**
 * The standards by which other slices explain scores. What a published standard says never changes, so it may be shown
 * beside rows of any position; the few in use are kept in memory.
 */
public final class Standards {

    private static final int KEPT = 64;

    private final StandardTable table;
    private final Map<StandardId, Published> kept = new LeastRecentlyUsed();

    /** A standard, whose it is, and where in the ledger it was published. */
    public record Published(Standard standard, BureauCode bureau, long position) {

        static Published of(StandardRow row) {
            return new Published(row.standard(), row.bureau(), row.position());
        }
    }

    public Standards(JdbcClient jdbc) {
        this.table = new StandardTable(jdbc);
    }

    /** Empty as long as the register has not come to its publication. */
    public Optional<Standard> find(StandardId id) {
        return published(id).map(Published::standard);
    }

    /** Empty as long as the register has not come to its publication. */
    public Optional<Published> published(StandardId id) {
        Optional<Published> known = known(id);
        if (known.isPresent()) {
            return known;
        }
        Optional<Published> read = table.find(id).map(Published::of);
        read.ifPresent(this::keep);
        return read;
    }

    /**
     * The standard of rows that are shown at {@code shown}.
     *
     * @throws NotYetVisible when the register is behind those rows and has not come to the standard yet
     */
    public Standard require(StandardId id, long shown) {
        return find(id).orElseThrow(() -> new NotYetVisible(shown + 1, shown));
    }

    private Optional<Published> known(StandardId id) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(id));
        }
    }

    private void keep(Published published) {
        synchronized (kept) {
            kept.put(published.standard().standardId(), published);
        }
    }

    private static final class LeastRecentlyUsed extends LinkedHashMap<StandardId, Published> {

        private static final long serialVersionUID = 1L;

        LeastRecentlyUsed() {
            super(KEPT, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<StandardId, Published> eldest) {
            return size() > KEPT;
        }
    }
}
