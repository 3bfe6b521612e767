package cn.dabiao.command.demo;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** With {@code dabiao.demo=true}: writes the demo county beside the running product, which need not wait for it. */
@Component
@ConditionalOnBooleanProperty("dabiao.demo")
class DemoStarter implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DemoStarter.class);
    private static final long LAST_STEP_MILLIS = 5_000;

    private final DemoCounty county;
    private volatile boolean running;
    private @Nullable Thread writer;

    DemoStarter(DemoCounty county) {
        this.county = county;
    }

    @Override
    public void start() {
        LOG.info("Writing the demo county (dabiao.demo=true). It is fictional: no school and no person in it exists.");
        running = true;
        writer = Thread.ofPlatform().name("demo-county").daemon().start(this::write);
    }

    private void write() {
        try {
            county.write(() -> running);
        } catch (RuntimeException e) {
            LOG.error("The demo county is unfinished; the next start or POST /api/v1/demo goes on with it", e);
        }
    }

    /** Lets the step at hand finish; the next start does the rest. */
    @Override
    public void stop() {
        running = false;
        try {
            if (writer != null) {
                writer.join(LAST_STEP_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Last of all, after the web server. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
