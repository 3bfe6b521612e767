package cn.dabiao.query.rebuilding;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Reading the last rebuild of each group. */
public final class RebuildRecords {

    private RebuildRecords() {}

    public static List<RebuildRecord> all(JdbcClient jdbc) {
        return new RebuildTable(jdbc).all();
    }
}
