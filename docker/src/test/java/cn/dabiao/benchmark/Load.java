package cn.dabiao.benchmark;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.HdrHistogram.Histogram;

import com.sun.management.OperatingSystemMXBean;

/** Keeps a number of clients busy for a while, each making its next call when the last one is answered. */
final class Load {

    private static final int DIGITS = 3;
    private static final OperatingSystemMXBean CPU = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private Load() {}

    static Sample measure(Contender contender, int clients, Duration duration) throws Exception {
        contender.prepare(clients);
        List<Contender.Call> calls = new ArrayList<>();
        for (int number = 0; number < clients; number++) {
            calls.add(contender.client(number));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long cpuBefore = CPU.getProcessCpuTime();
            long began = System.nanoTime();
            long end = began + duration.toNanos();
            List<Callable<Histogram>> work = calls.stream().<Callable<Histogram>>map(call -> () -> until(end, call)).toList();
            Histogram all = new Histogram(DIGITS);
            for (Future<Histogram> each : threads.invokeAll(work)) {
                all.add(each.get());
            }
            return Sample.of(all, System.nanoTime() - began, CPU.getProcessCpuTime() - cpuBefore);
        }
    }

    private static Histogram until(long end, Contender.Call call) throws Exception {
        Histogram nanos = new Histogram(DIGITS);
        for (long before = System.nanoTime(); before < end; ) {
            call.make();
            long after = System.nanoTime();
            nanos.recordValue(after - before);
            before = after;
        }
        return nanos;
    }
}
