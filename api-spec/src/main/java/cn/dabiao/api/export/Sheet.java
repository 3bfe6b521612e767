package cn.dabiao.api.export;

import java.io.IOException;
import java.util.List;

/**
 * A table that is being written. Whoever gives up in the middle leaves it: only {@link #finish()} makes a whole file of
 * it, and a part of one must not look whole.
 */
public interface Sheet {

    void row(List<Cell> cells) throws IOException;

    /** Hands on what has been written so far, so that no more than that is held in memory. */
    void flush() throws IOException;

    void finish() throws IOException;
}
