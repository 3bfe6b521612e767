package cn.dabiao.ledger;

/** The database did not answer; nothing is known to be wrong with what was asked, and asking again later may do. */
public final class LedgerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LedgerUnavailable(Exception cause) {
        super("the ledger's database did not answer: " + cause.getMessage(), cause);
    }
}
