package cn.dabiao.app.limits;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP as Tomcat speaks it, but for heads that drip: once a second the connections are looked through, and one on which
 * the head of a request has been coming for too long is closed. What is looked at belongs to other threads and may be a moment old,
 * which here does no harm.
 */
public final class LimitedPatience extends Http11NioProtocol {

    private static final Logger LOG = LoggerFactory.getLogger(LimitedPatience.class);

    private @Nullable Patience patience;
    private @Nullable ScheduledFuture<?> watch;

    void setPatience(Patience patience) {
        this.patience = patience;
    }

    @Override
    public void start() throws Exception {
        super.start();
        Patience known = patience;
        if (known != null) {
            watch = getUtilityExecutor().scheduleWithFixedDelay(() -> lookThrough(known), 1, 1, TimeUnit.SECONDS);
        }
    }

    @Override
    public void stop() throws Exception {
        if (watch != null) {
            watch.cancel(false);
        }
        super.stop();
    }

    private void lookThrough(Patience known) {
        try {
            for (SocketWrapperBase<NioChannel> connection : getEndpoint().getConnections()) {
                if (connection.getCurrentProcessor() instanceof Processor processor
                        && isOver(known, processor)) {
                    LOG.debug("A request that has been coming for too long is broken off");
                    connection.close();
                }
            }
        } catch (RuntimeException e) {
            // Whatever another thread changed meanwhile: the watch goes on.
            LOG.debug("The connections could not be looked through", e);
        }
    }

    /** A connection holds a processor that is at rest for a head that is not whole yet, or for an answer in the making. */
    private static boolean isOver(Patience known, Processor processor) {
        Request request = processor.getRequest();
        return request != null
                && !processor.isAsync()
                && !processor.isUpgrade()
                && request.getStartTimeNanos() >= 0
                && known.isOverForHead(System.nanoTime() - request.getStartTimeNanos());
    }
}
