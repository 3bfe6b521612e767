package cn.dabiao.app.kills;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import cn.dabiao.app.Caller;
import cn.dabiao.app.endtoend.County;

/**
 * Writes assessments over HTTP, as fast as it is answered, until its standard input ends; a Dabiao that does not answer is
 * waited for. Whatever was acknowledged is in its journal, flushed to disk, before the same worker writes again.
 */
final class LoadClient {

    private LoadClient() {}

    /** The port, the file of the journal, the number of workers. */
    public static void main(String[] args) throws IOException {
        int port = Integer.parseInt(args[0]);
        int workers = Integer.parseInt(args[2]);
        County county = new County(new Caller(port), "load").opened();
        try (Journal journal = new Journal(Path.of(args[1]))) {
            List<Worker> all = IntStream.range(0, workers).mapToObj(number -> new Worker(port, county, number, journal)).toList();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                all.forEach(threads::execute);
                while (System.in.read() >= 0) {
                    // Whoever started this closes its input when it has seen enough, or when it dies.
                }
                all.forEach(Worker::stop);
            }
        }
    }
}
