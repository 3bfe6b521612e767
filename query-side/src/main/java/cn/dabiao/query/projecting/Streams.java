package cn.dabiao.query.projecting;

import java.util.Optional;
import java.util.function.Function;

import cn.dabiao.ledger.StreamId;

/** The keys of rows by the names of streams: {@link StreamId}, read backwards. */
public final class Streams {

    private static final int SCHOOL_CODE = 10;

    private Streams() {}

    /** What stands behind the type, for the streams of this type alone. */
    public static Function<String, Optional<String>> idOf(String type) {
        String prefix = type + ":";
        return stream -> stream.startsWith(prefix)
                ? Optional.of(stream.substring(prefix.length()))
                : Optional.empty();
    }

    /** The assessment's id, for the streams of assessments alone. */
    public static Optional<String> assessmentOf(String stream) {
        return idOf(StreamId.ASSESSMENT).apply(stream).map(id -> id.replace(':', '.'));
    }

    /** The assessment's id, for the streams of its files alone: {@code campaign:hash:school}. */
    public static Optional<String> assessmentOfFile(String stream) {
        return idOf(StreamId.EVIDENCE)
                .apply(stream)
                .map(id -> id.substring(0, id.indexOf(':')) + "." + id.substring(id.lastIndexOf(':') + 1));
    }

    /** The school, for the streams of schools and of assessments. */
    public static Optional<String> schoolOf(String stream) {
        return idOf(StreamId.SCHOOL)
                .apply(stream)
                .or(() -> assessmentOf(stream).map(id -> id.substring(Math.max(0, id.length() - SCHOOL_CODE))));
    }
}
