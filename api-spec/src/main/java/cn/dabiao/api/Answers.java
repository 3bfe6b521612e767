package cn.dabiao.api;

import java.net.URI;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;

/** How answers carry their entity tag and position. */
public final class Answers {

    /** Whoever was answered may keep it, nobody for them, and has to ask each time whether it still holds. */
    public static final CacheControl KEPT = CacheControl.noCache().cachePrivate();

    private Answers() {}

    /** 201 for a new thing whose version is its entity tag. */
    public static ResponseEntity<Written> created(String path, Written written) {
        return created(path, Long.toString(written.version()), written.position(), written);
    }

    /** 201 for a new thing. */
    public static <T> ResponseEntity<T> created(String path, String tag, long position, T body) {
        return ResponseEntity.created(URI.create(path))
                .eTag(quoted(tag))
                .header(Headers.POSITION, Long.toString(position))
                .body(body);
    }

    /** 200 for a change of a thing. */
    public static <T> ResponseEntity<T> ok(String tag, long position, T body) {
        return ResponseEntity.ok()
                .eTag(quoted(tag))
                .header(Headers.POSITION, Long.toString(position))
                .body(body);
    }

    /** 200 for a read of a thing whose version is its entity tag: what a write to it has to name. */
    public static <T> ResponseEntity<T> shown(String tag, long position, T body) {
        return shown(position).eTag(quoted(tag)).body(body);
    }

    /** 200 for a read that shows a position; its entity tag is the hash of its bytes, see {@code ShallowEtagHeaderFilter}. */
    public static <T> ResponseEntity<T> shown(long position, T body) {
        return shown(position).body(body);
    }

    /** 200 for a read of what is no event's doing; its entity tag is the hash of its bytes. */
    public static ResponseEntity.BodyBuilder kept() {
        return ResponseEntity.ok().cacheControl(KEPT);
    }

    private static ResponseEntity.BodyBuilder shown(long position) {
        return kept().header(Headers.POSITION, Long.toString(position));
    }

    private static String quoted(String tag) {
        return '"' + tag + '"';
    }
}
