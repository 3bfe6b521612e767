package cn.dabiao.query.reading;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import cn.dabiao.query.projecting.Folded;

/**
 * Rows as they were read last, by their keys. A row is made of the first events of its stream, and says of how many: one
 * that still has as many is the same, and the database need not send it again, nor anybody parse it. So nothing is ever
 * shown from memory that the database does not hold at that moment.
 */
public final class LastRead<R extends Folded> {

    private final Cache<String, R> rows;

    /** @param most how many rows are kept */
    public LastRead(int most) {
        this.rows = Caffeine.newBuilder().maximumSize(most).build();
    }

    /** Asks the database for a row that may be known as it was at some version. */
    @FunctionalInterface
    public interface Query<R> {

        /**
         * @param known what was read last, which the query answers when it is of the same version
         * @return empty when there is no such row
         */
        Optional<R> since(@Nullable R known);
    }

    public Optional<R> find(String key, Query<R> query) {
        R known = rows.getIfPresent(key);
        Optional<R> found = query.since(known);
        found.filter(row -> row != known).ifPresent(row -> rows.put(key, row));
        return found;
    }

    /** What a query compares with a row's version. */
    public static <R extends Folded> long versionOf(@Nullable R known) {
        return known == null ? -1 : known.version();
    }
}
