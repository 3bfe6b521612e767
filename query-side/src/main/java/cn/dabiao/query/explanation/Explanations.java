package cn.dabiao.query.explanation;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.explanation.ReceiptView;
import cn.dabiao.api.problem.NotYetVisible;
import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.Review;
import cn.dabiao.domain.explanation.Counterfactual;
import cn.dabiao.domain.explanation.Placed;
import cn.dabiao.domain.explanation.Receipt;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.ledger.StreamId;
import cn.dabiao.query.reading.Members;
import cn.dabiao.query.reading.ReadScope;
import cn.dabiao.query.register.standard.Standards;
import cn.dabiao.query.register.standard.Standards.Published;

/** Receipts of assessments, read from the ledger: of any moment it has been through. */
record Explanations(LedgerReader ledger, Standards standards) {

    /**
     * @param other the standard to grade by in place of the campaign's; null for the campaign's own
     * @param at    the position up to which events are taken
     * @param shown the position up to which the caller may be told of them, at least {@code at}: who may read an
     *              assessment follows from what it is now, and not from what it was then
     */
    ReceiptView of(AssessmentId id, @Nullable StandardId other, ReadScope scope, long at, long shown) {
        List<Placed> events = events(id, shown);
        List<Placed> then = events.stream().filter(event -> event.position() <= at).toList();
        if (then.isEmpty()) {
            throw new Refusal.NotFound(Thing.ASSESSMENT, id.value()).asException();
        }
        AssessmentState now = state(events);
        scope.requireBureau(now.bureau(), Thing.ASSESSMENT, id.value());
        scope.requireAssessment(id, now.currentReview().map(Review::round).orElse(1), Members.of(now));
        Published bound = standards.published(now.standardId()).orElseThrow(() -> new NotYetVisible(shown + 1, shown));
        Receipt receipt = Receipt.of(then, bound.standard());
        if (other == null) {
            return ReceiptView.of(receipt, bound.position(), at);
        }
        Published asked = asked(other, scope);
        return ReceiptView.of(Counterfactual.of(receipt, asked.standard()), asked.position(), at);
    }

    private List<Placed> events(AssessmentId id, long upTo) {
        List<Placed> events = new ArrayList<>();
        ledger.eachUpTo(
                upTo,
                List.of(StreamId.of(id)),
                AssessmentEvent.class,
                List.of(),
                stored -> events.add(new Placed(stored.event(), stored.position())));
        return events;
    }

    private Published asked(StandardId id, ReadScope scope) {
        Published asked = standards.published(id)
                .orElseThrow(() -> new Refusal.NotFound(Thing.STANDARD, id.value()).asException());
        scope.requireBureau(asked.bureau(), Thing.STANDARD, id.value());
        return asked;
    }

    private static AssessmentState state(List<Placed> events) {
        AssessmentState state = AssessmentState.evolve(null, events.getFirst().event());
        for (Placed event : events.subList(1, events.size())) {
            state = AssessmentState.evolve(state, event.event());
        }
        return state;
    }
}
