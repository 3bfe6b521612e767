package cn.dabiao.query.register.standard;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

import cn.dabiao.api.Answers;
import cn.dabiao.api.Page;
import cn.dabiao.api.standard.StandardReads;
import cn.dabiao.api.standard.StandardView;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.query.Groups;
import cn.dabiao.query.reading.Listing;
import cn.dabiao.query.reading.ReadScope;
import cn.dabiao.query.reading.Reads;

@RestController
class StandardReadController implements StandardReads {

    private static final List<String> GROUPS = List.of(Groups.REGISTER);

    private final Reads reads;
    private final StandardTable table;

    StandardReadController(Reads reads, JdbcClient jdbc) {
        this.reads = reads;
        this.table = new StandardTable(jdbc);
    }

    @Override
    public ResponseEntity<Page<StandardView>> list(int limit, @Nullable String cursor, Actor actor) {
        Listing listing = Listing.of("standards");
        String after = listing.after(cursor, 1).map(List::getFirst).orElse(null);
        return reads.showing(GROUPS, shown -> {
            List<StandardRow> rows = table.page(ReadScope.of(actor).bureau(), after, limit + 1);
            return Answers.shown(
                    shown, listing.page(rows, limit, row -> List.of(row.id()), row -> row.shownAt(shown), shown));
        });
    }

    @Override
    public ResponseEntity<StandardView> get(StandardId standardId, Actor actor) {
        return reads.showing(GROUPS, shown -> {
            StandardRow row = table.find(standardId)
                    .orElseThrow(() -> new Refusal.NotFound(Thing.STANDARD, standardId.value()).asException());
            ReadScope.of(actor).requireBureau(row.bureau(), Thing.STANDARD, standardId.value());
            return Answers.shown(Long.toString(row.version()), shown, row.shownAt(shown));
        });
    }
}
