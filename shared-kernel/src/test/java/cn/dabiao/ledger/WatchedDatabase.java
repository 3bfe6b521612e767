package cn.dabiao.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Counts the connections that are held, and has who reads the latest times wait until it may read on. */
final class WatchedDatabase {

    private final AtomicInteger held = new AtomicInteger();
    private final AtomicInteger readings = new AtomicInteger();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final DataSource database;

    WatchedDatabase(DataSource database) {
        this.database = proxy(DataSource.class, (method, arguments) -> {
            Object result = method.invoke(database, arguments);
            return result instanceof Connection connection ? watched(connection) : result;
        });
    }

    DataSource database() {
        return database;
    }

    int held() {
        return held.get();
    }

    int readings() {
        return readings.get();
    }

    void readOn() {
        gate.countDown();
    }

    private Connection watched(Connection connection) {
        held.incrementAndGet();
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("close")) {
                held.decrementAndGet();
            }
            if (method.getName().equals("prepareStatement") && arguments[0].toString().contains("max(recorded_at)")) {
                readings.incrementAndGet();
                gate.await();
            }
            return method.invoke(connection, arguments);
        });
    }

    private interface Call {
        Object of(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
            try {
                return call.of(method, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
