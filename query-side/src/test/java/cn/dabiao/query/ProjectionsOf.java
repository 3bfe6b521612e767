package cn.dabiao.query;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.query.projecting.Projection;

/** The product's own projections, for tests in other packages. */
public final class ProjectionsOf {

    public static final List<String> GROUPS = Groups.ALL;

    private ProjectionsOf() {}

    public static List<Projection> group(String group, JdbcClient jdbc) {
        return Projections.of(group, jdbc);
    }
}
