package cn.dabiao.domain.explanation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealDecided;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealLodged;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealWindowClosed;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationAccepted;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationReturned;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationSubmitted;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationWithdrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.CommitmentFulfilled;
import cn.dabiao.domain.assessment.AssessmentEvent.DeterminationRevoked;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeAssigned;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeRevised;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorReplaced;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorsDrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.InterviewHeld;
import cn.dabiao.domain.assessment.AssessmentEvent.ItemScored;
import cn.dabiao.domain.assessment.AssessmentEvent.MeasureIssued;
import cn.dabiao.domain.assessment.AssessmentEvent.MeasureWithdrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.NotAttainedDetermined;
import cn.dabiao.domain.assessment.AssessmentEvent.PlanSubmitted;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationOrdered;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationOverdue;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationReported;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationSentBack;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationVerified;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewOpened;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewSigned;
import cn.dabiao.domain.assessment.AssessmentEvent.ScoreCorrected;
import cn.dabiao.domain.assessment.AssessmentEvent.SelfAssessed;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.Review;
import cn.dabiao.domain.standard.ItemNo;

/**
 * What the events of an assessment say of its scores, and where they say it. How far a correction reaches is the state's
 * own rule; noted here is on which events each item of each round rests by it.
 */
final class Account {

    private final Map<Integer, Map<ItemNo, List<ItemChange>>> rounds = new HashMap<>();
    private final Map<Integer, Long> opened = new HashMap<>();
    private final Map<AppealId, List<Long>> appeals = new HashMap<>();
    private final long begun;
    private AssessmentState state;
    private @Nullable StatedGrade stated;
    /** What the items had when the grade was stated: what is corrected later counts from the revision on. */
    private Map<ItemNo, List<ItemChange>> gradedOn = Map.of();
    private @Nullable Determined determined;
    private @Nullable SelfTotal selfTotal;

    private Account(Placed first) {
        this.begun = first.position();
        this.state = AssessmentState.evolve(null, first.event());
    }

    /** @param events all of an assessment's stream, in its order, as far as the account is to go */
    static Account of(List<Placed> events) {
        Account account = new Account(events.getFirst());
        events.stream().skip(1).forEach(account::read);
        return account;
    }

    private void read(Placed placed) {
        AssessmentState before = state;
        state = AssessmentState.evolve(before, placed.event());
        note(placed.event(), placed.position(), before);
    }

    private void note(AssessmentEvent event, long position, AssessmentState before) {
        switch (event) {
            case SelfAssessed it -> selfTotal = new SelfTotal(it.total(), it.qualified(), position, it.at());
            case ReviewOpened it -> opened(it, position);
            case ItemScored it -> add(it.round(), ItemChange.of(it, position));
            case ScoreCorrected it -> corrected(it, position, before);
            case GradeAssigned it -> stated(StatedGrade.of(it, position));
            case GradeRevised it -> stated(Objects.requireNonNull(stated).revised(it, position));
            case NotAttainedDetermined it -> determined = new Determined(it.ground(), it.reason(), position, it.at());
            case DeterminationRevoked _ -> determined = null;
            case AppealLodged it -> appeal(it.appealId(), position);
            case AppealDecided it -> appeal(it.appealId(), position);
            case PlanSubmitted _, ApplicationSubmitted _, ApplicationAccepted _, ApplicationReturned _,
                    ApplicationWithdrawn _, InspectorsDrawn _, InspectorReplaced _, ReviewSigned _,
                    RectificationOrdered _, RectificationReported _, RectificationVerified _, RectificationSentBack _,
                    RectificationOverdue _, AppealWindowClosed _, MeasureIssued _, InterviewHeld _,
                    CommitmentFulfilled _, MeasureWithdrawn _ -> {
                // No score and no grade follows from these.
            }
        }
    }

    AssessmentState state() {
        return state;
    }

    /** The position of the plan that opened the assessment, and bound it to its campaign's standard. */
    long begun() {
        return begun;
    }

    Optional<StatedGrade> stated() {
        return Optional.ofNullable(stated);
    }

    Optional<Determined> determined() {
        return Optional.ofNullable(determined);
    }

    Optional<SelfTotal> selfTotal() {
        return Optional.ofNullable(selfTotal);
    }

    /** The round that the grade was given for; while there is none, the latest. */
    Optional<OpenedRound> round() {
        return stated()
                .map(StatedGrade::round)
                .or(() -> state.currentReview().map(Review::round))
                .map(round -> new OpenedRound(round, Objects.requireNonNull(opened.get(round))));
    }

    /** On what an item of that round rests, the oldest first. */
    List<ItemChange> changes(ItemNo itemNo) {
        if (stated != null) {
            return gradedOn.getOrDefault(itemNo, List.of());
        }
        return state.currentReview()
                .map(review -> rounds.getOrDefault(review.round(), Map.of()).getOrDefault(itemNo, List.of()))
                .orElse(List.of());
    }

    private void opened(ReviewOpened event, long position) {
        opened.put(event.round(), position);
        rounds.put(event.round(), new HashMap<>(rounds.getOrDefault(event.round() - 1, Map.of())));
    }

    private void corrected(ScoreCorrected event, long position, AssessmentState before) {
        List<Long> restsOn = event.appealId() == null ? List.of() : appeals.getOrDefault(event.appealId(), List.of());
        ItemChange change = ItemChange.of(event, position, restsOn);
        state.reviews().stream()
                .filter(review -> !review.item(event.itemNo()).equals(
                        before.reviewOf(review.round()).flatMap(it -> it.item(event.itemNo()))))
                .forEach(review -> add(review.round(), change));
    }

    private void add(int round, ItemChange change) {
        Map<ItemNo, List<ItemChange>> items = Objects.requireNonNull(rounds.get(round), "a score follows an opened round");
        List<ItemChange> longer = new ArrayList<>(items.getOrDefault(change.findings().itemNo(), List.of()));
        longer.add(change);
        items.put(change.findings().itemNo(), List.copyOf(longer));
    }

    private void stated(StatedGrade grade) {
        stated = grade;
        gradedOn = Map.copyOf(Objects.requireNonNull(rounds.get(grade.round()), "a grade follows an opened round"));
    }

    private void appeal(AppealId appealId, long position) {
        appeals.computeIfAbsent(appealId, _ -> new ArrayList<>()).add(position);
    }
}
