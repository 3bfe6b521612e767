package cn.dabiao.query.register.inspector;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.domain.inspector.Inspector;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.query.reading.ReadScope;

/** The inspectors of whom other slices tell, as they are at the register's position. */
public final class Inspectors {

    private final InspectorTable table;

    public Inspectors(JdbcClient jdbc) {
        this.table = new InspectorTable(jdbc);
    }

    /** The inspector that a caller asks for; refuses one that is not there, or another bureau's. */
    public Inspector asked(InspectorId id, ReadScope scope) {
        Inspector inspector = table.find(scope.bureau(), id)
                .map(InspectorRow::inspector)
                .orElseThrow(() -> new Refusal.NotFound(Thing.INSPECTOR, id.value()).asException());
        scope.requireBureau(inspector.bureau(), Thing.INSPECTOR, id.value());
        return inspector;
    }

    /** So many of the roster of the caller's bureau, by id, from the one after {@code after} on. */
    public List<Inspector> roster(ReadScope scope, @Nullable String after, int rows) {
        return table.page(scope.bureau(), after, rows).stream().map(InspectorRow::inspector).toList();
    }
}
