package cn.dabiao.query.webhook;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import cn.dabiao.query.feed.Feed;

/** Looks for what is to be sent and has it sent, to several targets at a time. What it knows is all in the database. */
final class Dispatcher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Feed feed;
    private final DeliveryTable table;
    private final Sender sender;
    private final Delivery delivery;
    private final Clock clock;
    private final WebhookSettings settings;
    private final Semaphore free;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("webhooks").unstarted(task));
    private final ExecutorService sending = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running;

    Dispatcher(Feed feed, DeliveryTable table, Sender sender, Clock clock, WebhookSettings settings) {
        this.feed = feed;
        this.table = table;
        this.sender = sender;
        this.delivery = new Delivery(feed, table, sender, clock, settings);
        this.clock = clock;
        this.settings = settings;
        this.free = new Semaphore(settings.parallel());
    }

    @Override
    public void start() {
        running = true;
        long pause = settings.pollInterval().toMillis();
        ScheduledFuture<?> _ = looking.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    /**
     * What is under way comes to its end; what does not in time is sent once more by whoever comes next. First nothing is
     * claimed any more: a claim that nobody serves would hold its target up until it runs out.
     */
    @Override
    public void stop() {
        running = false;
        if (!hasEnded(looking) || !hasEnded(sending)) {
            LOG.warn("deliveries to webhooks are broken off that have not ended in {}", settings.answerTimeout());
        }
        sender.close();
    }

    private boolean hasEnded(ExecutorService work) {
        work.shutdown();
        try {
            return work.awaitTermination(settings.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
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
            int most = free.availablePermits();
            if (running && most > 0) {
                table.claim(feed.shown(), clock.instant(), most).forEach(this::send);
            }
        } catch (RuntimeException e) {
            LOG.warn("it cannot be seen what is to be sent to webhooks: {}", e.getMessage());
        }
    }

    private void send(Subscription to) {
        free.acquireUninterruptibly();
        sending.execute(() -> {
            try {
                delivery.run(to, () -> running);
            } catch (RuntimeException e) {
                // Its lease runs out, and then it is tried again.
                LOG.warn("webhook {} of bureau {} is not sent to: {}", to.webhookId(), to.bureau(), e.getMessage());
            } finally {
                free.release();
            }
        });
    }
}
