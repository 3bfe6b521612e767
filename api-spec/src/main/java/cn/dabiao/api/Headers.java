package cn.dabiao.api;

/** The names of our own HTTP headers. */
public final class Headers {

    /** On every answer: the ledger position that a write reached or that a read shows. */
    public static final String POSITION = "Dabiao-Position";
    /** On a read: wait, within bounds, until what is shown has reached this position. */
    public static final String MIN_POSITION = "Dabiao-Min-Position";
    /** Echoed, or made up when the caller sent none; it stands in the metadata of every event the request caused. */
    public static final String REQUEST_ID = "X-Request-Id";

    private Headers() {}
}
