package cn.dabiao.api.problem;

import java.util.Map;

/** More of a body has come than is permitted; whoever reads it reads no further. */
public final class BodyTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long limit;

    /** @param limit in bytes */
    public BodyTooLarge(long limit) {
        super("more than " + limit + " bytes", null, false, false);
        this.limit = limit;
    }

    public Map<String, ?> facts() {
        return Map.of("limit", limit);
    }
}
