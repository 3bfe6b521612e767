package cn.dabiao.domain.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.RefusedException;
import cn.dabiao.domain.standard.GradeBands.Band;
import cn.dabiao.domain.standard.StandardFault.Code;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Title;

/** Each rule that a standard keeps, broken alone. */
class StandardFaultTest {

    private static final Points TEN = new Points("10");
    private static final Points HALF = new Points("0.5");
    private static final List<Band> BANDS = List.of(band(Grade.LEVEL_1, "9"), band(Grade.NOT_ATTAINED, "0"));

    /** A small sound standard, of which one thing after another can be changed. */
    record Draft(
            Points total, Points step, List<Band> bands, List<Category> categories, List<Item> items) {

        static final Draft SOUND =
                new Draft(TEN, HALF, BANDS, List.of(category("A", "10")), List.of(item(1, "A", "6", 2), item(2, "A", "4", 1)));

        Draft total(String other) {
            return new Draft(new Points(other), step, bands, categories, items);
        }

        Draft step(String other) {
            return new Draft(total, new Points(other), bands, categories, items);
        }

        Draft bands(Band... other) {
            return new Draft(total, step, List.of(other), categories, items);
        }

        Draft categories(Category... other) {
            return new Draft(total, step, bands, List.of(other), items);
        }

        Draft items(Item... other) {
            return new Draft(total, step, bands, categories, List.of(other));
        }

        Standard published() {
            return new Standard(
                    new StandardId("draft"), new Title("草案"), null, total, step, new GradeBands(bands), categories, items);
        }
    }

    record Case(Code code, String at, Draft draft) {}

    static Stream<Case> cases() {
        Draft sound = Draft.SOUND;
        return Stream.of(
                new Case(Code.ITEMS_DO_NOT_SUM_TO_TOTAL, "10 ≠ 11", sound.total("11")),
                new Case(Code.ITEMS_DO_NOT_SUM_TO_TOTAL, "10 ≠ 9.5", sound.total("9.5")),
                new Case(Code.CATEGORY_DOES_NOT_SUM, "AA: 10 ≠ 9", sound.categories(category("A", "9"))),
                new Case(Code.CATEGORY_DOES_NOT_SUM, "BB: 0 ≠ 1", sound.categories(category("A", "10"), category("B", "1"))),
                new Case(Code.CATEGORY_UNKNOWN, "BB", sound.items(item(1, "A", "10", 1), item(2, "B", "1", 1)).total("11")),
                new Case(Code.CATEGORY_REPEATED, "[AA, AA]", sound.categories(category("A", "10"), category("A", "10"))),
                new Case(Code.ITEM_NUMBERS_NOT_CONSECUTIVE, "3", sound.items(item(1, "A", "6", 1), item(3, "A", "4", 1))),
                new Case(Code.ITEM_NUMBERS_NOT_CONSECUTIVE, "2", sound.items(item(2, "A", "10", 1))),
                new Case(Code.ITEM_NUMBERS_NOT_CONSECUTIVE, "1", sound.items(item(1, "A", "6", 1), item(1, "A", "4", 1))),
                new Case(Code.ITEM_WITHOUT_POINTS, "2", sound.items(item(1, "A", "10", 1), item(2, "A", "0", 1))),
                new Case(Code.ITEM_POINTS_OFF_STEP, "1", sound.items(item(1, "A", "2.5", 1), item(2, "A", "8", 1))
                        .step("2").total("10.5").categories(category("A", "10.5"))),
                new Case(Code.ITEM_WITHOUT_CHECKPOINTS, "2", sound.items(item(1, "A", "6", 1), item(2, "A", "4", 0))),
                new Case(Code.CHECKPOINT_NUMBERS_NOT_CONSECUTIVE, "1.3", sound.items(item(1, "A", "10", "1.1", "1.3"))),
                new Case(Code.CHECKPOINT_NUMBERS_NOT_CONSECUTIVE, "1.1", sound.items(item(1, "A", "10", "1.1", "1.1"))),
                new Case(Code.CHECKPOINT_NUMBERS_NOT_CONSECUTIVE, "2.1", sound.items(item(1, "A", "10", "2.1"))),
                holes(),
                holes(band(Grade.NOT_ATTAINED, "0")),
                holes(band(Grade.LEVEL_1, "9"), band(Grade.LEVEL_2, "0")),
                holes(band(Grade.LEVEL_1, "9"), band(Grade.NOT_ATTAINED, "0.5")),
                holes(band(Grade.LEVEL_1, "9"), band(Grade.LEVEL_2, "9"), band(Grade.NOT_ATTAINED, "0")),
                holes(band(Grade.LEVEL_1, "8"), band(Grade.LEVEL_2, "9"), band(Grade.NOT_ATTAINED, "0")),
                holes(band(Grade.LEVEL_2, "9"), band(Grade.LEVEL_1, "8"), band(Grade.NOT_ATTAINED, "0")),
                holes(band(Grade.LEVEL_1, "9"), band(Grade.LEVEL_1, "8"), band(Grade.NOT_ATTAINED, "0")),
                new Case(Code.BAND_ABOVE_TOTAL, "10.5", sound.bands(band(Grade.LEVEL_1, "10.5"), band(Grade.NOT_ATTAINED, "0"))),
                new Case(Code.STEP_NOT_POSITIVE, "0", sound.step("0")));
    }

