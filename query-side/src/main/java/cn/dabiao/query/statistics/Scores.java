package cn.dabiao.query.statistics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.Review;
import cn.dabiao.domain.assessment.ReviewedItem;
import cn.dabiao.domain.scoring.Deduction;

/**
 * The scores by which an assessment stands, in halves of a point: those of the round that is graded, with what
 * corrections made of them, else those of the latest round as far as it has come.
 *
 * @param round         0 before the first
 * @param checkpoints   those at which points were taken off, however many the item had left to lose
 * @param notApplicable those that cannot apply to the school
 */
record Scores(
        int round,
        List<Integer> itemNos,
        List<Integer> scores,
        List<Integer> deducted,
        List<String> checkpoints,
        List<Integer> losses,
        List<String> notApplicable) {

    private static final Scores NONE =
            new Scores(0, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    Scores {
        itemNos = List.copyOf(itemNos);
        scores = List.copyOf(scores);
        deducted = List.copyOf(deducted);
        checkpoints = List.copyOf(checkpoints);
        losses = List.copyOf(losses);
        notApplicable = List.copyOf(notApplicable);
    }

    static Scores of(AssessmentState state) {
        return standing(state).map(Scores::of).orElse(NONE);
    }

    private static Optional<Review> standing(AssessmentState state) {
        return state.grade() == null ? state.currentReview() : state.reviewOf(state.grade().round());
    }

    private static Scores of(Review review) {
        List<ReviewedItem> items = review.items();
        Map<String, Integer> lost = new TreeMap<>();
        items.forEach(item -> item.deductions().forEach(
                deduction -> lost.merge(deduction.checkpoint().value(), Halves.of(deduction.points()), Integer::sum)));
        return new Scores(
                review.round(),
                items.stream().map(item -> item.itemNo().value()).toList(),
                items.stream().map(item -> Halves.of(item.score())).toList(),
                items.stream().map(Scores::deducted).toList(),
                List.copyOf(lost.keySet()),
                List.copyOf(lost.values()),
                items.stream()
                        .flatMap(item -> item.notApplicable().stream())
                        .map(it -> it.checkpoint().value())
                        .distinct()
                        .toList());
    }

    private static int deducted(ReviewedItem item) {
        return item.deductions().stream().map(Deduction::points).mapToInt(Halves::of).sum();
    }
}
