package cn.dabiao.api;

/** The names of our own HTTP headers. */
public final class Headers {

    /** On every answer: the ledger position that a write reached or that a read shows. */
    public static final String POSITION = "Dabiao-Position";
    /** On a read: wait, within bounds, until what is shown has reached this position. */
    public static final String MIN_POSITION = "Dabiao-Min-Position";
    /** Echoed, or made up when the caller sent none; it stands in the metadata of every event the request caused. */
    public static final String REQUEST_ID = "X-Request-Id";
    /** On a POST or PUT: what makes it the same request when it is sent again (draft-ietf-httpapi-idempotency-key-header). */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    /** {@code true} on an answer that was given before. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private Headers() {}
}
