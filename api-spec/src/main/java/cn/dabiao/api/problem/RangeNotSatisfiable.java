package cn.dabiao.api.problem;

/** Of a file a part was asked for that it does not have. */
public final class RangeNotSatisfiable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String contentRange;

    /** @param contentRange how long the file is, as {@code Content-Range} says it */
    public RangeNotSatisfiable(String contentRange) {
        super(contentRange, null, false, false);
        this.contentRange = contentRange;
    }

    String contentRange() {
        return contentRange;
    }
}
