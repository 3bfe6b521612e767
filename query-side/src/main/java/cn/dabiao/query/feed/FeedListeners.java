package cn.dabiao.query.feed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

import cn.dabiao.api.Headers;
import cn.dabiao.api.TokenExpiry;
import cn.dabiao.api.feed.FeedPage;
import cn.dabiao.api.problem.TooManyListeners;
import cn.dabiao.domain.people.Actor;

/** The streams of a node. Each has the thread of its request, which is a virtual one and may wait. */
public final class FeedListeners {

    private static final Logger LOG = LoggerFactory.getLogger(FeedListeners.class);
    private static final int READING_AT_A_TIME = 4;

    private final Feed feed;
    private final FeedTail tail;
    private final FeedSettings settings;
    private final Semaphore turns = new Semaphore(READING_AT_A_TIME, true);
    private final Map<String, Integer> accounts = new ConcurrentHashMap<>();

    FeedListeners(Feed feed, FeedTail tail, FeedSettings settings) {
        this.feed = feed;
        this.tail = tail;
        this.settings = settings;
    }

    /**
     * Writes what this scope sees behind a position until the stream ends.
     *
     * @throws TooManyListeners when as many are served as may be, to all or to this account
     */
    void listen(long after, FeedScope scope, Actor actor, TokenExpiry token, HttpServletResponse response) {
        int listening = tail.enter();
        int own = accounts.merge(actor.subject(), 1, Integer::sum);
        try {
            if (own > settings.maxListenersPerAccount()) {
                throw TooManyListeners.ofAccount(settings.maxListenersPerAccount());
            }
            if (listening > settings.maxListeners()) {
                throw TooManyListeners.ofNode(settings.maxListeners());
            }
            serve(new FeedListener(feed, tail, turns, settings.heartbeat(), after, scope, token), response);
        } catch (IOException e) {
            LOG.debug("a listener is gone: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            accounts.computeIfPresent(actor.subject(), (_, number) -> number == 1 ? null : number - 1);
            tail.leave();
        }
    }

    private static void serve(FeedListener listener, HttpServletResponse response)
            throws IOException, InterruptedException {
        FeedPage first = listener.begin();
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(Headers.POSITION, Long.toString(first.position()));
        // nginx would hold events back until a buffer is full.
        response.setHeader("X-Accel-Buffering", "no");
        FeedWriter writer = new FeedWriter(response.getOutputStream());
        writer.begun();
        writer.events(FeedListener.told(first));
        try {
            listener.listen(writer);
        } catch (RuntimeException e) {
            // Nothing can be answered any more: the stream ends, and its reader comes back with where it was.
            LOG.warn("a stream was broken off: {}", e.getMessage());
        }
    }
}
