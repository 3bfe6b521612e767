package cn.dabiao.ledger.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;

import cn.dabiao.ledger.LedgerUnavailable;
import cn.dabiao.ledger.bundle.BundledEvent;

/** The events of a query, one held at a time; notes the position of each, whose path will be asked for. */
final class EventIterator implements Iterator<BundledEvent> {

    private final ResultSet rows;
    private final BundledPaths paths;
    private @Nullable BundledEvent next;

    EventIterator(ResultSet rows, BundledPaths paths) {
        this.rows = rows;
        this.paths = paths;
        this.next = read();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public BundledEvent next() {
        BundledEvent event = next;
        if (event == null) {
            throw new NoSuchElementException();
        }
        paths.willBeAskedFor(event.leaf().position());
        next = read();
        return event;
    }

    private @Nullable BundledEvent read() {
        try {
            return rows.next() ? EventRow.of(rows) : null;
        } catch (SQLException e) {
            throw new LedgerUnavailable(e);
        }
    }
}
