package cn.dabiao.query.history;

import java.util.List;
import java.util.Locale;

import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.ledger.EventSerializer;
import cn.dabiao.person.Persons;
import cn.dabiao.query.projecting.Tokens;
import cn.dabiao.query.reading.Listing;
import cn.dabiao.query.reading.ReadScope;

/** What everything that is read from {@code view.history} needs: the events themselves, and who may read them. */
record HistoryReader(
        HistoryTable table, EventSerializer serializer, Persons persons, Cache<Long, Object> events) {

    private static final int KEPT = 10_000;

    HistoryReader(HistoryTable table, EventSerializer serializer, Persons persons) {
        this(table, serializer, persons, Caffeine.newBuilder().maximumSize(KEPT).build());
    }

    /**
     * Refuses an assessment that the caller does not see.
     *
     * @return how its history is told to this caller
     */
    HistoryTexts opened(AssessmentId assessment, ReadScope scope, Locale locale) {
        String id = assessment.value();
        HistoryRecord first = table.ofAssessment(id, HistoryFilter.ALL, Tokens.NOTHING, 1).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound(Thing.ASSESSMENT, id).asException());
        scope.requireBureau(new BureauCode(first.subject().bureau()), Thing.ASSESSMENT, id);
        Membership membership = membership(id);
        scope.requireAssessment(assessment, Math.max(1, membership.round()), membership.inspectors());
        return new HistoryTexts(words(locale), scope.showsPersonsOf(assessment, membership.inspectors()));
    }

    /** The words of a language, in which names are opened. */
    Words words(Locale locale) {
        return Words.in(locale).opening(persons::shown);
    }

    /** What stands at a position stays so, and to parse it is most of what telling a history costs. */
    Object event(HistoryRecord row) {
        return events.get(row.position(), _ -> parsed(row));
    }

    private Object parsed(HistoryRecord row) {
        return serializer.deserialize(new SimpleSerializedObject<>(row.payload(), String.class, row.type(), null));
    }

    /** The position after which a page begins. */
    static long after(Listing listing, @Nullable String cursor) {
        return listing.after(cursor, 1).map(key -> Listing.figure(key.getFirst()).longValue()).orElse(Tokens.NOTHING);
    }

    /** By the history itself: at its own position. */
    private Membership membership(String assessment) {
        List<AssessmentEvent> events = table.ofTypes(assessment, Membership.EVENTS).stream()
                .map(row -> (AssessmentEvent) event(row))
                .toList();
        return Membership.after(events);
    }
}
