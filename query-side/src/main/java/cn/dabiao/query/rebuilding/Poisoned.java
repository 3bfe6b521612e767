package cn.dabiao.query.rebuilding;

/**
 * An event cannot be projected, and a rebuild leaves out none that it is not told to. When it is its row that could not be
 * written, it stands some thousand events before the position told.
 */
final class Poisoned extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long position;

    Poisoned(long position, Throwable cause) {
        super("the event at position " + position + " cannot be projected", cause);
        this.position = position;
    }

    long position() {
        return position;
    }
}
