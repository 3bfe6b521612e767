package cn.dabiao.api;

import java.net.URI;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** How answers carry their entity tag and position. */
public final class Answers {

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

    /** 200 for a change of a thing, or a read of it. */
    public static <T> ResponseEntity<T> ok(String tag, long position, T body) {
        return ResponseEntity.ok()
                .eTag(quoted(tag))
                .header(Headers.POSITION, Long.toString(position))
                .body(body);
    }

    /** 200 for a read that shows a position; its entity tag is the hash of its bytes, see {@code ShallowEtagHeaderFilter}. */
    public static <T> ResponseEntity<T> shown(long position, T body) {
        return ResponseEntity.ok()
                .header(Headers.POSITION, Long.toString(position))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .body(body);
    }

    private static String quoted(String tag) {
        return '"' + tag + '"';
    }
}
