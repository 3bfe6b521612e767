package cn.dabiao.query.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * What was made last of many rows, kept until one of them changes. A row's version rises with whatever changes in it, and no
 * row is ever taken away: as long as there are as many, and the sum of their versions is what it was, they are the same, in
 * the same table. (A rebuilt table is another one: it may have been rebuilt because rows were wrong.) A position would
 * not say as much: segments, and dead letters that are tried again, write in the order of their own.
 *
 * <p>So the database counts what it need not send, and nothing is shown from memory that it does not hold at that moment.
 */
public final class LastAnswer<K, V> {

    /** What tells whether rows are the same, to be selected from where they are. */
    public static final String MARK =
            """
            SELECT coalesce(max(CAST(tableoid AS bigint)), 0) AS table_id, count(*) AS row_count,
                   coalesce(sum(version), 0)                  AS versions
            """;

    private final Cache<K, Made<V>> answers;

    /**
     * @param mostRows how many rows are kept, in all answers together
     * @param rowsIn   how many an answer holds
     */
    public LastAnswer(int mostRows, ToIntFunction<V> rowsIn) {
        this.answers = Caffeine.newBuilder()
                .maximumWeight(mostRows)
                .<K, Made<V>>weigher((_, made) -> 1 + rowsIn.applyAsInt(made.answer()))
                .build();
    }

    /** The rows of one table. */
    public record Mark(long table, long rows, long versions) {

        /** Reads {@link LastAnswer#MARK}. */
        public static Mark row(ResultSet row, int number) throws SQLException {
            return new Mark(row.getLong("table_id"), row.getLong("row_count"), row.getLong("versions"));
        }
    }

    /**
     * @param rows of every table that the answer is made of, as they are in the snapshot in which it would be made
     */
    public V of(K key, List<Mark> rows, Supplier<V> making) {
        Made<V> last = answers.getIfPresent(key);
        if (last != null && last.rows().equals(rows)) {
            return last.answer();
        }
        V answer = making.get();
        answers.put(key, new Made<>(rows, answer));
        return answer;
    }

    private record Made<V>(List<Mark> rows, V answer) {

        Made {
            rows = List.copyOf(rows);
        }
    }
}
