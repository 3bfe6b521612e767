package cn.dabiao.query.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import cn.dabiao.query.feed.Feed;

/** Looks for what is to be sent and has it sent, to several targets at a time. What it knows is all in the database. */
final class Dispatcher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration GIVING_BACK = Duration.ofSeconds(2);

    private final Feed feed;
    private final DeliveryTable table;
    private final Sender sender;
    private final Delivery delivery;
    private final Clock clock;
    private final WebhookSettings settings;
    private final Senders senders;
    /** Whoever makes room has it look again: when the node stops, that is not wanted any more. */
    private final ScheduledExecutorService looking = new ScheduledThreadPoolExecutor(
            1,
            task -> Thread.ofPlatform().daemon().name("webhooks").unstarted(task),
            new ThreadPoolExecutor.DiscardPolicy());
    private final ExecutorService sending = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running;

    Dispatcher(Feed feed, DeliveryTable table, Sender sender, Clock clock, WebhookSettings settings) {
        this.feed = feed;
        this.table = table;
        this.sender = sender;
        this.delivery = new Delivery(feed, table, sender, clock, settings);
        this.clock = clock;
        this.settings = settings;
        this.senders = new Senders(settings);
    }

    @Override
    public void start() {
        if (looking.isShutdown()) {
            throw new IllegalStateException("what was stopped does not start again");
        }
        running = true;
        long pause = settings.pollInterval().toMillis();
        ScheduledFuture<?> _ = looking.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    /**
     * What is under way comes to its end; what does not in time is broken off, which is no fault of its target's, and sent
     * once more by whoever comes next. First nothing is claimed any more: a claim that nobody serves would hold its target
     * up until it runs out. Claims that are broken off are given back while there is a database.
     */
    @Override
    public void stop() {
        running = false;
        long end = System.nanoTime() + settings.attempt().toNanos();
        boolean ended = hasEnded(looking, end) && hasEnded(sending, end);
        sender.close();
        if (!ended) {
            LOG.warn("deliveries to webhooks are broken off that have not ended in {}", settings.attempt());
            boolean _ = hasEnded(sending, System.nanoTime() + GIVING_BACK.toNanos());
        }
    }

    private static boolean hasEnded(ExecutorService work, long end) {
        work.shutdown();
        try {
            return work.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void look() {
        try {
            if (running && senders.free(senders.busy()) > 0) {
                table.claim(feed.shown(), clock.instant(), senders).forEach(this::send);
            }
        } catch (RuntimeException e) {
            LOG.warn("it cannot be seen what is to be sent to webhooks: {}", e.getMessage());
        }
    }

    private void send(Subscription to) {
        senders.begin(to.bureau());
        sending.execute(() -> {
            boolean waits = false;
            try {
                waits = delivery.run(to, () -> running);
            } catch (RuntimeException e) {
                // Its lease runs out, and then it is tried again.
                LOG.warn("webhook {} of bureau {} is not sent to: {}", to.webhookId(), to.bureau(), e.getMessage());
            } finally {
                waits |= senders.end(to.bureau());
                if (waits) {
                    looking.execute(this::look);
                }
            }
        });
    }
}
