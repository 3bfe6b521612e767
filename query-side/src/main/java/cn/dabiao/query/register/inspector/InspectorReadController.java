package cn.dabiao.query.register.inspector;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

import cn.dabiao.api.Answers;
import cn.dabiao.api.Page;
import cn.dabiao.api.inspector.InspectorReads;
import cn.dabiao.api.inspector.InspectorView;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.query.Groups;
import cn.dabiao.query.reading.Listing;
import cn.dabiao.query.reading.ReadScope;
import cn.dabiao.query.reading.Reads;

@RestController
class InspectorReadController implements InspectorReads {

    private static final List<String> GROUPS = List.of(Groups.REGISTER);

    private final Reads reads;
    private final InspectorTable table;

    InspectorReadController(Reads reads, JdbcClient jdbc) {
        this.reads = reads;
        this.table = new InspectorTable(jdbc);
    }

    @Override
    public ResponseEntity<Page<InspectorView>> list(int limit, @Nullable String cursor, Actor actor) {
        ReadScope scope = ReadScope.of(actor);
        Listing listing = Listing.of("inspectors");
        String after = listing.after(cursor, 1).map(List::getFirst).orElse(null);
        return reads.showing(GROUPS, shown -> {
            List<InspectorRow> rows = table.page(scope.bureau(), after, limit + 1);
            return Answers.shown(
                    shown,
                    listing.page(rows, limit, row -> List.of(row.id()), row -> row.shownAt(shown, scope), shown));
        });
    }

    @Override
    public ResponseEntity<InspectorView> get(InspectorId inspectorId, Actor actor) {
        ReadScope scope = ReadScope.of(actor);
        return reads.showing(GROUPS, shown -> {
            InspectorRow row = table.find(scope.bureau(), inspectorId)
                    .orElseThrow(() -> new Refusal.NotFound(Thing.INSPECTOR, inspectorId.value()).asException());
            scope.requireBureau(row.inspector().bureau(), Thing.INSPECTOR, inspectorId.value());
            return Answers.shown(Long.toString(row.version()), shown, row.shownAt(shown, scope));
        });
    }
}
