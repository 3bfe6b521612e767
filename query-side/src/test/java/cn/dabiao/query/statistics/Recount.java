package cn.dabiao.query.statistics;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.statistics.CampaignFigures;
import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationSubmitted;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeAssigned;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeRevised;
import cn.dabiao.domain.assessment.AssessmentEvent.ItemScored;
import cn.dabiao.domain.assessment.AssessmentEvent.NotAttainedDetermined;
import cn.dabiao.domain.assessment.AssessmentEvent.PlanSubmitted;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationOrdered;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationReported;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationSentBack;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewOpened;
import cn.dabiao.domain.assessment.AssessmentEvent.ScoreCorrected;
import cn.dabiao.domain.school.SchoolEvent.SchoolClosed;
import cn.dabiao.domain.school.SchoolEvent.SchoolRegistered;
import cn.dabiao.domain.school.SchoolEvent.SchoolUpdated;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.scoring.NotApplicable;
import cn.dabiao.domain.standard.Category;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.Item;
import cn.dabiao.query.fixture.Given;

/**
 * The figures once more, counted from the events alone and by other means: a map of findings for each round, decimals
 * instead of halves, and none of the product's states.
 */
final class Recount {

    private record Found(BigDecimal after, List<Deduction> deductions, List<NotApplicable> notApplicable) {}

    private static final class Life {

        private SchoolFacts facts;
        private boolean open = true;
        private boolean planned;
        private boolean late;
        private boolean determined;
        private int gradedRound;
        private @Nullable BigDecimal total;
        private @Nullable Grade grade;
        private final Map<Integer, Map<Integer, Found>> rounds = new HashMap<>();
        private final Map<String, LocalDate> due = new HashMap<>();
        private @Nullable SchoolFacts counted;

        Life(SchoolFacts facts) {
            this.facts = facts;
        }

        SchoolFacts countedUnder() {
            return counted == null ? facts : counted;
        }

        @Nullable Grade standing() {
            return determined ? Grade.NOT_ATTAINED : grade;
        }

        Map<Integer, Found> scores() {
            return requireNonNull(rounds.get(gradedRound));
        }
    }

    private final Map<String, Life> lives = new TreeMap<>();
    private final LocalDate today;

    Recount(List<Object> events, LocalDate today) {
        this.today = today;
        events.forEach(this::see);
    }

    /** Every figure of the schools that are wanted, as lines. */
    List<String> of(Predicate<SchoolFacts> wanted) {
        List<Life> all = lives.values().stream()
                .filter(life -> life.planned || life.open)
                .filter(life -> wanted.test(life.countedUnder()))
                .toList();
        List<Life> graded = all.stream().filter(life -> life.total != null).toList();
        return Stream.of(progress(all), grades(all), totals(graded), categories(graded), items(graded), checkpoints(graded))
                .flatMap(List::stream)
                .toList();
    }

    /** What the product says, in the same lines. */
    static List<String> told(CampaignFigures it) {
        List<String> lines = new ArrayList<>();
        lines.add("schools %d planned %d late %d graded %d (%s) determined %d overdue %d plans %d orders of %d".formatted(
                it.progress().schools(), it.progress().planned(), it.progress().latePlans(), it.progress().graded(),
                it.progress().percentGraded(), it.progress().determined(), it.progress().overduePlans(),
                it.progress().overdueOrders(), it.progress().schoolsWithOverdueOrders()));
        it.grades().forEach(grade -> lines.add(
                "%s %d %s".formatted(grade.grade(), grade.schools(), grade.percent())));
        lines.add("totals %d mean %s median %s from %s to %s".formatted(
                it.totals().schools(), it.totals().mean(), it.totals().median(), it.totals().least(), it.totals().most()));
        if (it.categories() != null) {
            it.categories().forEach(each -> lines.add(
                    "%s %s %s".formatted(each.category(), each.meanScore(), each.lossPercent())));
        }
        if (it.items() != null) {
            it.items().forEach(each -> lines.add("item %s %s %s lost by %d, %s".formatted(
                    each.itemNo(), each.meanScore(), each.lossPercent(), each.losing(), each.meanDeducted())));
        }
        if (it.checkpoints() != null) {
            it.checkpoints().forEach(each -> lines.add("%s failed by %d of %d (%s), %s in all, %s".formatted(
                    each.checkpoint(), each.failing(), each.schools(), each.failingPercent(),
                    each.deducted().toPlainString(), each.meanDeducted())));
        }
        return lines;
    }

