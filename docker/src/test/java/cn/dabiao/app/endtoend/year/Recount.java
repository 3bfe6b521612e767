package cn.dabiao.app.endtoend.year;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;

/**
 * A school's result counted again from its raw events and the table of the notice, in half points: an item's score is
 * its points less its deductions and never below nothing; an item that was not scored in a round stands as in the round
 * before; the grade is that of the round that was graded last, unless the bureau determined another.
 */
final class Recount {

    /** The points of the fifteen items (notice, attachment). */
    private static final int[] POINTS = {10, 10, 5, 5, 5, 5, 5, 15, 5, 5, 5, 5, 10, 5, 5};
    /** The last item of each of the four categories. */
    private static final int[] CATEGORIES = {4, 7, 12, 15};

    private final String code;
    /** What was said last of an item in a round, in halves. */
    private final Map<String, Integer> scores = new HashMap<>();
    private String kind = "";
    private int graded;
    private boolean determined;
    private boolean criticised;
    private int beyond;

    Recount(String code, List<RawEvent> events) {
        this.code = code;
        events.stream().filter(event -> event.stream().equals("assessment:" + Year.CAMPAIGN + ":" + code)).forEach(this::take);
    }

    static int halves(JsonNode points) {
        return points.decimalValue().multiply(BigDecimal.TWO).intValueExact();
    }

    /** Empty for a school that never got a grade. */
    Optional<Standing> standing() {
        if (graded == 0) {
            return Optional.empty();
        }
        List<Integer> categories = IntStream.range(0, CATEGORIES.length)
                .mapToObj(it -> sum(it == 0 ? 1 : CATEGORIES[it - 1] + 1, CATEGORIES[it]))
                .toList();
        int total = sum(1, POINTS.length);
        return Optional.of(new Standing(code, kind, total, determined ? "NOT_ATTAINED" : band(total), determined, graded, categories));
    }

    /** Whether a circular names it; none is withdrawn this year. */
    boolean isCriticised() {
        return criticised;
    }

    /** How often more was deducted than an item is worth. */
    int beyond() {
        return beyond;
    }

    private void take(RawEvent event) {
        JsonNode it = event.payload();
        switch (event.type()) {
            case "assessment.ApplicationSubmitted" -> kind = it.at("/school/kind").asString();
            case "assessment.ItemScored", "assessment.ScoreCorrected" -> take(it);
            case "assessment.GradeAssigned" -> graded = it.get("round").asInt();
            case "assessment.NotAttainedDetermined" -> determined = true;
            case "assessment.DeterminationRevoked" -> determined = false;
            case "assessment.MeasureIssued" -> criticised |= it.get("kind").asString().equals("CIRCULAR_CRITICISM");
            default -> {
                // Changes nothing of the result.
            }
        }
    }

    private void take(JsonNode scored) {
        int item = scored.get("itemNo").asInt();
        int off = scored.get("deductions").valueStream().mapToInt(it -> halves(it.get("points"))).sum();
        int worth = 2 * POINTS[item - 1];
        int score = Math.max(0, worth - off);
        if (score != halves(scored.get("after"))) {
            throw new AssertionError("not the points less the deductions: " + scored);
        }
        beyond += off > worth ? 1 : 0;
        scores.put(scored.get("round").asInt() + "/" + item, score);
    }

    private int sum(int from, int to) {
        return IntStream.rangeClosed(from, to).map(item -> score(graded, item)).sum();
    }

    private int score(int round, int item) {
        Integer own = scores.get(round + "/" + item);
        if (own == null && round == 1) {
            throw new AssertionError("item %d of %s was never scored".formatted(item, code));
        }
        return own == null ? score(round - 1, item) : own;
    }

    private static String band(int halves) {
        return halves >= 180 ? "LEVEL_1" : halves >= 160 ? "LEVEL_2" : halves >= 140 ? "LEVEL_3" : "NOT_ATTAINED";
    }
}
