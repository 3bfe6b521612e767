package cn.dabiao.api.problem;

import java.util.Map;

/** The caller's roles do not permit the operation, whatever it is about. */
public final class ForbiddenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, ?> facts;

    /** @param facts {@code permitted}: the roles that may; {@code roles}: the roles that the caller has */
    public ForbiddenException(Map<String, ?> facts) {
        super("not permitted: " + facts, null, false, false);
        this.facts = facts;
    }

    Map<String, ?> facts() {
        return facts;
    }
}
