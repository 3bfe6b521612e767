package cn.dabiao.query.projecting;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Has every transaction of a group's processors, on whichever node, hold the group's lock together with the others. Who
 * takes that lock alone finds none of them under way, and none begins until it is given back: so tables can be exchanged
 * while processors run.
 */
public final class Fence implements TransactionManager {

    private static final String TOGETHER = "SELECT pg_advisory_xact_lock_shared(hashtextextended(:fence, 0))";

    private final TransactionManager transactions;
    private final JdbcClient jdbc;
    private final String fence;

    public Fence(TransactionManager transactions, JdbcClient jdbc, String group) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.fence = of(group);
    }

    /** What the lock is made from. */
    public static String of(String group) {
        return "dabiao/projecting/" + group;
    }

    @Override
    public Transaction startTransaction() {
        Transaction transaction = transactions.startTransaction();
        try {
            jdbc.sql(TOGETHER).param("fence", fence).query((_, _) -> true).single();
            return transaction;
        } catch (RuntimeException e) {
            transaction.rollback();
            throw e;
        }
    }
}
