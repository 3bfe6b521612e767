package cn.dabiao.ledger;

import java.sql.SQLException;

import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.jspecify.annotations.Nullable;

/**
 * Sees PostgreSQL's {@code 23505} as the conflict it is. Axon's own resolver looks for an exception class that
 * PostgreSQL's driver never throws (AxonFramework #1368).
 */
final class UniqueViolationResolver implements PersistenceExceptionResolver {

    private static final String UNIQUE_VIOLATION = "23505";

    @Override
    public boolean isDuplicateKeyViolation(Exception exception) {
        return isUniqueViolation(exception);
    }

    private static boolean isUniqueViolation(@Nullable Throwable thrown) {
        if (thrown instanceof SQLException sql) {
            boolean next = sql.getNextException() != null && isUniqueViolation(sql.getNextException());
            return UNIQUE_VIOLATION.equals(sql.getSQLState()) || next;
        }
        return thrown != null && isUniqueViolation(thrown.getCause());
    }
}
