package cn.dabiao.query.reading;

import java.util.Collection;
import java.util.List;

import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.query.projecting.Columns;
import cn.dabiao.query.projecting.Tokens;

/**
 * How far the projections are that a read looks at.
 *
 * @param tokens of every segment of every group; null for one that has not seen any event
 */
record Progress(List<Segment> tokens) {

    private static final String TOKENS =
            """
            SELECT token, token_type
              FROM view.token_entry
             WHERE processor_name = ANY (CAST(:groups AS text[]))
            """;

    record Segment(@Nullable TrackingToken token) {}

    static Progress of(Collection<String> groups, JdbcClient jdbc) {
        return new Progress(jdbc.sql(TOKENS)
                .param("groups", Columns.keys(groups))
                .query((row, _) -> new Segment(Tokens.read(row.getBytes("token"), row.getString("token_type"))))
                .list());
    }

    /** The position up to which everything is there, whichever of the groups it comes from. */
    long shown() {
        return tokens.stream().mapToLong(segment -> Tokens.shown(segment.token())).min().orElse(Tokens.NOTHING);
    }

    boolean covers(long position) {
        return position <= Tokens.NOTHING
                || tokens.stream().allMatch(segment -> Tokens.covers(segment.token(), position));
    }
}
