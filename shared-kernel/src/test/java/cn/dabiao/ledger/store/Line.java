package cn.dabiao.ledger.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

import org.postgresql.ds.PGSimpleDataSource;

/**
 * A line to PostgreSQL that breaks when it is told to: before a request gets there, or before its answer comes back. Or it
 * goes silent, and neither end hears why.
 */
public final class Line implements AutoCloseable {

    public enum Cut {
        NOTHING,
        NEXT_REQUEST,
        NEXT_ANSWER
    }

    private static final int SECONDS_TO_CONNECT = 1;

    private final PGSimpleDataSource behind;
    private final ServerSocket socket;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicReference<Cut> cut = new AtomicReference<>(Cut.NOTHING);
    private volatile boolean silent;

    public Line(DataSource database) throws IOException {
        this.behind = (PGSimpleDataSource) database;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::carry);
    }

    public DataSource database() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setServerNames(new String[] {"127.0.0.1"});
        database.setPortNumbers(new int[] {socket.getLocalPort()});
        database.setDatabaseName(behind.getDatabaseName());
        database.setUser(behind.getUser());
        database.setLoginTimeout(SECONDS_TO_CONNECT);
        return database;
    }

    public void cut(Cut next) {
        cut.set(next);
    }

    /** Holds everything back that is said from now on, or lets it pass at last. */
    void silence(boolean begins) {
        silent = begins;
    }

    /** Breaks every line that is open, in the middle of whatever is said. */
    public void breakAll() {
        open.forEach(socket -> {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void carry() {
        try {
            while (true) {
                Socket client = socket.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind.getPortNumbers()[0]);
                open.add(client);
                Thread.ofVirtual().start(() -> pump(client, server, Cut.NEXT_REQUEST));
                Thread.ofVirtual().start(() -> pump(server, client, Cut.NEXT_ANSWER));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void pump(Socket from, Socket to, Cut ends) {
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (cut.compareAndSet(ends, Cut.NOTHING)) {
                    return;
                }
                while (silent) {
                    Thread.sleep(5);
                }
                out.write(buffer, 0, count);
                out.flush();
            }
        } catch (IOException | InterruptedException e) {
            // One end is gone, so the other goes.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
