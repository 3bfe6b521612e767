package cn.dabiao.query.rebuilding;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.query.projecting.Columns;

/** The tables that are to take the place of the live ones. The functions are the owner's: see the migration. */
final class Shadow {

    private final List<String> tables;
    private final JdbcClient jdbc;

    Shadow(List<String> tables, JdbcClient jdbc) {
        this.tables = tables;
        this.jdbc = jdbc;
    }

    /** Makes them, empty; what an earlier rebuild has left is dropped. */
    void begin() {
        call("begin_rebuild", jdbc);
    }

    /** Makes the indexes that are not there yet. */
    void index() {
        call("index_rebuild", jdbc);
    }

    /** Puts them in the place of the live ones, which are dropped, in a transaction of the caller's. */
    void exchange(JdbcClient transaction) {
        call("end_rebuild", transaction);
    }

    void drop() {
        call("drop_rebuild", jdbc);
    }

    JdbcClient redirected() {
        return new Redirected(jdbc, tables);
    }

    private void call(String function, JdbcClient with) {
        with.sql("SELECT view." + function + "(CAST(:tables AS text[]))")
                .param("tables", Columns.keys(tables))
                .query((_, _) -> true)
                .single();
    }
}
