package cn.dabiao.query.reading;

import java.util.Collection;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.query.projecting.Columns;
import cn.dabiao.query.projecting.Tokens;

/** How far the projections are that a read looks at. */
final class Progress {

    private static final String TOKENS =
            """
            SELECT token, token_type
              FROM view.token_entry
             WHERE processor_name = ANY (CAST(:groups AS text[]))
            """;

    private Progress() {}

    /** The position up to which everything is there, whichever of the groups and their segments it comes from. */
    static long shown(Collection<String> groups, JdbcClient jdbc) {
        return jdbc.sql(TOKENS)
                .param("groups", Columns.keys(groups))
                .query((row, _) -> Tokens.shown(Tokens.read(row.getBytes("token"), row.getString("token_type"))))
                .list().stream()
                .mapToLong(Long::longValue)
                .min()
                .orElse(Tokens.NOTHING);
    }
}
