package cn.dabiao.domain.assessment;

import java.util.List;

import cn.dabiao.domain.refusal.Refusal;

/**
 * What the caller saw before it wrote: the entity tags of its If-Match, empty when it sent none. A write to an existing
 * assessment has to name the version it rests on, so that nobody overwrites what they have not seen.
 */
public record Precondition(List<String> tags) {

    public static final Precondition NONE = new Precondition(List.of());
    private static final String ANY = "*";

    public Precondition {
        tags = List.copyOf(tags);
    }

    public static Precondition of(String tag) {
        return new Precondition(List.of(tag));
    }

    /** Holds when one of the caller's tags is one of these; the first of these is told to a caller whose tag is not. */
    public void requireOneOf(List<String> current) {
        String actual = current.getFirst();
        // "Whatever there is" names no version: it is as good as nothing where nobody may overwrite unseen.
        if (tags.isEmpty() || tags.contains(ANY)) {
            throw new Refusal.VersionRequired(actual).asException();
        }
        if (current.stream().noneMatch(tags::contains)) {
            throw new Refusal.StaleVersion(String.join(", ", tags), actual).asException();
        }
    }
}
