package cn.dabiao.domain.explanation;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.standard.Item;
import cn.dabiao.domain.value.Points;

/**
 * An item on the receipt: its points less what counts against it, and never below zero (RULES.md §3).
 *
 * @param changes    every event that says what the item has, the oldest first; the last one counts
 * @param deductions every deduction ever made at it, counted or not
 * @param score      null while it has not been scored
 */
public record ItemLine(
        Item item, List<ItemChange> changes, List<DeductionLine> deductions, @Nullable Points score) {

    public ItemLine {
        changes = List.copyOf(changes);
        deductions = List.copyOf(deductions);
    }

    static ItemLine of(Item item, List<ItemChange> changes) {
        List<DeductionLine> lines = DeductionLine.in(changes);
        return new ItemLine(item, changes, lines, changes.isEmpty() ? null : left(item, lines));
    }

    /** An item that nobody has looked at, because the standard that was reviewed by has none of that number. */
    static ItemLine untouched(Item item) {
        return new ItemLine(item, List.of(), List.of(), item.points());
    }

    /** The same deductions against another item, as far as they fit it. */
    ItemLine against(Item other, Predicate<Deduction> fits) {
        List<DeductionLine> lines = deductions.stream()
                .map(line -> line.counted() && !fits.test(line.deduction()) ? line.notCounted() : line)
                .toList();
        return new ItemLine(other, changes, lines, score == null ? null : left(other, lines));
    }

    /** What counts now. */
    public Optional<ItemChange> standing() {
        return changes.isEmpty() ? Optional.empty() : Optional.of(changes.getLast());
    }

    public List<DeductionLine> counted() {
        return deductions.stream().filter(DeductionLine::counted).toList();
    }

    /** All that counts against it, which may be more than it is worth. */
    public Points deducted() {
        return deducted(deductions);
    }

    /** What was deducted beyond its points, and so took nothing from anything. */
    public Points beyond() {
        return deducted().minusToZero(item.points());
    }

    /** The round that scored it last, when that is not this one. */
    public @Nullable Integer carriedInto(int round) {
        return changes.stream()
                .filter(change -> change.basis() == Basis.SCORING)
                .reduce((_, later) -> later)
                .map(ItemChange::round)
                .filter(scoredIn -> scoredIn != round)
                .orElse(null);
    }

    /** Whether the event that counts says the same score. */
    boolean agrees() {
        return standing().isEmpty() || standing().get().score().equals(score);
    }

    private static Points left(Item item, List<DeductionLine> lines) {
        return item.points().minusToZero(deducted(lines));
    }

    private static Points deducted(List<DeductionLine> lines) {
        return Points.sum(lines.stream()
                .filter(DeductionLine::counted)
                .map(line -> line.deduction().points())
                .toList());
    }
}
