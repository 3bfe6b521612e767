package cn.dabiao.app.axon;

import javax.sql.DataSource;

import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Connections beside the pool, for those who keep one: what the pool is short of is no matter to them. */
final class Unpooled {

    private static final int SECONDS_TO_CONNECT = 5;

    private Unpooled() {}

    static DataSource of(JdbcConnectionDetails details) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(details.getJdbcUrl());
        database.setUser(details.getUsername());
        database.setPassword(details.getPassword());
        database.setLoginTimeout(SECONDS_TO_CONNECT);
        database.setTcpKeepAlive(true);
        return database;
    }
}