    @Test
    void the_sound_draft_has_no_fault() {
        assertThat(Draft.SOUND.published().items()).hasSize(2);
    }

    @Test
    void a_band_may_begin_at_the_total() {
        assertThat(Draft.SOUND.bands(band(Grade.LEVEL_1, "10"), band(Grade.NOT_ATTAINED, "0")).published().bands().value())
                .hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_standard_that_breaks_one_rule_is_refused_for_that_rule_alone(Case broken) {
        assertThatThrownBy(() -> broken.draft().published())
                .asInstanceOf(type(RefusedException.class))
                .extracting(RefusedException::refusal)
                .isEqualTo(new Refusal.InconsistentStandard(
                        new StandardId("draft"), List.of(new StandardFault(broken.code(), broken.at()))));
    }

    @Test
    void no_rule_is_without_a_case() {
        assertThat(cases().map(Case::code).collect(Collectors.toCollection(() -> EnumSet.noneOf(Code.class))))
                .isEqualTo(Set.of(Code.values()));
    }

    @Test
    void a_standard_without_items_is_refused() {
        assertThatThrownBy(() -> Draft.SOUND.items(new Item[0]).categories(new Category[0]).total("0").bands(band(Grade.LEVEL_1, "0.5"),
                        band(Grade.NOT_ATTAINED, "0")).published())
                .asInstanceOf(type(RefusedException.class))
                .extracting(it -> ((Refusal.InconsistentStandard) it.refusal()).faults().getFirst().code())
                .isEqualTo(Code.ITEMS_DO_NOT_SUM_TO_TOTAL);
    }

    @Test
    void all_faults_are_told_at_once() {
        assertThatThrownBy(() -> Draft.SOUND.total("12").step("0").categories(category("A", "9")).published())
                .asInstanceOf(type(RefusedException.class))
                .extracting(it -> ((Refusal.InconsistentStandard) it.refusal())
                        .faults().stream().map(StandardFault::code).toList())
                .isEqualTo(List.of(Code.STEP_NOT_POSITIVE, Code.ITEMS_DO_NOT_SUM_TO_TOTAL, Code.CATEGORY_DOES_NOT_SUM));
    }

    @Test
    void items_may_add_up_to_more_than_any_total_and_are_refused_like_any_other_sum() {
        Draft huge = Draft.SOUND.items(item(1, "A", "1000", 1), item(2, "A", "1000", 1));

        assertThatThrownBy(huge::published).isInstanceOf(RefusedException.class);
    }

    private static Case holes(Band... bands) {
        return new Case(
                Code.BANDS_OVERLAP_OR_LEAVE_HOLES, Arrays.asList(bands).toString(), Draft.SOUND.bands(bands));
    }

    private static Band band(Grade grade, String from) {
        return new Band(grade, new Points(from));
    }

    private static Category category(String letter, String points) {
        return new Category(new CategoryCode(letter + letter), new Title("项目" + letter), new Points(points));
    }

    private static Item item(int number, String category, String points, int checkpoints) {
        return item(number, category, points, IntStream.rangeClosed(1, checkpoints)
                .mapToObj(it -> number + "." + it)
                .toArray(String[]::new));
    }

    private static Item item(int number, String category, String points, String... codes) {
        return new Item(
                new ItemNo(number),
                new CategoryCode(category + category),
                new Points(points),
                new ItemText("考评项" + number),
                Arrays.stream(codes)
                        .map(code -> new Checkpoint(new CheckpointCode(code), new ItemText("要点" + code), null))
                        .toList());
    }
}
