package cn.dabiao.api.problem;

/** A node listens to no more connections than it was set to. */
public final class TooManyListeners extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int limit;

    public TooManyListeners(int limit) {
        super(limit + " listen already", null, false, false);
        this.limit = limit;
    }

    int limit() {
        return limit;
    }
}
