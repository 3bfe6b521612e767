package cn.dabiao.benchmark;

import org.HdrHistogram.Histogram;

/**
 * What came of one measurement.
 *
 * @param perSecond calls answered
 * @param p50Micros how long half of them took at most
 * @param p99Micros how long 99 of 100 took at most
 * @param cpuMicros what this process, client and product, spent on one call; PostgreSQL's share is not in it
 */
record Sample(double perSecond, long p50Micros, long p99Micros, double cpuMicros) {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final long NANOS_PER_MICRO = 1_000;

    static Sample of(Histogram nanos, long elapsedNanos, long cpuNanos) {
        return new Sample(
                nanos.getTotalCount() * NANOS_PER_SECOND / elapsedNanos,
                nanos.getValueAtPercentile(50) / NANOS_PER_MICRO,
                nanos.getValueAtPercentile(99) / NANOS_PER_MICRO,
                (double) cpuNanos / NANOS_PER_MICRO / Math.max(1, nanos.getTotalCount()));
    }
}
