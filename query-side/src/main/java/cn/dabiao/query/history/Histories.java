package cn.dabiao.query.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.api.Page;
import cn.dabiao.api.assessment.DeductionBody;
import cn.dabiao.api.assessment.HistoryEntry;
import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorsDrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.ItemScored;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewOpened;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewSigned;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.evidence.EvidenceEvent;
import cn.dabiao.domain.inspector.InspectorEvent;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolEvent;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.ledger.EventSerializer;
import cn.dabiao.ledger.EventTypes;
import cn.dabiao.query.projecting.Tokens;
import cn.dabiao.query.reading.Listing;
import cn.dabiao.query.reading.ReadScope;
import cn.dabiao.query.register.standard.Standards;

/** Histories of schools and of assessments, in the ledger's order and the reader's language. */
public final class Histories {

    private static final List<String> MEMBERSHIP =
            List.of(EventTypes.nameOf(InspectorsDrawn.class), EventTypes.nameOf(ReviewOpened.class));

    private final HistoryTable table;
    private final Standards standards;
    private final EventSerializer serializer;

    public Histories(JdbcClient jdbc, Standards standards, EventSerializer serializer) {
        this.table = new HistoryTable(jdbc);
        this.standards = standards;
        this.serializer = serializer;
    }

    public Page<HistoryEntry> ofSchool(
            SchoolCode school, int limit, @Nullable String cursor, ReadScope scope, Locale locale, long shown) {
        Listing listing = Listing.of("history of a school", school);
        long after = after(listing, cursor);
        HistoryRecord first = table.ofSchool(school.value(), Tokens.NOTHING, 1).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound(Thing.SCHOOL, school.value()).asException());
        scope.requireBureau(new BureauCode(first.subject().bureau()), Thing.SCHOOL, school.value());
        scope.requireSchool(school);
        HistoryTexts texts = new HistoryTexts(Words.in(locale), scope.showsPersonsOf(school));
        return page(listing, table.ofSchool(school.value(), after, limit + 1), limit, texts, shown);
    }

    public Page<HistoryEntry> ofAssessment(
            AssessmentId assessment, int limit, @Nullable String cursor, ReadScope scope, Locale locale, long shown) {
        String id = assessment.value();
        Listing listing = Listing.of("history of an assessment", assessment);
        long after = after(listing, cursor);
        HistoryRecord first = table.ofAssessment(id, Tokens.NOTHING, 1).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound(Thing.ASSESSMENT, id).asException());
        scope.requireBureau(new BureauCode(first.subject().bureau()), Thing.ASSESSMENT, id);
        Membership membership = membership(id);
        scope.requireAssessment(assessment, Math.max(1, membership.round()), membership.inspectors());
        HistoryTexts texts = new HistoryTexts(
                Words.in(locale), scope.showsPersonsOf(assessment, membership.inspectors()));
        return page(listing, table.ofAssessment(id, after, limit + 1), limit, texts, shown);
    }

    private static long after(Listing listing, @Nullable String cursor) {
        return listing.after(cursor, 1).map(key -> Listing.figure(key.getFirst()).longValue()).orElse(Tokens.NOTHING);
    }

    private Page<HistoryEntry> page(
            Listing listing, List<HistoryRecord> rows, int limit, HistoryTexts texts, long shown) {
        return listing.page(rows, limit, row -> List.of(row.position()), row -> entry(row, texts, shown), shown);
    }

    private HistoryEntry entry(HistoryRecord row, HistoryTexts texts, long shown) {
        Object event = event(row);
        AssessmentEvent assessment = event instanceof AssessmentEvent it ? it : null;
        return new HistoryEntry(
                row.position(),
                row.recordedAt(),
                row.facts().at(),
                texts.persons() ? row.actor() : null,
                row.role() == null ? null : Role.valueOf(row.role()),
                row.type(),
                text(event, row, texts, shown),
                new SchoolCode(Objects.requireNonNull(row.subject().schoolCode())),
                row.subject().assessmentId() == null ? null : new AssessmentId(row.subject().assessmentId()),
                row.facts().itemNo(),
                row.facts().before(),
                row.facts().after(),
                inspector(event),
                event instanceof ItemScored scored
                        ? scored.deductions().stream().map(DeductionBody::of).toList()
                        : List.of(),
                event instanceof ItemScored scored ? scored.measurements() : List.of(),
                event instanceof InspectorEvent && !texts.persons() ? null : row.facts().reason(),
                assessment == null ? null : texts.authority(assessment),
                row.requestId());
    }

    private static @Nullable InspectorId inspector(Object event) {
        return switch (event) {
            case ItemScored scored -> scored.scoredBy();
            case ReviewSigned signed -> signed.signedBy();
            case InspectorEvent recused -> recused.inspectorId();
            default -> null;
        };
    }

    private String text(Object event, HistoryRecord row, HistoryTexts texts, long shown) {
        return switch (event) {
            case SchoolEvent school -> texts.of(school);
            case InspectorEvent recusal -> texts.of(recusal);
            case EvidenceEvent evidence -> texts.of(evidence);
            case AssessmentEvent assessment -> texts.of(assessment, standards.require(
                    new StandardId(Objects.requireNonNull(row.subject().standardId())), shown));
            default -> throw new IllegalStateException("no history of a school holds " + row.type());
        };
    }

    private Object event(HistoryRecord row) {
        return serializer.deserialize(new SimpleSerializedObject<>(row.payload(), String.class, row.type(), null));
    }

    /** Who may read the history as an inspector, by the history itself: at its own position. */
    private Membership membership(String assessment) {
        List<InspectorId> inspectors = new ArrayList<>();
        List<InspectorId> drawn = List.of();
        int round = 0;
        for (HistoryRecord row : table.ofTypes(assessment, MEMBERSHIP)) {
            switch (event(row)) {
                case InspectorsDrawn draw -> drawn = draw.drawn();
                case ReviewOpened opened -> {
                    inspectors.addAll(opened.inspectors());
                    round = opened.round();
                }
                default -> throw new IllegalStateException("not asked for: " + row.type());
            }
        }
        inspectors.addAll(drawn);
        return new Membership(round, inspectors.stream().distinct().toList());
    }

    private record Membership(int round, List<InspectorId> inspectors) {}
}
