package cn.dabiao.query.ranking;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The rows from which a ranking is made: the same statement ranks those of the projection and those folded for a moment.
 *
 * @param folded the rows of a moment; null for those of the projection
 * @param upTo   publications up to this position alone
 */
record RankingSource(@Nullable List<RankedRecord> folded, long upTo) {

    static final RankingSource NOW = new RankingSource(null, Long.MAX_VALUE);

    static RankingSource at(long position, List<RankedRecord> folded) {
        return new RankingSource(List.copyOf(folded), position);
    }

    boolean isNow() {
        return folded == null;
    }

    /** The statement over these rows, which it calls {@code %s}, with nothing bound but them. */
    StatementSpec over(String statement, JdbcClient jdbc) {
        return folded == null
                ? jdbc.sql(statement.formatted("view.ranking"))
                : RankingTable.given(jdbc.sql(statement.formatted(RankingTable.GIVEN)), folded);
    }
}
