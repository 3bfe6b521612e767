package cn.dabiao.query.difference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

import cn.dabiao.api.Answers;
import cn.dabiao.api.assessment.AssessmentDiff;
import cn.dabiao.api.assessment.DifferenceReads;
import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.ledger.StreamId;
import cn.dabiao.person.Persons;
import cn.dabiao.query.Groups;
import cn.dabiao.query.assessment.AssessmentRecord;
import cn.dabiao.query.assessment.PastAssessments;
import cn.dabiao.query.assessment.VisibleAssessments;
import cn.dabiao.query.history.Words;
import cn.dabiao.query.past.Moment;
import cn.dabiao.query.past.Moments;
import cn.dabiao.query.reading.ReadScope;
import cn.dabiao.query.reading.Reads;

@RestController
class DifferenceReadController implements DifferenceReads {

    private static final List<String> GROUPS = List.of(Groups.ASSESSMENT);

    /** Up to where, and whether with what tells of persons. */
    private record Shown(long last, boolean persons) {}

    private final Reads reads;
    private final Moments moments;
    private final VisibleAssessments visible;
    private final PastAssessments past;
    private final LedgerReader ledger;
    private final Persons persons;

    DifferenceReadController(
            Reads reads, Moments moments, VisibleAssessments visible, PastAssessments past, LedgerReader ledger, Persons persons) {
        this.reads = reads;
        this.moments = moments;
        this.visible = visible;
        this.past = past;
        this.ledger = ledger;
        this.persons = persons;
    }

    @Override
    public ResponseEntity<AssessmentDiff> diff(
            AssessmentId assessmentId,
            @Nullable Instant from,
            @Nullable Long fromPosition,
            @Nullable Instant to,
            @Nullable Long toPosition,
            Actor actor,
            Locale locale) {
        long first = moments.position(Moment.of("from", from, "fromPosition", fromPosition))
                .orElseThrow(() -> new InvalidRequestException("from", null, "from-or-position", Map.of()));
        OptionalLong asked = moments.position(Moment.of("to", to, "toPosition", toPosition));
        if (asked.isPresent() && asked.getAsLong() < first) {
            throw before(to, toPosition, from == null ? fromPosition : from);
        }
        // Without a later moment: as far as the projection has come that says who may read it.
        Shown shown = reads.showing(GROUPS, Math.max(first, asked.orElse(first)), reached -> {
            ReadScope scope = ReadScope.of(actor);
            AssessmentRecord now = visible.require(assessmentId, scope);
            return new Shown(asked.orElse(reached), scope.showsPersonsOf(assessmentId, now.members()));
        });
        long last = shown.last();
        @Nullable AssessmentRecord before = past.one(assessmentId, first).orElse(null);
        AssessmentRecord after = past.one(assessmentId, last)
                .orElseThrow(() -> new Refusal.NotFound(Thing.ASSESSMENT, assessmentId.value()).asException());
        Differences differences = new Differences(Words.in(locale).opening(persons::shown), shown.persons());
        return Answers.shown(last, new AssessmentDiff(
                assessmentId,
                Differences.side(before, first),
                Differences.side(after, last),
                differences.changes(before, after),
                differences.items(before, after),
                positions(assessmentId, first, last),
                last));
    }

    private List<Long> positions(AssessmentId assessment, long after, long upTo) {
        List<Long> positions = new ArrayList<>();
        ledger.eachUpTo(upTo, List.of(StreamId.of(assessment)), AssessmentEvent.class, List.of(), each -> {
            if (each.position() > after) {
                positions.add(each.position());
            }
        });
        return positions;
    }

    private static InvalidRequestException before(
            @Nullable Instant to, @Nullable Long toPosition, @Nullable Object from) {
        return new InvalidRequestException(
                to == null ? "toPosition" : "to",
                String.valueOf(to == null ? toPosition : to),
                "not-before",
                Map.of("from", String.valueOf(from)));
    }
}
