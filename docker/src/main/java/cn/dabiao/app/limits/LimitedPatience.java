package cn.dabiao.app.limits;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.apache.coyote.Constants;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP as Tomcat speaks it, but for requests that drip: once a second the connections are looked through, and one whose
 * request has been coming for too long is closed. What is looked at belongs to other threads and may be a moment old,
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
                if (connection instanceof NioEndpoint.NioSocketWrapper socket
                        && socket.getCurrentProcessor() instanceof Processor processor
                        && processor.getRequest() != null
                        && isOver(known, socket, processor.getRequest())) {
                    LOG.debug("A request that has been coming for too long is broken off");
                    connection.close();
                }
            }
        } catch (RuntimeException e) {
            // Whatever another thread changed meanwhile: the watch goes on.
            LOG.debug("The connections could not be looked through", e);
        }
    }

    private boolean isOver(Patience known, NioEndpoint.NioSocketWrapper connection, Request request) {
        long began = request.getStartTimeNanos();
        if (began < 0) {
            return false;
        }
        long elapsed = System.nanoTime() - began;
        return switch (request.getRequestProcessor().getStage()) {
            case Constants.STAGE_PARSE -> known.isOverForHead(elapsed);
            // A body of which nothing comes is the business of the time-out; or nobody has asked for it yet.
            case Constants.STAGE_SERVICE ->
                known.isOverForBody(elapsed, request.getBytesRead())
                        && System.currentTimeMillis() - connection.getLastRead() < getConnectionTimeout()
                        && !request.isFinished();
            default -> false;
        };
    }
}
