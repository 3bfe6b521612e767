package cn.dabiao.ledger.proof;

/** A text or value that has not the form its format demands, or a note without the signature it should bear. */
public final class Malformed extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String what;

    public Malformed(String what) {
        super(what);
        this.what = what;
    }

    /** Always there. */
    @Override
    public String getMessage() {
        return what;
    }
}
