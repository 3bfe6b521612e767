package cn.dabiao.app.endtoend.year;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;

/**
 * Where a school stands.
 *
 * @param total      in halves, like the categories
 * @param determined whether the grade is the bureau's determination
 */
record Standing(
        String code, String kind, int total, String grade, boolean determined, int round, List<Integer> categories) {

    boolean attained() {
        return !grade.equals("NOT_ATTAINED");
    }

    /** Whoever attained stands before all that did not; then the points decide. */
    private boolean isBetterThan(Standing other) {
        return attained() == other.attained() ? total > other.total : attained();
    }

    /** A ranking 1, 2, 2, 4: a school's rank is one more than how many are better. */
    static List<String> ranking(Collection<Standing> all) {
        return all.stream()
                .sorted(Comparator.comparingInt((Standing it) -> it.better(all, _ -> true)).thenComparing(Standing::code))
                .map(it -> it.row(all))
                .toList();
    }

    /** A row of the product's in the same words. */
    static String row(JsonNode row) {
        return "%d %d %s %s %s %s %s".formatted(
                row.get("rank").asInt(),
                row.get("rankInKind").asInt(),
                row.get("schoolCode").asString(),
                row.get("grade").asString(),
                row.get("determined").asBoolean(),
                Loss.points(Recount.halves(row.get("total"))),
                row.get("categoryTotals").valueStream().map(it -> Recount.halves(it.get("score"))).toList());
    }

    private String row(Collection<Standing> all) {
        return "%d %d %s %s %s %s %s".formatted(
                1 + better(all, _ -> true), 1 + better(all, it -> it.kind.equals(kind)),
                code, grade, determined, Loss.points(total), categories);
    }

    private int better(Collection<Standing> all, Predicate<Standing> among) {
        return (int) all.stream().filter(among).filter(it -> it.isBetterThan(this)).count();
    }
}
