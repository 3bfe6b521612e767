package cn.dabiao.ledger;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A kind of event as it is stored: its name and revision for ever, whatever the class is called today.
 *
 * @param revision the one that is written, counted from 1; those below it stay readable
 */
record EventType(String name, String revision, Class<?> payload) {

    /** Every revision that a ledger may hold. */
    List<String> revisions() {
        return IntStream.rangeClosed(1, Integer.parseInt(revision)).mapToObj(Integer::toString).toList();
    }
}
