package cn.dabiao.query.register.school;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

import cn.dabiao.api.Answers;
import cn.dabiao.api.Page;
import cn.dabiao.api.assessment.HistoryEntry;
import cn.dabiao.api.school.SchoolReads;
import cn.dabiao.api.school.SchoolView;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.school.SchoolStatus;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Township;
import cn.dabiao.query.Groups;
import cn.dabiao.query.history.Histories;
import cn.dabiao.query.history.HistoryFilter;
import cn.dabiao.query.reading.Listing;
import cn.dabiao.query.reading.ReadScope;
import cn.dabiao.query.reading.Reads;

@RestController
class SchoolReadController implements SchoolReads {

    private static final List<String> GROUPS = List.of(Groups.REGISTER);
    private static final List<String> HISTORY = List.of(Groups.HISTORY);

    private final Reads reads;
    private final SchoolTable table;
    private final Histories histories;

    SchoolReadController(Reads reads, JdbcClient jdbc, Histories histories) {
        this.reads = reads;
        this.table = new SchoolTable(jdbc);
        this.histories = histories;
    }

    @Override
    public ResponseEntity<Page<SchoolView>> list(
            @Nullable Township township,
            @Nullable SchoolKind kind,
            @Nullable Ownership ownership,
            @Nullable SchoolStatus status,
            @Nullable String q,
            int limit,
            @Nullable String cursor,
            Actor actor) {
        ReadScope scope = ReadScope.of(actor);
        SchoolFilter filter = new SchoolFilter(township, kind, ownership, status, q);
        Listing listing = filter.listing();
        String after = listing.after(cursor, 1).map(List::getFirst).orElse(null);
        return reads.showing(GROUPS, shown -> {
            List<SchoolRow> rows = table.page(scope.bureau(), filter, after, limit + 1);
            return Answers.shown(
                    shown,
                    listing.page(rows, limit, row -> List.of(row.code()), row -> row.shownAt(shown, scope), shown));
        });
    }

    @Override
    public ResponseEntity<SchoolView> get(SchoolCode schoolCode, Actor actor) {
        ReadScope scope = ReadScope.of(actor);
        return reads.showing(GROUPS, shown -> {
            SchoolRow row = table.find(schoolCode)
                    .orElseThrow(() -> new Refusal.NotFound(Thing.SCHOOL, schoolCode.value()).asException());
            scope.requireBureau(row.school().bureau(), Thing.SCHOOL, schoolCode.value());
            return Answers.shown(Long.toString(row.version()), shown, row.shownAt(shown, scope));
        });
    }

    @Override
    public ResponseEntity<Page<HistoryEntry>> history(
            SchoolCode schoolCode,
            @Nullable String types,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable ItemNo item,
            int limit,
            @Nullable String cursor,
            Actor actor,
            Locale locale) {
        ReadScope scope = ReadScope.of(actor);
        HistoryFilter filter = HistoryFilter.ofSchool(types, from, to, item);
        return reads.showing(HISTORY, shown -> Answers.shown(
                shown, histories.ofSchool(schoolCode, filter, limit, cursor, scope, locale, shown)));
    }
}
