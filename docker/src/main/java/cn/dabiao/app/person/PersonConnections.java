package cn.dabiao.app.person;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.app.database.Unpooled;

/** Connections for the keys of persons alone; no {@code DataSource} bean, for there is one that everything else means. */
record PersonConnections(HikariDataSource pool) implements AutoCloseable {

    private static final int MOST = 4;
    private static final long PATIENCE_MILLIS = 5_000;

    static PersonConnections to(JdbcConnectionDetails database) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("persons");
        config.setDataSource(Unpooled.of(database));
        config.setMaximumPoolSize(MOST);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setInitializationFailTimeout(-1);
        return new PersonConnections(new HikariDataSource(config));
    }

    @Override
    public void close() {
        pool.close();
    }
}
