package cn.dabiao.query.rebuilding;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whoever fills or drops a group's new tables is alone with them, on whichever node: a lock of the session's, which
 * outlives a node that is merely not heard of, and ends with its connection.
 */
final class Alone {

    private static final String BEGIN = "SELECT pg_try_advisory_lock(hashtextextended(:name, 0))";
    private static final String END = "SELECT pg_advisory_unlock(hashtextextended(:name, 0))";

    private Alone() {}

    /** False when somebody else is at it. */
    static boolean begun(JdbcClient connection, String group) {
        return connection.sql(BEGIN).param("name", nameOf(group)).query(Boolean.class).single();
    }

    static void ended(JdbcClient connection, String group) {
        connection.sql(END).param("name", nameOf(group)).query(Boolean.class).single();
    }

    private static String nameOf(String group) {
        return "dabiao/rebuilding/" + group;
    }
}
