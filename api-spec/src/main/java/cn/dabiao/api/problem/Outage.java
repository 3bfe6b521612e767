package cn.dabiao.api.problem;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

import cn.dabiao.ledger.LedgerUnavailable;

/** Tells failures that pass, because the database is away, full or overloaded, from those that somebody has to mend. */
public final class Outage {

    /** Classes of PostgreSQL's error codes: no connection, no resources, an operator's intervention, a system error. */
    private static final Set<String> PASSING = Set.of("08", "53", "57", "58");

    private Outage() {}

    /** Whether an outage is what this failure comes from, however it is wrapped. */
    public static boolean isBehind(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause).anyMatch(Outage::isOne);
    }

    private static boolean isOne(Throwable failure) {
        return switch (failure) {
            case LedgerUnavailable _ -> true;
            case DataAccessResourceFailureException _ -> true;
            case TransientDataAccessException _ -> true;
            // A transaction that cannot begin or end has lost its connection.
            case CannotCreateTransactionException _ -> true;
            case TransactionSystemException _ -> true;
            // What the pool says when it has no connection to give in time.
            case SQLTransientException _ -> true;
            case SQLException error -> isPassing(error.getSQLState());
            default -> false;
        };
    }

    private static boolean isPassing(@Nullable String state) {
        return state != null && state.length() == 5 && PASSING.contains(state.substring(0, 2));
    }
}
