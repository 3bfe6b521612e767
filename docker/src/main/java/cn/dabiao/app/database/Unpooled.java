package cn.dabiao.app.database;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Connections beside the pool, for those who keep one: what the pool is short of is no matter to them. */
public final class Unpooled {

    private static final int SECONDS_TO_CONNECT = 5;

    private Unpooled() {}

    /** As the account that the application runs under. */
    public static DataSource of(JdbcConnectionDetails details) {
        return of(details.getJdbcUrl(), details.getUsername(), details.getPassword());
    }

    /** As the account that the application runs under; a connection that does not answer within these seconds is given up. */
    public static DataSource of(JdbcConnectionDetails details, int secondsToAnswer) {
        PGSimpleDataSource database = of(details.getJdbcUrl(), details.getUsername(), details.getPassword());
        database.setSocketTimeout(secondsToAnswer);
        return database;
    }

    static PGSimpleDataSource of(String url, @Nullable String user, @Nullable String password) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setUser(user);
        database.setPassword(password);
        database.setLoginTimeout(SECONDS_TO_CONNECT);
        database.setTcpKeepAlive(true);
        return database;
    }
}
