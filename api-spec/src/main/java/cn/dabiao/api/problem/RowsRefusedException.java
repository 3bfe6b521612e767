package cn.dabiao.api.problem;

import java.util.Map;

/** A file has rows that are not as they have to be, and nothing of it was stored. */
public final class RowsRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, ?> facts;

    /** @param facts {@code rows}: what would become of each; {@code refused} and the other counts */
    public RowsRefusedException(Map<String, ?> facts) {
        super("rows refused", null, false, false);
        this.facts = facts;
    }

    public Map<String, ?> facts() {
        return facts;
    }
}
