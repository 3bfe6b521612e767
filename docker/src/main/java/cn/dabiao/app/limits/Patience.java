package cn.dabiao.app.limits;

/**
 * How long a request may take to come. Tomcat's own time-out begins anew with every byte, so that a byte now and then
 * holds a connection for a day.
 *
 * @param headNanos      for the request line and the headers
 * @param bodyNanos      for the body, however short
 * @param bytesPerSecond what gives a body more time
 */
record Patience(long headNanos, long bodyNanos, long bytesPerSecond) {

    boolean isOverForHead(long elapsedNanos) {
        return elapsedNanos > headNanos;
    }

    /** @param read how much of the body has come so far */
    boolean isOverForBody(long elapsedNanos, long read) {
        return elapsedNanos - bodyNanos > read * 1_000_000_000L / bytesPerSecond;
    }
}
