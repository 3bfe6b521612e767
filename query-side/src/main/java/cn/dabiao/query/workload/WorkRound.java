package cn.dabiao.query.workload;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import cn.dabiao.domain.assessment.AssessmentEvent.InspectorReplaced;
import cn.dabiao.domain.assessment.AssessmentEvent.ItemScored;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewOpened;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewSigned;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Points;

/**
 * The work of a round.
 *
 * @param inspectors who is assigned to it now
 * @param scorings   the last of each item in this round; one that carried over has none
 */
record WorkRound(
        int round, LocalDate visitOn, List<InspectorId> inspectors, List<Scoring> scorings, List<Signing> signings) {

    /** @param deducted all that was taken off, also beyond what the item is worth */
    record Scoring(ItemNo itemNo, InspectorId scoredBy, Points deducted) {

        static Scoring of(ItemScored event) {
            Points deducted = Points.sum(event.deductions().stream().map(Deduction::points).toList());
            return new Scoring(event.itemNo(), event.scoredBy(), deducted);
        }
    }

    record Signing(InspectorId signedBy, Instant at) {}

    WorkRound {
        inspectors = List.copyOf(inspectors);
        scorings = List.copyOf(scorings);
        signings = List.copyOf(signings);
    }

    static WorkRound opened(ReviewOpened event) {
        return new WorkRound(event.round(), event.visitOn(), event.inspectors(), List.of(), List.of());
    }

    WorkRound with(InspectorReplaced event) {
        List<InspectorId> now = inspectors.stream()
                .map(inspector -> inspector.equals(event.replaced()) ? event.replacement() : inspector)
                .toList();
        return new WorkRound(round, visitOn, now, scorings, signings);
    }

    WorkRound with(ItemScored event) {
        List<Scoring> latest = new ArrayList<>(scorings);
        latest.removeIf(scoring -> scoring.itemNo().equals(event.itemNo()));
        latest.add(Scoring.of(event));
        return new WorkRound(round, visitOn, inspectors, latest, signings);
    }

    WorkRound with(ReviewSigned event) {
        List<Signing> more = new ArrayList<>(signings);
        more.add(new Signing(event.signedBy(), event.at()));
        return new WorkRound(round, visitOn, inspectors, scorings, more);
    }

    Optional<Signing> signingOf(InspectorId inspector) {
        return signings.stream().filter(signing -> signing.signedBy().equals(inspector)).findFirst();
    }

    /** Whoever is assigned to it or has scored in it. */
    Stream<InspectorId> people() {
        return Stream.concat(inspectors.stream(), scorings.stream().map(Scoring::scoredBy));
    }
}
