package cn.dabiao.ledger.signing;

/** What the database holds is no continuation of what has been signed: it must not be signed. */
final class HistoryForked extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HistoryForked(String what) {
        super(what);
    }
}
