package cn.dabiao.app.limits;

import java.io.IOException;
import java.net.SocketTimeoutException;
import jakarta.servlet.ServletException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Ends a body that drips as Tomcat ends one of which nothing comes. It is here and not in a filter, because Tomcat reads
 * multiparts past all filters. What counts is the time that is spent waiting for the caller, not what we need ourselves.
 */
final class TimedBodies extends ValveBase {

    private final Patience patience;

    TimedBodies(Patience patience) {
        super(true);
        this.patience = patience;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request raw = request.getCoyoteRequest();
        InputBuffer body = raw.getInputBuffer();
        raw.setInputBuffer(new Timed(raw, body, patience));
        try {
            getNext().invoke(request, response);
        } finally {
            raw.setInputBuffer(body);
        }
    }

    private static final class Timed implements InputBuffer {

        private final org.apache.coyote.Request request;
        private final InputBuffer body;
        private final Patience patience;
        private long waited;
        private long read;

        Timed(org.apache.coyote.Request request, InputBuffer body, Patience patience) {
            this.request = request;
            this.body = body;
            this.patience = patience;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            long began = System.nanoTime();
            int count = body.doRead(handler);
            waited += System.nanoTime() - began;
            read += Math.max(0, count);
            if (count >= 0 && patience.isOverForBody(waited, read)) {
                // Or Tomcat would read on, to the end of the body, before it closes the connection.
                request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
                throw new SocketTimeoutException("the body comes too slowly");
            }
            return count;
        }

        @Override
        public int available() {
            return body.available();
        }
    }
}
