package cn.dabiao.query.feed;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;

import cn.dabiao.api.TokenExpiry;
import cn.dabiao.api.feed.FeedPage;
import cn.dabiao.query.projecting.Tokens;
import cn.dabiao.query.reading.MinPosition;

/**
 * One stream: a position that moves on as fast as its reader takes what is written. Near the end of the ledger it reads
 * from the node's memory, further back from the database, in pages; nothing waits for it but itself.
 */
final class FeedListener {

    private static final int PAGE = 200;

    private final Feed feed;
    private final FeedTail tail;
    private final Semaphore turns;
    private final FeedScope scope;
    private final TokenExpiry token;
    private final Duration heartbeat;
    private long position;
    private long written = System.nanoTime();

    /** @param turns how many listeners may read from the database at a time: others need its connections, too */
    FeedListener(
            Feed feed,
            FeedTail tail,
            Semaphore turns,
            Duration heartbeat,
            long position,
            FeedScope scope,
            TokenExpiry token) {
        this.feed = feed;
        this.tail = tail;
        this.turns = turns;
        this.heartbeat = heartbeat;
        this.position = position;
        this.scope = scope;
        this.token = token;
    }

    /** The first page: what goes wrong here can still be answered. */
    FeedPage begin() throws InterruptedException {
        if (MinPosition.ofRequest() > Tokens.NOTHING) {
            // Who has to wait for what they want to see, takes nobody's turn meanwhile.
            feed.shown();
        }
        FeedPage page = page();
        position = page.next();
        return page;
    }

    /** Goes on until the right to it ends, the node is stopped or the reader is gone. */
    void listen(FeedWriter writer) throws IOException, InterruptedException {
        while (tail.isRunning() && !token.isPast()) {
            List<byte[]> events = next();
            if (!events.isEmpty()) {
                writer.events(events);
                written = System.nanoTime();
            } else if (silence().isNegative()) {
                writer.heartbeat(position);
                written = System.nanoTime();
            }
        }
    }

    private List<byte[]> next() throws InterruptedException {
        Recent recent = tail.recent();
        if (!recent.reachesBackTo(position)) {
            FeedPage page = page();
            position = page.next();
            return told(page);
        }
        if (recent.shown() <= position) {
            tail.await(position, least(silence(), Duration.between(Instant.now(), token.at())));
            return List.of();
        }
        List<Told> events = recent.after(position);
        position = recent.shown();
        return events.stream()
                .filter(event -> scope.sees(event.row()))
                .map(event -> event.to(scope))
                .toList();
    }

    static List<byte[]> told(FeedPage page) {
        return page.items().stream().map(FeedWriter::event).toList();
    }

    private FeedPage page() throws InterruptedException {
        turns.acquire();
        try {
            return feed.page(position, PAGE, scope);
        } finally {
            turns.release();
        }
    }

    /** For how long nothing has to be written. */
    private Duration silence() {
        return heartbeat.minusNanos(System.nanoTime() - written);
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