    /** Counts one more event. */
    void see(Object event) {
        switch (event) {
            case SchoolRegistered it -> lives.put(it.schoolCode().value(), new Life(it.facts()));
            case SchoolUpdated it -> life(it.schoolCode().value()).facts = it.facts();
            case SchoolClosed it -> life(it.schoolCode().value()).open = false;
            case AssessmentEvent it -> see(it, life(it.assessmentId().schoolCode().value()));
            default -> {
                // Of no school.
            }
        }
    }

    private static void see(AssessmentEvent event, Life life) {
        switch (event) {
            case PlanSubmitted it -> {
                life.planned = true;
                life.late = it.late();
                life.counted = life.facts;
            }
            case ApplicationSubmitted it -> life.counted = it.school();
            case ReviewOpened it -> life.rounds.put(
                    it.round(), new HashMap<>(life.rounds.getOrDefault(it.round() - 1, Map.of())));
            case ItemScored it -> requireNonNull(life.rounds.get(it.round())).put(
                    it.itemNo().value(), new Found(it.after().value(), it.deductions(), it.notApplicable()));
            case ScoreCorrected it -> requireNonNull(life.rounds.get(it.round())).put(
                    it.itemNo().value(), new Found(it.after().value(), it.deductions(), it.notApplicable()));
            case GradeAssigned it -> {
                life.gradedRound = it.round();
                life.total = it.total().value();
                life.grade = it.grade();
            }
            case GradeRevised it -> {
                life.total = it.total().value();
                life.grade = it.grade();
            }
            case NotAttainedDetermined _ -> life.determined = true;
            case RectificationOrdered it -> life.due.put(it.orderId().value(), it.dueOn());
            case RectificationReported it -> life.due.remove(it.orderId().value());
            case RectificationSentBack it -> life.due.put(it.orderId().value(), it.dueOn());
            default -> {
                // Changes no figure.
            }
        }
    }

    private List<String> progress(List<Life> all) {
        long planned = count(all, life -> life.planned);
        long graded = count(all, life -> life.standing() != null);
        boolean passed = today.isAfter(LocalDate.parse("2018-03-25"));
        long orders = all.stream().filter(life -> life.open).mapToLong(this::overdue).sum();
        return List.of("schools %d planned %d late %d graded %d (%s) determined %d overdue %d plans %d orders of %d".formatted(
                all.size(), planned, count(all, life -> life.late), graded, percent(graded, all.size()),
                count(all, life -> life.determined), passed ? all.size() - planned : 0, orders,
                count(all, life -> life.open && overdue(life) > 0)));
    }

    private List<String> grades(List<Life> all) {
        long graded = count(all, life -> life.standing() != null);
        return Stream.of(Grade.values())
                .map(grade -> "%s %d %s".formatted(
                        grade,
                        count(all, life -> life.standing() == grade),
                        percent(count(all, life -> life.standing() == grade), graded)))
                .toList();
    }

    private static List<String> totals(List<Life> graded) {
        List<BigDecimal> totals = graded.stream().map(life -> life.total).sorted().toList();
        if (totals.isEmpty()) {
            return List.of("totals 0 mean null median null from null to null");
        }
        int half = totals.size() / 2;
        BigDecimal median = totals.size() % 2 == 1
                ? rounded(totals.get(half))
                : rounded(totals.get(half).add(totals.get(half - 1)).divide(BigDecimal.valueOf(2)));
        return List.of("totals %d mean %s median %s from %s to %s".formatted(
                totals.size(), mean(sum(totals), totals.size()), shown(median), shown(totals.getFirst()),
                shown(totals.getLast())));
    }

