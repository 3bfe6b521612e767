package cn.dabiao.evidence;

/** The store of evidence did not do what it was asked for, and nothing is wrong with what was asked. */
public final class EvidenceUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EvidenceUnavailable(Exception cause) {
        super("the store of evidence did not answer: " + cause, cause);
    }
}
