package cn.dabiao.query.reading;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import cn.dabiao.query.projecting.Folded;

/**
 * Rows as they were read last, by their keys. A row is made of the first events of its stream, and says of how many: one
 * that still has as many, in the same table, is the same, and the database need not send it again, nor anybody parse it.
 * (A rebuilt table is another one: it may have been rebuilt because rows were wrong.) So nothing is ever shown from memory
 * that the database does not hold at that moment.
 */
public final class LastRead<R extends Folded> {

    private final Cache<String, Known<R>> rows;

    /** @param most how many rows are kept */
    public LastRead(int most) {
        this.rows = Caffeine.newBuilder().maximumSize(most).build();
    }

    /**
     * A row, and where it was read.
     *
     * @param table the table's oid
     */
    public record Known<R>(R row, long table) {}

    /** Asks the database for a row that may be known as it was at some version. */
    @FunctionalInterface
    public interface Query<R> {

        /**
         * @param known what was read last, whose row the query answers when it is of the same version and table
         * @return empty when there is no such row
         */
        Optional<Known<R>> since(@Nullable Known<R> known);
    }

    public Optional<R> find(String key, Query<R> query) {
        Optional<Known<R>> found = query.since(rows.getIfPresent(key));
        found.ifPresent(row -> rows.put(key, row));
        return found.map(Known::row);
    }

    /** What a query compares with a row's version. */
    public static long versionOf(@Nullable Known<? extends Folded> known) {
        return known == null ? -1 : known.row().version();
    }

    /** What a query compares with a row's table. */
    public static long tableOf(@Nullable Known<?> known) {
        return known == null ? -1 : known.table();
    }
}
