package cn.dabiao.ledger.store;

import java.sql.SQLException;

/**
 * Sees PostgreSQL's {@code 23505} as the conflict it is. Axon's own resolver looks for an exception class that
 * PostgreSQL's driver never throws (AxonFramework #1368).
 */
final class UniqueViolation {

    private static final String UNIQUE_VIOLATION = "23505";

    private UniqueViolation() {}

    static boolean is(SQLException error) {
        return UNIQUE_VIOLATION.equals(error.getSQLState());
    }
}
