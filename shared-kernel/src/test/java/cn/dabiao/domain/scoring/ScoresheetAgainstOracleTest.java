package cn.dabiao.domain.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.ListArbitrary;
import net.jqwik.api.statistics.Statistics;

import cn.dabiao.domain.value.Points;
import cn.dabiao.examples.Findings;
import cn.dabiao.examples.Guannan;

/** The product's scoring against the {@link Oracle}. */
class ScoresheetAgainstOracleTest {

    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
    void a_random_sheet_has_the_oracles_scores_totals_and_grade(@ForAll("sheets") List<List<Integer>> sheet) {
        agreesWithTheOracle(sheet);

        int total = Oracle.total(sheet);
        boolean beyond = IntStream.rangeClosed(1, 15)
                .anyMatch(item -> sheet.get(item - 1).stream().mapToInt(it -> it).sum() > Oracle.ITEM[item - 1]);
        Statistics.label("grade").collect(Oracle.grade(total)).coverage(grades -> {
            for (String grade : List.of("LEVEL_1", "LEVEL_2", "LEVEL_3", "NOT_ATTAINED")) {
                grades.check(grade).percentage(share -> share > 5.0);
            }
        });
        Statistics.label("deducted beyond an item's points").collect(beyond)
                .coverage(it -> it.check(true).percentage(share -> share > 10.0));
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void the_order_of_the_items_changes_nothing(@ForAll("sheets") List<List<Integer>> sheet, @ForAll Random random) {
        List<ItemFindings> shuffled = new ArrayList<>(findings(sheet));
        Collections.shuffle(shuffled, random);

        Scoresheet result = Scoresheet.of(Guannan.STANDARD, shuffled);

        assertThat(result.total()).hasToString(Oracle.written(Oracle.total(sheet)));
        assertThat(result.categoryTotals())
                .isEqualTo(Scoresheet.of(Guannan.STANDARD, findings(sheet)).categoryTotals());
    }

    /** All 201 totals there are, and with them every half point at and around every bound. */
    @Test
    void every_total_from_0_to_100_has_the_oracles_grade() {
        for (int halves = 0; halves <= 200; halves++) {
            List<List<Integer>> sheet = sheetWithTotal(halves);
            assertThat(Oracle.total(sheet)).isEqualTo(halves);
            agreesWithTheOracle(sheet);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "100, LEVEL_1, true", "90.5, LEVEL_1, true", "90, LEVEL_1, true",
        "89.5, LEVEL_2, true", "89, LEVEL_2, true", "80, LEVEL_2, true",
        "79.5, LEVEL_3, true", "79, LEVEL_3, true", "70, LEVEL_3, true",
        "69.5, NOT_ATTAINED, false", "69, NOT_ATTAINED, false", "0, NOT_ATTAINED, false"
    })
    void the_half_points_that_the_notice_leaves_open_fall_into_the_band_below(
            String total, String grade, boolean qualified) {
        int halves = new Points(total).value().movePointRight(1).intValueExact() / 5;

        Scoresheet result = Scoresheet.of(Guannan.STANDARD, findings(sheetWithTotal(halves)));

        assertThat(result.total()).hasToString(total);
        assertThat(result.grade()).hasToString(grade);
        assertThat(result.isQualified()).isEqualTo(qualified);
    }

    @Test
    void what_is_deducted_beyond_an_items_points_takes_nothing_from_other_items() {
        Scoresheet result = Scoresheet.of(
                Guannan.STANDARD, Findings.allFine(Findings.at(4).off("4.1", "5").off("4.1", "5").off("4.2", "0.5")));

        assertThat(result.items().get(3))
                .isEqualTo(new ItemScore(Guannan.item(4), new Points("5"), new Points("10.5"), Points.ZERO));
        assertThat(result.total()).isEqualTo(new Points("95"));
    }

    @Provide
    Arbitrary<List<List<Integer>>> sheets() {
        // How bad a school is differs from school to school, or all sheets would have much the same total.
        return Arbitraries.of(0, 1, 3, 6, 12, 40).flatMap(ScoresheetAgainstOracleTest::sheetsOfBadness);
    }

    private static Arbitrary<List<List<Integer>>> sheetsOfBadness(int badness) {
        Arbitrary<List<List<Integer>>> sheet = Arbitraries.just(List.of());
        for (int points : Oracle.ITEM) {
            ListArbitrary<Integer> some = Arbitraries.integers().between(1, points).list().ofMinSize(1).ofMaxSize(4);
            Arbitrary<List<Integer>> item =
                    Arbitraries.frequencyOf(Tuple.of(20, Arbitraries.just(List.of())), Tuple.of(badness, some));
            sheet = Combinators.combine(sheet, item).as((sofar, next) -> {
                List<List<Integer>> longer = new ArrayList<>(sofar);
                longer.add(next);
                return longer;
            });
        }
        return sheet;
    }

    private static List<List<Integer>> sheetWithTotal(int halves) {
        int excess = 200 - halves;
        List<List<Integer>> sheet = new ArrayList<>();
        for (int points : Oracle.ITEM) {
            int off = Math.min(excess, points);
            sheet.add(off == 0 ? List.of() : List.of(off));
            excess -= off;
        }
        return sheet;
    }

    private static void agreesWithTheOracle(List<List<Integer>> sheet) {
        Scoresheet result = Scoresheet.of(Guannan.STANDARD, findings(sheet));

        int total = Oracle.total(sheet);
        assertThat(result.total()).hasToString(Oracle.written(total));
        assertThat(result.grade()).hasToString(Oracle.grade(total));
        assertThat(result.isQualified()).isEqualTo(Oracle.qualified(total));
        assertThat(result.items())
                .extracting(score -> score.itemNo() + ":" + score.score())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 15)
                        .mapToObj(item -> item + ":" + Oracle.written(Oracle.score(item, sheet.get(item - 1))))
                        .toList());
        assertThat(result.items())
                .extracting(score -> score.deducted().toString())
                .containsExactlyElementsOf(sheet.stream()
                        .map(item -> Oracle.written(item.stream().mapToInt(it -> it).sum()))
                        .toList());
        assertThat(result.categoryTotals())
                .extracting(category -> category.category() + ":" + category.score() + "/" + category.points())
                .containsExactly(
                        "HARDWARE:" + Oracle.written(Oracle.category(sheet, 0)) + "/30",
                        "RULES:" + Oracle.written(Oracle.category(sheet, 1)) + "/15",
                        "CONDUCT:" + Oracle.written(Oracle.category(sheet, 2)) + "/35",
                        "UPKEEP:" + Oracle.written(Oracle.category(sheet, 3)) + "/20");
    }

    private static List<ItemFindings> findings(List<List<Integer>> sheet) {
        List<ItemFindings> all = new ArrayList<>();
        for (int item = 1; item <= 15; item++) {
            Findings found = Findings.at(item);
            for (int halves : sheet.get(item - 1)) {
                found = found.off(item + ".1", Oracle.written(halves));
            }
            all.add(found.done());
        }
        return all;
    }
}
