package cn.dabiao.query.feed;

import java.util.List;
import java.util.function.LongFunction;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.api.feed.FeedPage;
import cn.dabiao.person.Persons;
import cn.dabiao.query.Groups;
import cn.dabiao.query.reading.Reads;

/**
 * Reads stretches of the ledger, each as far as one scope sees it. Positions are dense and in the order of commits, so
 * whatever is shown is a whole beginning of the ledger: nothing comes later that belongs before it. So it ends before the
 * first event that a projection has parked, until an operator has that one tried again or skipped.
 */
public final class Feed {

    /** Who may read an assessment is judged by that slice: it has to be as far as the history. */
    private static final List<String> GROUPS = List.of(Groups.HISTORY, Groups.ASSESSMENT);

    /** How much of the ledger a page looks through, when hardly anything in it is wanted. */
    private static final long STRETCH = 10_000;

    private final Reads reads;
    private final FeedTable table;
    private final long stretch;

    public Feed(Reads reads, JdbcClient jdbc, Persons persons) {
        this(reads, jdbc, persons, STRETCH);
    }

    Feed(Reads reads, JdbcClient jdbc, Persons persons, long stretch) {
        this.reads = reads;
        this.table = new FeedTable(jdbc, persons);
        this.stretch = stretch;
    }

    /** The next events behind a position. */
    public FeedPage page(long after, int limit, FeedScope scope) {
        return showing(shown -> page(after, shown, limit, shown, scope));
    }

    /** The same up to a position: whoever reads a stretch again reads the same events. */
    public FeedPage page(long after, long until, int limit, FeedScope scope) {
        return showing(shown -> page(after, Math.min(until, shown), limit, shown, scope));
    }

    /** The position up to which everything can be shown. */
    public long shown() {
        return showing(shown -> shown);
    }

    /** Every event of a stretch that can be shown. */
    List<FeedRow> all(long after, long until) {
        return reads.showing(GROUPS, _ -> table.all(after, until));
    }

    private <T> T showing(LongFunction<T> query) {
        return reads.showing(
                GROUPS, shown -> query.apply(Math.min(shown, table.firstParked(GROUPS) - 1)));
    }

    private FeedPage page(long after, long end, int limit, long shown, FeedScope scope) {
        long until = scope.isWide() ? Math.min(end, after + stretch) : end;
        if (until <= after) {
            // Behind what can be shown here; the reader may have been shown more by another node.
            return new FeedPage(List.of(), after, shown);
        }
        List<FeedRow> rows = table.rows(after, until, limit, scope);
        return new FeedPage(
                rows.stream().filter(scope::sees).map(scope::entry).toList(),
                rows.size() < limit ? until : rows.getLast().position(),
                shown);
    }
}
