package cn.dabiao.ledger;

/** The database did not answer; nothing is known to be wrong with what was asked, and asking again later may do. */
public final class LedgerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LedgerUnavailable(Exception cause) {
        this("the ledger's database did not answer: " + cause.getMessage(), cause);
    }

    private LedgerUnavailable(String message, Exception cause) {
        super(message, cause);
    }

    /** The connection was lost while events were on their way: they may be stored or not, and reading will tell. */
    public static LedgerUnavailable outcomeUnknown(Exception cause) {
        return new LedgerUnavailable(
                "the connection to the ledger was lost, and whether the events are stored could not be found out: "
                        + cause.getMessage(),
                cause);
    }
}
