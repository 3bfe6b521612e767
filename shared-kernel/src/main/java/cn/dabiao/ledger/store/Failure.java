package cn.dabiao.ledger.store;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/** What an error says about the transaction in which it came. */
enum Failure {

    /** The database answered: something in the data is at fault, and nothing of the transaction is stored. */
    REFUSED,
    /** The database answered: it cannot now, and nothing of the transaction is stored. */
    UNABLE,
    /** No answer: the transaction may be stored, or not, or still be on its way. */
    LOST;

    /** By PostgreSQL's error codes (its manual, appendix A), of which the first two characters are the class. */
    static Failure of(SQLException error) {
        String state = state(error);
        if (state == null || state.startsWith("08") || state.startsWith("57P")) {
            return LOST;
        }
        return state.startsWith("22") || state.startsWith("23") ? REFUSED : UNABLE;
    }

    private static @Nullable String state(SQLException error) {
        return error.getSQLState() == null && error.getCause() instanceof SQLException cause
                ? cause.getSQLState()
                : error.getSQLState();
    }
}
