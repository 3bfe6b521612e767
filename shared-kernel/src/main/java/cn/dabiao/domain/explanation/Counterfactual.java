package cn.dabiao.domain.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.explanation.Unmatched.Why;
import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.standard.Item;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.value.Points;

/**
 * What the same deductions would have come to under another standard: its points, its floors and its bands. Items are
 * matched by their numbers and checkpoints by their codes; whether a demand of that code says the same is not judged, and
 * what was measured is not measured against other thresholds. What has no counterpart takes nothing off, and is named.
 */
public record Counterfactual(Receipt actual, Receipt imagined, List<Unmatched> unmatched) {

    /** What an item was left with and would be; null where that standard has no such item, or none has scored it. */
    public record Difference(ItemNo itemNo, @Nullable Points actual, @Nullable Points imagined) {}

    public Counterfactual {
        unmatched = List.copyOf(unmatched);
    }

    public static Counterfactual of(Receipt actual, Standard other) {
        List<ItemLine> lines =
                other.items().stream().map(item -> line(actual, item, other)).toList();
        return new Counterfactual(actual, actual.by(other, lines), unmatched(actual, other));
    }

    /** Of every item of either standard, by its number. */
    public List<Difference> differences() {
        return Stream.concat(actual.items().stream(), imagined.items().stream())
                .map(line -> line.item().itemNo())
                .distinct()
                .sorted()
                .map(no -> new Difference(no, score(actual, no), score(imagined, no)))
                .toList();
    }

    private static @Nullable Points score(Receipt receipt, ItemNo itemNo) {
        return receipt.item(itemNo).map(ItemLine::score).orElse(null);
    }

    private static ItemLine line(Receipt actual, Item item, Standard other) {
        return actual.item(item.itemNo())
                .map(line -> line.against(item, deduction -> misfit(deduction, item, other).isEmpty()))
                .orElseGet(() -> ItemLine.untouched(item));
    }

    private static Optional<Why> misfit(Deduction deduction, Item item, Standard other) {
        if (item.checkpoint(deduction.checkpoint()).isEmpty()) {
            return Optional.of(Why.CHECKPOINT_MISSING);
        }
        return deduction.points().isMultipleOf(other.deductionStep()) ? Optional.empty() : Optional.of(Why.OFF_STEP);
    }

    private static List<Unmatched> unmatched(Receipt actual, Standard other) {
        List<Unmatched> found = new ArrayList<>();
        actual.items().forEach(line -> other.item(line.item().itemNo()).ifPresentOrElse(
                item -> found.addAll(inItem(line, item, other)), () -> found.addAll(without(line))));
        other.itemNos().stream()
                .filter(no -> actual.item(no).isEmpty())
                .forEach(no -> found.add(Unmatched.item(Why.ITEM_NOT_ASSESSED, no)));
        found.sort(Comparator.comparing(Unmatched::itemNo));
        return found;
    }

    private static List<Unmatched> without(ItemLine line) {
        ItemNo no = line.item().itemNo();
        List<Unmatched> found = new ArrayList<>();
        found.add(Unmatched.item(Why.ITEM_MISSING, no));
        line.counted().forEach(deduction -> found.add(Unmatched.deduction(Why.ITEM_MISSING, no, deduction)));
        return found;
    }

    private static List<Unmatched> inItem(ItemLine line, Item item, Standard other) {
        ItemNo no = item.itemNo();
        List<Unmatched> found = new ArrayList<>();
        line.counted().forEach(deduction -> misfit(deduction.deduction(), item, other)
                .ifPresent(why -> found.add(Unmatched.deduction(why, no, deduction))));
        item.codes().stream()
                .filter(code -> line.item().checkpoint(code).isEmpty())
                .forEach(code -> found.add(Unmatched.checkpoint(no, code)));
        return found;
    }
}
