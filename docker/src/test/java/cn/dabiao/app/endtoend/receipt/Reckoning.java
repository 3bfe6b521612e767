package cn.dabiao.app.endtoend.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/** Adds a receipt up again from its own lines, with nothing but decimal numbers. */
public final class Reckoning {

    private final JsonNode receipt;

    private Reckoning(JsonNode receipt) {
        this.receipt = receipt;
    }

    /** What does not add up fails. */
    public static void require(JsonNode receipt) {
        PublishedSchema.requireValid(receipt.toString());
        Reckoning reckoning = new Reckoning(receipt);
        receipt.get("items").forEach(reckoning::item);
        reckoning.totals();
        reckoning.grades();
        reckoning.agreement();
    }

    private void item(JsonNode item) {
        BigDecimal deducted = sum(item.get("deductions").valueStream()
                .filter(line -> line.get("counted").asBoolean())
                .map(line -> number(line, "points")));
        BigDecimal left = number(item, "points").subtract(deducted);
        same(deducted, number(item, "deducted"));
        same(left.negate().max(BigDecimal.ZERO), number(item, "beyond"));
        assertThat(item.get("floor").asBoolean()).isEqualTo(left.signum() < 0);
        JsonNode changes = item.get("changes");
        if (item.has("score")) {
            same(left.max(BigDecimal.ZERO), number(item, "score"));
        } else {
            assertThat(changes).isEmpty();
        }
        if (!receipt.get("counterfactual").asBoolean() && !changes.isEmpty()) {
            same(number(changes.get(changes.size() - 1), "score"), number(item, "score"));
        }
        item.get("deductions").valueStream().filter(line -> line.has("endedBy")).forEach(line -> assertThat(
                        changes.valueStream().map(it -> it.get("position").asLong()))
                .contains(line.get("position").asLong(), line.get("endedBy").asLong()));
    }

    private void totals() {
        Map<String, BigDecimal> scores = new LinkedHashMap<>();
        Map<String, BigDecimal> points = new LinkedHashMap<>();
        for (JsonNode item : receipt.get("items")) {
            String category = item.get("category").asString();
            scores.merge(category, item.has("score") ? number(item, "score") : BigDecimal.ZERO, BigDecimal::add);
            points.merge(category, number(item, "points"), BigDecimal::add);
        }
        assertThat(receipt.get("categoryTotals")).hasSize(scores.size()).allSatisfy(it -> {
            same(scores.get(it.get("category").asString()), number(it, "score"));
            same(points.get(it.get("category").asString()), number(it, "points"));
        });
        same(sum(scores.values().stream()), number(receipt, "total"));
        same(sum(points.values().stream()), number(receipt.get("standard"), "total"));
    }

    private void grades() {
        if (receipt.get("provisional").asBoolean()) {
            return;
        }
        BigDecimal total = number(receipt, "total");
        JsonNode band = receipt.get("band");
        JsonNode earned = receipt.at("/standard/bands").valueStream()
                .filter(it -> total.compareTo(number(it, "from")) >= 0)
                .findFirst()
                .orElseThrow();
        assertThat(band.get("grade")).isEqualTo(earned.get("grade"));
        assertThat(total).isGreaterThanOrEqualTo(number(band, "from"));
        if (band.has("below")) {
            assertThat(total).isLessThan(number(band, "below"));
        }
        assertThat(receipt.get("grade").asString())
                .isEqualTo(receipt.has("determination") ? "NOT_ATTAINED" : band.get("grade").asString());
    }

    private void agreement() {
        assertThat(receipt.get("agrees").asBoolean()).isTrue();
        if (receipt.has("stated") && !receipt.get("counterfactual").asBoolean()) {
            same(number(receipt.get("stated"), "total"), number(receipt, "total"));
            assertThat(receipt.at("/stated/grade")).isEqualTo(receipt.at("/band/grade"));
            assertThat(receipt.at("/stated/categoryTotals")).isEqualTo(receipt.get("categoryTotals"));
        }
    }

    private static BigDecimal number(JsonNode node, String field) {
        return node.get(field).decimalValue();
    }

    private static BigDecimal sum(Stream<BigDecimal> numbers) {
        return numbers.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void same(@Nullable BigDecimal expected, BigDecimal actual) {
        assertThat(actual).isEqualByComparingTo(expected);
    }

    /** Every position that the receipt names, and the kinds of event that may stand there. */
    public static Map<Long, List<String>> named(JsonNode receipt) {
        Map<Long, List<String>> named = new LinkedHashMap<>();
        named.put(receipt.get("begunAt").asLong(), List.of("PlanSubmitted"));
        add(named, receipt.path("round").path("position"), "ReviewOpened");
        add(named, receipt.path("selfAssessment").path("position"), "SelfAssessed");
        add(named, receipt.path("determination").path("position"), "NotAttainedDetermined");
        add(named, receipt.path("stated").path("assignedAt"), "GradeAssigned");
        boolean revised = receipt.path("stated").path("revised").asBoolean(false);
        add(named, receipt.path("stated").path("position"), revised ? "GradeRevised" : "GradeAssigned");
        for (JsonNode item : receipt.get("items")) {
            for (JsonNode change : item.get("changes")) {
                boolean scoring = change.get("basis").asString().equals("SCORING");
                add(named, change.get("position"), scoring ? "ItemScored" : "ScoreCorrected");
                change.get("restsOn").forEach(it -> add(named, it, "AppealLodged", "AppealDecided"));
            }
            for (JsonNode line : item.get("deductions")) {
                add(named, line.get("position"), "ItemScored", "ScoreCorrected");
                add(named, line.path("endedBy"), "ItemScored", "ScoreCorrected");
            }
        }
        return named;
    }

    private static void add(Map<Long, List<String>> named, JsonNode position, String... types) {
        if (position.isIntegralNumber()) {
            named.putIfAbsent(position.asLong(), List.of(types));
        }
    }
}
