package cn.dabiao.api.problem;

/** A read asked for a position that its projection has not reached within the time a read may wait. */
public final class NotYetVisible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long wanted;
    private final long shown;

    public NotYetVisible(long wanted, long shown) {
        super("position %d is wanted, %d is shown".formatted(wanted, shown), null, false, false);
        this.wanted = wanted;
        this.shown = shown;
    }

    long wanted() {
        return wanted;
    }

    long shown() {
        return shown;
    }
}
