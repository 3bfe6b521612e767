package cn.dabiao.query.projecting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

import org.axonframework.eventhandling.Segment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Into how many segments the work of a group is cut. The rows of its tokens are made anew before a node starts to work
 * on it, unless another node does so already. All of them begin where the last of the old ones had come to: events that
 * another had projected come once more, and change nothing.
 */
public final class Segments {

    private static final Logger LOG = LoggerFactory.getLogger(Segments.class);
    private static final String TOKENS =
            """
            SELECT token, token_type,
                   owner IS NOT NULL AND owner <> :node
                       AND CAST(touched_at AS timestamptz) > clock_timestamp() - interval '10 seconds' AS elsewhere
              FROM view.token_entry
             WHERE processor_name = :group
             ORDER BY segment
               FOR UPDATE
            """;
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(:lock, 0))";
    private static final String CLEAR = "DELETE FROM view.token_entry WHERE processor_name = :group";
    private static final String MAKE =
            """
            INSERT INTO view.token_entry (processor_name, segment, token, token_type, touched_at)
            SELECT :group, segment, :token, :type, '1970-01-01T00:00:00Z'
              FROM unnest(CAST(:segments AS integer[])) AS new (segment)
            """;

    private final TransactionOperations transactions;
    private final JdbcClient jdbc;
    private final String node;

    /** @param node the owner's name in the claims of this node */
    public Segments(TransactionOperations transactions, JdbcClient jdbc, String node) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.node = node;
    }

    /** Cuts the work of a group into this many segments, if it is not already. */
    public void cut(String group, int wanted) {
        transactions.executeWithoutResult(_ -> {
            // Also of a group that has no row yet which could be locked.
            jdbc.sql(LOCK).param("lock", "dabiao/segments/" + group).query((_, _) -> true).single();
            List<Row> rows = jdbc.sql(TOKENS).param("group", group).param("node", node).query(Segments::row).list();
            if (rows.size() == wanted) {
                return;
            }
            if (rows.stream().anyMatch(Row::elsewhere)) {
                LOG.warn("{} stays in {} segments: another node is at work. Stop all nodes, then start them with {}",
                        group, rows.size(), wanted);
                return;
            }
            make(group, rows, wanted);
        });
    }

    private void make(String group, List<Row> rows, int wanted) {
        Row least = rows.stream().min(Comparator.comparingLong(Row::position)).orElse(new Row(null, null, false));
        jdbc.sql(CLEAR).param("group", group).update();
        jdbc.sql(MAKE)
                .param("group", group)
                .param("token", least.token)
                .param("type", least.type)
                .param("segments", Columns.column(ids(wanted), id -> id))
                .update();
        LOG.info("{} is projected in {} segments, from position {}", group, wanted, least.position() + 1);
    }

    private static List<Integer> ids(int segments) {
        return Segment.splitBalanced(Segment.ROOT_SEGMENT, segments - 1).stream().map(Segment::getSegmentId).toList();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getBytes("token"), row.getString("token_type"), row.getBoolean("elsewhere"));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Row(byte @Nullable [] token, @Nullable String type, boolean elsewhere) {

        long position() {
            return Tokens.shown(Tokens.read(token, type));
        }
    }
}
