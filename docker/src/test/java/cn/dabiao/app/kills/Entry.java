package cn.dabiao.app.kills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A line of the load client's journal: one write, and what its client knows about it.
 *
 * @param began     when it was sent, in milliseconds since 1970
 * @param ended     when its answer came, or its connection broke
 * @param requestId stands in the metadata of the event, if there is one
 * @param status    of the answer; 0 when none came
 * @param position  where the event is in the ledger, if it was acknowledged
 * @param version   how many events the stream had then
 */
record Entry(Kind kind, long began, long ended, String requestId, int status, String stream, long position, long version) {

    enum Kind {
        /** Answered 2xx: the event has to be there for ever. */
        ACKNOWLEDGED,
        /** Answered 503, or not at all: the event may be there or not. */
        UNKNOWN,
        /** Answered with any other error. */
        REFUSED
    }

    /** The whole lines of a journal that may still be written. */
    static List<Entry> in(Path journal) throws IOException {
        String text = Files.exists(journal) ? Files.readString(journal) : "";
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(Entry::read).toList();
    }

    private static Entry read(String line) {
        String[] words = line.split(" ", -1);
        return new Entry(
                Kind.valueOf(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]), words[3],
                Integer.parseInt(words[4]), words[5], Long.parseLong(words[6]), Long.parseLong(words[7]));
    }

    String line() {
        return String.join(
                " ", kind.name(), Long.toString(began), Long.toString(ended), requestId, Integer.toString(status), stream,
                Long.toString(position), Long.toString(version));
    }

    boolean isAcknowledged() {
        return kind == Kind.ACKNOWLEDGED;
    }

    boolean wasInFlightAt(long moment) {
        return began < moment && ended > moment;
    }
}
