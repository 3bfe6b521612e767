package cn.dabiao.domain.appeal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.Determination;
import cn.dabiao.domain.assessment.Review;
import cn.dabiao.domain.assessment.StandingGrade;
import cn.dabiao.domain.assessment.Terms;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.standard.Standard;

/**
 * What a school may contest and when, and who may decide (RULES.md §4.10). Each item of a grade, and a determination, can
 * be contested once; a grade that a correction revised is another one, but not for an item whose appeal is still open.
 */
public final class AppealPolicy {

    private AppealPolicy() {}

    /** Why nothing at all can be contested now. */
    public static Optional<Refusal> refusal(AssessmentState state, Terms terms) {
        Map<Contested, Instant> since = contestable(state);
        if (since.isEmpty()) {
            return Optional.of(new Refusal.NothingToContest());
        }
        AppealWindow window = AppealWindow.of(terms.campaign());
        List<Contested> open = since.keySet().stream()
                .filter(what -> !window.isOverAt(terms.at(), Objects.requireNonNull(since.get(what))))
                .toList();
        if (open.isEmpty()) {
            return since.values().stream().max(Instant::compareTo).map(last -> over(window, last, terms));
        }
        List<Optional<Refusal>> contested =
                open.stream().map(what -> contested(what, state, terms.standard())).toList();
        return contested.stream().allMatch(Optional::isPresent) ? contested.getFirst() : Optional.empty();
    }

    /**
     * What an appeal is about stays as it is until the appeal is decided: else the office could take from the school what
     * a decision may not.
     *
     * @throws cn.dabiao.domain.refusal.RefusedException with {@link Refusal.AppealsOpen}
     */
    public static void requireUncontested(AssessmentState state, ItemNo item) {
        waiting(state, List.of(item)).ifPresent(Refusal::raise);
    }

    /** Why no item at all can be corrected: every one of them waits for a decision. */
    public static Optional<Refusal> allContested(AssessmentState state, Standard standard) {
        boolean all = standard.itemNos().stream()
                .allMatch(item -> waiting(state, List.of(item)).isPresent());
        return all ? waiting(state, standard.itemNos()) : Optional.empty();
    }

    /** Why a leader is no judge of this assessment: who inspected does not review the inspection. */
    public static Optional<Refusal> partiality(AssessmentState state, Actor actor) {
        InspectorId inspector = actor.inspector();
        List<Integer> rounds = state.reviews().stream()
                .filter(review -> inspector != null && review.everInspected().contains(inspector))
                .map(Review::round)
                .toList();
        return rounds.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal.DeciderTookPart(Objects.requireNonNull(inspector), rounds));
    }

    /**
     * Requires that this can be contested now.
     *
     * @param items         the items whose scores are contested
     * @param determination whether the determination is contested
     */
    public static void require(AssessmentState state, Terms terms, List<ItemNo> items, boolean determination) {
        if (items.isEmpty() && !determination) {
            throw new Refusal.AppealNamesNothing().asException();
        }
        if (!items.isEmpty()) {
            requireOpen(Contested.GRADE, state, terms);
            requireKnown(items, terms);
            items.forEach(item -> requireFirst(state, item));
        }
        if (determination) {
            requireOpen(Contested.DETERMINATION, state, terms);
            requireFirst(state);
        }
    }

    /** What can be contested, and since when it stands. */
    public static Map<Contested, Instant> contestable(AssessmentState state) {
        Map<Contested, Instant> since = new EnumMap<>(Contested.class);
        StandingGrade grade = state.grade();
        if (grade != null) {
            since.put(Contested.GRADE, grade.contestedSince());
        }
        Determination determination = state.aftermath().determination();
        if (determination != null) {
            since.put(Contested.DETERMINATION, determination.determinedAt());
        }
        return since;
    }

    private static void requireOpen(Contested what, AssessmentState state, Terms terms) {
        Instant since = contestable(state).get(what);
        if (since == null) {
            throw new Refusal.NothingToContest().asException();
        }
        AppealWindow window = AppealWindow.of(terms.campaign());
        if (window.isOverAt(terms.at(), since)) {
            throw over(window, since, terms).asException();
        }
    }

    private static Refusal over(AppealWindow window, Instant since, Terms terms) {
        LocalDate today = terms.at().atZone(window.zone()).toLocalDate();
        return new Refusal.AppealWindowOver(window.lastDay(since), today);
    }

    private static void requireKnown(List<ItemNo> items, Terms terms) {
        List<ItemNo> known = terms.standard().itemNos();
        items.stream()
                .filter(item -> !known.contains(item))
                .findFirst()
                .ifPresent(item -> new Refusal.UnknownItem(item, known.size()).raise());
    }

    private static void requireFirst(AssessmentState state, ItemNo item) {
        before(Contested.GRADE, item, state).ifPresent(Refusal::raise);
    }

    private static void requireFirst(AssessmentState state) {
        before(Contested.DETERMINATION, null, state).ifPresent(Refusal::raise);
    }

    /** Why there is nothing left of this to contest: it has been contested whole. */
    private static Optional<Refusal> contested(Contested what, AssessmentState state, Standard standard) {
        if (what == Contested.DETERMINATION) {
            return before(what, null, state);
        }
        List<Optional<Refusal>> items =
                standard.itemNos().stream().map(item -> before(what, item, state)).toList();
        return items.stream().allMatch(Optional::isPresent) ? items.getFirst() : Optional.empty();
    }

    /** @param item of a grade; null for a determination */
    private static Optional<Refusal> before(Contested what, @Nullable ItemNo item, AssessmentState state) {
        Instant since = Objects.requireNonNull(contestable(state).get(what));
        return state.aftermath().appeals().stream()
                .filter(appeal -> item == null ? appeal.contestsDetermination() : appeal.items().contains(item))
                .filter(appeal -> appeal.isOpen() || !appeal.lodgedAt().isBefore(since))
                .findFirst()
                .map(appeal -> new Refusal.AlreadyAppealed(appeal.appealId(), item));
    }

    private static Optional<Refusal> waiting(AssessmentState state, List<ItemNo> items) {
        List<AppealId> open = state.aftermath().openAppeals().stream()
                .filter(appeal -> !Collections.disjoint(appeal.items(), items))
                .map(Appeal::appealId)
                .toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(new Refusal.AppealsOpen(open));
    }
}
