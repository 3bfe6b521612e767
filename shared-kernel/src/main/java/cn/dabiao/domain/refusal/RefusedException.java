package cn.dabiao.domain.refusal;

/** Carries a {@link Refusal} up to whoever asked. It has no stack trace: a refusal is an answer, not a fault. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    RefusedException(Refusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
