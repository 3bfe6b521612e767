package cn.dabiao.command.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import cn.dabiao.command.assessment.OracleBook.Order;
import cn.dabiao.command.assessment.OracleBook.Pressure;
import cn.dabiao.command.assessment.OracleBook.Round;
import cn.dabiao.domain.assessment.Aftermath.ClosedWindow;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.Loads;
import cn.dabiao.domain.assessment.Review;
import cn.dabiao.domain.assessment.ReviewedItem;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.measure.IssuedMeasure;
import cn.dabiao.domain.rectification.RectificationOrder;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Points;

/** That the product's state says what the oracle's book says. */
final class Agreement {

    /** The first and the last item of 硬件设施, 制度建设, 工作规范 and 管理维护. */
    private static final int[][] CATEGORY = {{1, 4}, {5, 7}, {8, 12}, {13, 15}};

    private Agreement() {}

    static void require(OracleBook book, AssessmentState state) {
        same("phase", book.phase, state.phase().name());
        same("version", book.version, state.version());
        same("late plan", book.late, state.plan().late());
        same("draws", book.draws, state.nextDrawNo() - 1);
        same("rounds", book.rounds.size(), state.reviews().size());
        if (state.selfAssessment() != null) {
            same("self total", book.selfTotal, halves(state.selfAssessment().total()));
            same("qualified", book.selfTotal >= 140, state.selfAssessment().qualified());
        }
        for (int no = 1; no <= book.rounds.size(); no++) {
            round(no, book, state.reviews().get(no - 1));
        }
        grade(book, state);
        orders(book, state);
        appeals(book, state);
        measures(book, state);
    }

    private static void round(int no, OracleBook book, Review review) {
        Round round = book.rounds.get(no - 1);
        same("number of the round", no, review.round());
        same("inspectors", round.inspectors, words(review.inspectors()));
        same("lead", round.lead, review.lead().value());
        same("signed", List.copyOf(round.signed), words(review.signedBy()));
        same("scored items", round.items.size(), review.items().size());
        for (ReviewedItem item : review.items()) {
            int itemNo = item.itemNo().value();
            OracleFindings found = Objects.requireNonNull(round.items.get(itemNo));
            int score = halves(item.score());
            if (score != found.score()) {
                same("score of item " + itemNo + " in round " + no, found.score(), score);
            }
            if (score < 0 || score > OracleFindings.points(itemNo)) {
                throw new AssertionError("the score of item " + itemNo + " is out of bounds: " + item.score());
            }
            if (item.version() != round.changes.getOrDefault(itemNo, 0)) {
                same("changes of item " + itemNo, round.changes.getOrDefault(itemNo, 0), item.version());
            }
        }
    }

    private static void grade(OracleBook book, AssessmentState state) {
        var grade = state.grade();
        same("standing grade", book.standingGrade(), state.standing().map(Enum::name).orElse(""));
        same("graded round", book.gradedRound, grade == null ? 0 : grade.round());
        if (grade == null) {
            return;
        }
        same("total", book.gradedTotal, halves(grade.total()));
        same("total of the round", book.rounds.get(book.gradedRound - 1).total(), book.gradedTotal);
        same("grade", book.scoredGrade(), grade.grade().name());
        same("contestable since", book.gradeContestableSince, grade.contestedSince());
        Map<Integer, OracleFindings> items = book.rounds.get(book.gradedRound - 1).items;
        for (int no = 0; no < CATEGORY.length; no++) {
            int total = IntStream.rangeClosed(CATEGORY[no][0], CATEGORY[no][1])
                    .map(item -> Objects.requireNonNull(items.get(item)).score())
                    .sum();
            same("total of category " + no, total, halves(grade.categoryTotals().get(no).score()));
        }
    }

    private static void orders(OracleBook book, AssessmentState state) {
        same("open orders", book.openOrders(), words(state.aftermath().openOrders().stream()
                .map(RectificationOrder::orderId)
                .toList()));
        for (RectificationOrder order : state.aftermath().orders()) {
            Order known = Objects.requireNonNull(book.orders.get(order.orderId().value()));
            same("order", known.standing, order.standing().name());
            LocalDate due = known.dueOn;
            same("due", due, order.dueOn());
            same("overdue", known.overdue, order.overdue());
            same("items of an order", List.copyOf(known.items), order.items().stream().map(ItemNo::value).toList());
            same("hazards of an order", List.copyOf(known.hazards), words(order.hazards()));
        }
        same("orders", book.orders.size(), state.aftermath().orders().size());
    }

    private static void appeals(OracleBook book, AssessmentState state) {
        same("open appeals", book.openAppeals(), words(state.aftermath().openAppeals().stream()
                .map(it -> it.appealId())
                .toList()));
        same("appeals", book.appeals.size(), state.aftermath().appeals().size());
        same("closed windows", book.closedWindows.size(), state.aftermath().closedWindows().size());
        for (ClosedWindow window : state.aftermath().closedWindows()) {
            same("closed window", true, book.closedWindows.contains(window.contested() + " " + window.since()));
        }
        var determination = state.aftermath().determination();
        same("determination", book.determinedAt, determination == null ? null : determination.determinedAt());
    }

    private static void measures(OracleBook book, AssessmentState state) {
        same("measures", book.measures.size(), state.aftermath().measures().size());
        for (IssuedMeasure measure : state.aftermath().measures()) {
            Pressure known = Objects.requireNonNull(book.measures.get(measure.measureId().value()));
            same("measure stands", !known.withdrawn, measure.stands());
            same("minutes", known.held, measure.minutes() != null);
            same("open commitments", known.openCommitments(), measure.openCommitments().size());
        }
    }

    /** Nobody is drawn twice or who must not be, nor before somebody with less to do. */
    static void fair(List<String> lot, int count, List<String> eligible, Loads loads) {
        same("number drawn", count, new HashSet<>(lot).size());
        same("eligible", true, eligible.containsAll(lot));
        List<String> others = new ArrayList<>(eligible);
        others.removeAll(lot);
        int most = lot.stream().mapToInt(it -> loads.of(new InspectorId(it))).max().orElseThrow();
        same("least loaded", true, others.stream().allMatch(it -> loads.of(new InspectorId(it)) >= most));
    }

    static Map<Integer, Map<Integer, Points>> scores(AssessmentState state) {
        Map<Integer, Map<Integer, Points>> rounds = new HashMap<>();
        for (Review review : state.reviews()) {
            Map<Integer, Points> items = new HashMap<>();
            review.items().forEach(it -> items.put(it.itemNo().value(), it.score()));
            rounds.put(review.round(), items);
        }
        return rounds;
    }

    static void same(String what, @Nullable Object oracle, @Nullable Object product) {
        boolean same = (oracle instanceof Integer one && product instanceof Long other)
                ? one.longValue() == other
                : Objects.equals(oracle, product);
        if (!same) {
            throw new AssertionError("%s: the oracle says %s, the product %s".formatted(what, oracle, product));
        }
    }

    private static List<String> words(List<?> ids) {
        return ids.stream().map(Object::toString).toList();
    }

    private static int halves(Points points) {
        return points.value().movePointRight(1).intValueExact() / 5;
    }
}
