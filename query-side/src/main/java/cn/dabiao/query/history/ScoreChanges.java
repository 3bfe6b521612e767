package cn.dabiao.query.history;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.api.Page;
import cn.dabiao.api.assessment.ScoreChange;
import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentEvent.ItemScored;
import cn.dabiao.domain.assessment.AssessmentEvent.ScoreCorrected;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.ledger.EventSerializer;
import cn.dabiao.ledger.EventTypes;
import cn.dabiao.person.Persons;
import cn.dabiao.query.reading.Listing;
import cn.dabiao.query.reading.ReadScope;

/** The score changes of an assessment (RULES.md §4), in the ledger's order: first scorings, those anew, corrections. */
public final class ScoreChanges {

    private static final List<String> EVENTS =
            Stream.of(ItemScored.class, ScoreCorrected.class).map(EventTypes::nameOf).toList();

    private final HistoryTable table;
    private final HistoryReader reader;

    public ScoreChanges(JdbcClient jdbc, EventSerializer serializer, Persons persons) {
        this.table = new HistoryTable(jdbc);
        this.reader = new HistoryReader(table, serializer, persons);
    }

    /** @param item only the changes of this one; null for all */
    public Page<ScoreChange> page(
            AssessmentId assessment,
            @Nullable ItemNo item,
            int limit,
            @Nullable String cursor,
            ReadScope scope,
            Locale locale,
            long shown) {
        Listing listing = Listing.of("score changes", assessment, item);
        long after = HistoryReader.after(listing, cursor);
        HistoryTexts texts = reader.opened(assessment, scope, locale);
        List<HistoryRecord> rows = table.ofTypes(assessment.value(), EVENTS, item, after, limit + 1);
        return listing.page(rows, limit, row -> List.of(row.position()), row -> change(row, texts), shown);
    }

    private ScoreChange change(HistoryRecord row, HistoryTexts texts) {
        AssessmentEvent event = (AssessmentEvent) reader.event(row);
        return new ScoreChange(
                row.position(),
                row.facts().at(),
                row.recordedAt(),
                texts.persons() ? row.actor() : null,
                row.role() == null ? null : Role.valueOf(row.role()),
                round(event),
                Objects.requireNonNull(row.facts().itemNo()),
                row.facts().before(),
                Objects.requireNonNull(row.facts().after()),
                row.facts().reason(),
                texts.authority(event));
    }

    private static int round(AssessmentEvent event) {
        return switch (event) {
            case ItemScored scored -> scored.round();
            case ScoreCorrected corrected -> corrected.round();
            default -> throw new IllegalStateException("changes no score: " + event);
        };
    }
}
