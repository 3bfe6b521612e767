package cn.dabiao.api.problem;

/** A node listens to no more connections than it was set to, and to no more of one account. */
public final class TooManyListeners extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final int limit;

    private TooManyListeners(ProblemType type, int limit) {
        super(limit + " listen already", null, false, false);
        this.type = type;
        this.limit = limit;
    }

    public static TooManyListeners ofNode(int limit) {
        return new TooManyListeners(ProblemType.TOO_MANY_LISTENERS, limit);
    }

    public static TooManyListeners ofAccount(int limit) {
        return new TooManyListeners(ProblemType.TOO_MANY_OWN_LISTENERS, limit);
    }

    public ProblemType type() {
        return type;
    }

    int limit() {
        return limit;
    }
}