    private static List<String> categories(List<Life> graded) {
        List<String> lines = new ArrayList<>();
        for (Category category : Given.STANDARD.categories()) {
            List<Integer> members = Given.STANDARD.items().stream()
                    .filter(item -> item.category().equals(category.category()))
                    .map(item -> item.itemNo().value())
                    .toList();
            BigDecimal sum = sum(graded.stream()
                    .flatMap(life -> members.stream().map(no -> requireNonNull(life.scores().get(no)).after()))
                    .toList());
            BigDecimal worth = category.points().value().multiply(BigDecimal.valueOf(graded.size()));
            lines.add("%s %s %s".formatted(
                    category.category(), mean(sum, graded.size()), percent(worth.subtract(sum), worth)));
        }
        return lines;
    }

    private static List<String> items(List<Life> graded) {
        List<String> lines = new ArrayList<>();
        for (Item item : Given.STANDARD.items()) {
            List<Found> found =
                    graded.stream().map(life -> life.scores().get(item.itemNo().value())).toList();
            BigDecimal sum = sum(found.stream().map(Found::after).toList());
            BigDecimal worth = item.points().value().multiply(BigDecimal.valueOf(graded.size()));
            BigDecimal deducted = sum(found.stream().map(Recount::deducted).toList());
            lines.add("item %s %s %s lost by %d, %s".formatted(
                    item.itemNo(), mean(sum, graded.size()), percent(worth.subtract(sum), worth),
                    found.stream().filter(each -> deducted(each).signum() > 0).count(), mean(deducted, graded.size())));
        }
        return lines;
    }

    private static List<String> checkpoints(List<Life> graded) {
        record Line(long failing, BigDecimal deducted, String text) {}
        Map<String, BigDecimal> deducted = new LinkedHashMap<>();
        Map<String, Integer> failing = new HashMap<>();
        Given.STANDARD.items().forEach(item -> item.codes().forEach(code -> deducted.put(code.value(), BigDecimal.ZERO)));
        for (Life life : graded) {
            Map<String, BigDecimal> own = life.scores().values().stream()
                    .flatMap(found -> found.deductions().stream())
                    .collect(Collectors.toMap(it -> it.checkpoint().value(), it -> it.points().value(), BigDecimal::add));
            own.forEach((code, points) -> {
                deducted.merge(code, points, BigDecimal::add);
                failing.merge(code, 1, Integer::sum);
            });
        }
        List<Line> lines = new ArrayList<>();
        deducted.forEach((code, points) -> {
            long concerned = graded.stream()
                    .filter(life -> life.scores().values().stream()
                            .flatMap(found -> found.notApplicable().stream())
                            .noneMatch(it -> it.checkpoint().value().equals(code)))
                    .count();
            int failed = failing.getOrDefault(code, 0);
            lines.add(new Line(failed, points, "%s failed by %d of %d (%s), %s in all, %s".formatted(
                    code, failed, concerned, percent(failed, concerned), shown(points), mean(points, concerned))));
        });
        return lines.stream()
                .filter(line -> line.failing() > 0)
                .sorted(Comparator.comparingLong(Line::failing).thenComparing(Line::deducted).reversed())
                .map(Line::text)
                .toList();
    }

    private static BigDecimal deducted(Found found) {
        return sum(found.deductions().stream().map(it -> it.points().value()).toList());
    }

    private long overdue(Life life) {
        return life.due.values().stream().filter(today::isAfter).count();
    }

    private Life life(String school) {
        return requireNonNull(lives.get(school));
    }

    private static long count(List<Life> lives, Predicate<Life> wanted) {
        return lives.stream().filter(wanted).count();
    }

    private static BigDecimal sum(List<BigDecimal> all) {
        return all.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String percent(long part, long whole) {
        return percent(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    private static String percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? "null"
                : shown(part.multiply(BigDecimal.valueOf(100)).divide(whole, 2, RoundingMode.HALF_UP));
    }

    private static String mean(BigDecimal sum, long count) {
        return count == 0 ? "null" : shown(sum.divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP));
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_UP);
    }

    private static String shown(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
