package cn.dabiao.domain.standard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import cn.dabiao.domain.value.Points;

/**
 * What can be wrong with a standard that somebody wants to publish.
 *
 * @param code which rule is broken
 * @param at   where: an item number, a category or checkpoint code, or the two amounts that differ
 */
public record StandardFault(Code code, String at) {

    /** The rules a standard keeps. */
    public enum Code {
        ITEMS_DO_NOT_SUM_TO_TOTAL,
        CATEGORY_DOES_NOT_SUM,
        CATEGORY_UNKNOWN,
        CATEGORY_REPEATED,
        ITEM_NUMBERS_NOT_CONSECUTIVE,
        ITEM_WITHOUT_POINTS,
        ITEM_POINTS_OFF_STEP,
        ITEM_WITHOUT_CHECKPOINTS,
        CHECKPOINT_NUMBERS_NOT_CONSECUTIVE,
        BANDS_OVERLAP_OR_LEAVE_HOLES,
        BAND_ABOVE_TOTAL,
        STEP_NOT_POSITIVE
    }

    static List<StandardFault> in(
            Points total, Points step, GradeBands bands, List<Category> categories, List<Item> items) {
        List<StandardFault> faults = new ArrayList<>();
        if (step.equals(Points.ZERO)) {
            faults.add(new StandardFault(Code.STEP_NOT_POSITIVE, step.toString()));
        }
        BigDecimal sum = sum(items.stream());
        if (sum.compareTo(total.value()) != 0 || items.isEmpty()) {
            faults.add(new StandardFault(Code.ITEMS_DO_NOT_SUM_TO_TOTAL, sum.toPlainString() + " ≠ " + total));
        }
        addBandFaults(faults, total, bands);
        addCategoryFaults(faults, categories, items);
        IntStream.range(0, items.size()).forEach(index -> addItemFaults(faults, index + 1, items.get(index), step));
        return List.copyOf(faults);
    }

    private static void addBandFaults(List<StandardFault> faults, Points total, GradeBands bands) {
        if (!bands.areSound()) {
            faults.add(new StandardFault(Code.BANDS_OVERLAP_OR_LEAVE_HOLES, bands.value().toString()));
        } else if (!total.atLeast(bands.value().getFirst().from())) {
            faults.add(new StandardFault(Code.BAND_ABOVE_TOTAL, bands.value().getFirst().from().toString()));
        }
    }

    private static void addCategoryFaults(List<StandardFault> faults, List<Category> categories, List<Item> items) {
        List<CategoryCode> codes = categories.stream().map(Category::category).toList();
        if (codes.stream().distinct().count() < codes.size()) {
            faults.add(new StandardFault(Code.CATEGORY_REPEATED, codes.toString()));
        }
        for (Category category : categories) {
            BigDecimal sum = sum(items.stream().filter(item -> item.category().equals(category.category())));
            if (sum.compareTo(category.points().value()) != 0) {
                faults.add(new StandardFault(
                        Code.CATEGORY_DOES_NOT_SUM, "%s: %s ≠ %s".formatted(
                                category.category(), sum.toPlainString(), category.points())));
            }
        }
        items.stream()
                .filter(item -> !codes.contains(item.category()))
                .forEach(item -> faults.add(new StandardFault(Code.CATEGORY_UNKNOWN, item.category().toString())));
    }

    /** As a plain number, because a faulty standard may add up to more than {@link Points} can be. */
    private static BigDecimal sum(Stream<Item> items) {
        return items.map(item -> item.points().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void addItemFaults(List<StandardFault> faults, int expectedNo, Item item, Points step) {
        String at = item.itemNo().toString();
        if (item.itemNo().value() != expectedNo) {
            faults.add(new StandardFault(Code.ITEM_NUMBERS_NOT_CONSECUTIVE, at));
        }
        if (item.points().equals(Points.ZERO)) {
            faults.add(new StandardFault(Code.ITEM_WITHOUT_POINTS, at));
        } else if (!step.equals(Points.ZERO) && !item.points().isMultipleOf(step)) {
            faults.add(new StandardFault(Code.ITEM_POINTS_OFF_STEP, at));
        }
        if (item.checkpoints().isEmpty()) {
            faults.add(new StandardFault(Code.ITEM_WITHOUT_CHECKPOINTS, at));
        }
        for (int n = 1; n <= item.checkpoints().size(); n++) {
            CheckpointCode code = item.checkpoints().get(n - 1).code();
            if (!code.value().equals(at + "." + n)) {
                faults.add(new StandardFault(Code.CHECKPOINT_NUMBERS_NOT_CONSECUTIVE, code.toString()));
            }
        }
    }
}
