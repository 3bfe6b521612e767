package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Guannan.CAMPAIGN;
import static cn.dabiao.command.assessment.Guannan.STANDARD;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.appeal.Appeal;
import cn.dabiao.domain.appeal.AppealPolicy;
import cn.dabiao.domain.appeal.AppealWindow;
import cn.dabiao.domain.appeal.Contested;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.Review;
import cn.dabiao.domain.assessment.StandingGrade;
import cn.dabiao.domain.assessment.Terms;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignClosed;
import cn.dabiao.domain.measure.IssuedMeasure;

/** An assessment at a moment, in a campaign that runs or is closed. */
record Situation(Story story, AssessmentState state, Instant now, boolean closed) {

    private static final Campaign CLOSED = Campaign.evolve(
            CAMPAIGN, new CampaignClosed(CAMPAIGN.campaignId(), null, List.of(), Guannan.IN_MARCH));

    static Situation of(Story story, Instant now) {
        return new Situation(story, story.state(), now, false);
    }

    Situation then(Story longer) {
        return new Situation(longer, longer.state(), now.plusSeconds(60), closed);
    }

    /** Longer than the window for appeals. */
    Situation weeksLater() {
        return new Situation(story, state, now.plus(Duration.ofDays(20)), closed);
    }

    Situation whenClosed() {
        return new Situation(story, state, now, true);
    }

    Terms terms() {
        return new Terms(closed ? CLOSED : CAMPAIGN, STANDARD, now);
    }

    /** What the rules could tell apart, each with its value here. */
    List<String> facets() {
        Optional<Review> review = state.currentReview();
        List<Appeal> appeals = state.aftermath().appeals();
        return Stream.of(
                        Stream.of(
                                "phase " + state.phase(),
                                "round " + Math.min(state.nextRound() - 1, 2),
                                "campaign " + (closed ? "closed" : "open"),
                                "signed " + review.map(Review::signedBy).orElse(List.of()).size(),
                                "scored " + review.map(it -> it.items().isEmpty()
                                                ? "none"
                                                : it.items().size() < 15 ? "some" : "all")
                                        .orElse("no round"),
                                "replaced " + review.map(it -> !it.replaced().isEmpty()).orElse(false),
                                "visit " + review.map(it -> it.visitOn().isAfter(
                                                now.atZone(Guannan.ZONE).toLocalDate()))
                                        .orElse(false),
                                "qualified " + (state.selfAssessment() == null
                                        ? "unknown"
                                        : state.selfAssessment().qualified()),
                                "grade " + grade(state.grade()),
                                "determined " + (state.aftermath().determination() != null),
                                "orders " + each(state.aftermath().orders(), order -> order.standing().toString()),
                                "open appeals " + each(state.aftermath().openAppeals(), Situation::contested),
                                "decided appeals "
                                        + each(appeals, appeal -> appeal.isOpen() ? "" : contested(appeal) + appeal.outcome()),
                                "measures " + each(state.aftermath().measures(), Situation::measure)),
                        windows())
                .flatMap(it -> it)
                .toList();
    }

    private Stream<String> windows() {
        AppealWindow window = AppealWindow.of(CAMPAIGN);
        Map<Contested, Instant> since = AppealPolicy.contestable(state);
        return Stream.of(Contested.values())
                .map(what -> "window of " + what + " "
                        + Optional.ofNullable(since.get(what))
                                .map(it -> window.isOverAt(now, it) ? "over" : "open")
                                .orElse("none"));
    }

    private static String grade(@Nullable StandingGrade grade) {
        return grade == null ? "none" : "of round " + Math.min(grade.round(), 2) + " " + grade.grade().attained();
    }

    private static String contested(Appeal appeal) {
        String items = switch (appeal.items().size()) {
            case 0 -> "nothing";
            case 15 -> "everything";
            default -> "something";
        };
        return items + (appeal.contestsDetermination() ? " and the determination " : " ");
    }

    private static String measure(IssuedMeasure measure) {
        String standing = measure.stands() ? "stands" : "withdrawn";
        return "%s %s %s/%d".formatted(
                measure.kind(), standing, measure.minutes() != null, measure.openCommitments().size());
    }

    private static <T> String each(Collection<T> things, Function<T, String> word) {
        return things.stream().map(word).distinct().sorted().collect(Collectors.joining(", "));
    }
}
