package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Guannan.IN_MARCH;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import cn.dabiao.command.Request;
import cn.dabiao.command.assessment.AssessmentCommand.ScoreItem;
import cn.dabiao.domain.assessment.Action;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.Phase;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.standard.ItemNo;

/**
 * Where an assessment can get to: from the first plan breadth first over every command of whoever may, over time and the
 * end of the campaign. It goes on from a situation in which two facets come together that did so in none before, so that
 * it ends, and has met every pair of facets that can be met.
 */
final class Walk {

    private static final int ROUNDS = 2;
    private static final int OF_EACH = 2;

    private final Set<String> met = new HashSet<>();
    private final List<Situation> situations = new ArrayList<>();
    private final Deque<Situation> ahead = new ArrayDeque<>();

    private Walk() {}

    static List<Situation> everywhere() {
        Walk walk = new Walk();
        walk.arrive(Situation.of(Story.aSchoolThatFiledItsPlan(), IN_MARCH));
        while (!walk.ahead.isEmpty()) {
            next(walk.ahead.remove()).forEach(walk::arrive);
        }
        return List.copyOf(walk.situations);
    }

    private void arrive(Situation situation) {
        List<String> facets = situation.facets();
        boolean isNew = false;
        for (int one = 0; one < facets.size(); one++) {
            for (int other = one + 1; other < facets.size(); other++) {
                isNew |= met.add(facets.get(one) + " & " + facets.get(other));
            }
        }
        if (isNew) {
            situations.add(situation);
            ahead.add(situation);
        }
    }

    private static Stream<Situation> next(Situation situation) {
        AssessmentState state = situation.state();
        Stream<Situation> told = Arrays.stream(Action.values())
                .filter(action -> goesOn(action, state))
                .flatMap(action -> commands(action, situation))
                .flatMap(command -> LiveAssessment.after(situation.story(), command).stream())
                .map(situation::then);
        Stream<Situation> passed = Stream.of(situation.weeksLater(), situation.whenClosed());
        return Stream.of(told, scored(situation).stream(), passed).flatMap(it -> it);
    }

    /** More of the same would never end. */
    private static boolean goesOn(Action action, AssessmentState state) {
        return switch (action) {
            case DRAW_INSPECTORS -> state.draws().size() < OF_EACH || state.phase() == Phase.GRADED;
            case OPEN_REVIEW -> state.reviews().size() < ROUNDS;
            case ORDER_RECTIFICATION -> state.aftermath().orders().size() < OF_EACH;
            case APPEAL -> state.aftermath().appeals().size() < OF_EACH;
            case ISSUE_MEASURE -> state.aftermath().measures().isEmpty();
            default -> true;
        };
    }

    private static Stream<AssessmentCommand> commands(Action action, Situation situation) {
        return who(action, situation.state())
                .map(actor -> Guannan.by(actor, situation.now(), situation.state().tag()))
                .flatMap(request -> new Bodies(
                                situation.state(), situation.terms(), request, List.of(new ItemNo(1)))
                        .of(action));
    }

    private static Stream<Actor> who(Action action, AssessmentState state) {
        return switch (action) {
            case SCORE_ITEM, SIGN_REVIEW -> state.currentReview().stream()
                    .flatMap(review -> review.inspectors().stream())
                    .map(Guannan::as);
            default -> Stream.of(EveryCommand.whoMay(action));
        };
    }

    /** The lead scores all that is not scored yet, in one step: item by item the walk would stop at the second. */
    private static Optional<Situation> scored(Situation situation) {
        if (situation.state().phase() != Phase.UNDER_REVIEW) {
            return Optional.empty();
        }
        Situation after = situation;
        for (ItemFindings findings : Found.totalling(92)) {
            var review = after.state().currentReview().orElseThrow();
            if (!review.isScored(findings.itemNo())) {
                Request request = Guannan.by(Guannan.as(review.lead()), after.now(), after.state().tag());
                Optional<Story> story = LiveAssessment.after(
                        after.story(),
                        new ScoreItem(
                                Guannan.ASSESSMENT, after.terms(), review.round(), findings, null, null, request));
                if (story.isEmpty()) {
                    return Optional.empty();
                }
                after = after.then(story.get());
            }
        }
        return Optional.of(after);
    }
}
