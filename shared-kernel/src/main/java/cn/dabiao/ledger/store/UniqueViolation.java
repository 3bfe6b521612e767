package cn.dabiao.ledger.store;

import java.sql.SQLException;

import org.postgresql.util.PSQLException;

/**
 * Sees PostgreSQL's {@code 23505} as the conflict it is. Axon's own resolver looks for an exception class that
 * PostgreSQL's driver never throws (AxonFramework #1368).
 */
final class UniqueViolation {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String REQUESTS = "idempotency_pkey";

    private UniqueViolation() {}

    /** Whether the same request was faster, rather than another event. */
    static boolean isOfRequest(Exception error) {
        return error instanceof PSQLException refused
                && refused.getServerErrorMessage() != null
                && REQUESTS.equals(refused.getServerErrorMessage().getConstraint());
    }

    static boolean is(SQLException error) {
        return UNIQUE_VIOLATION.equals(error.getSQLState());
    }
}
