package cn.dabiao.domain.scoring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.standard.Category;
import cn.dabiao.domain.standard.CategoryCode;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.Item;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.value.Points;

/** The scores of every item of a standard, and what follows from them: totals and the grade. */
public record Scoresheet(Standard standard, List<ItemScore> items) {

    /** The points a school got in one category. */
    public record CategoryTotal(CategoryCode category, Points points, Points score) {}

    public Scoresheet {
        items = List.copyOf(items);
        requireEachOnce(standard, items.stream().map(ItemScore::itemNo).toList());
    }

    /** Scores the findings at every item; refuses when an item is missing, repeated, or found wrongly. */
    public static Scoresheet of(Standard standard, List<ItemFindings> findings) {
        return new Scoresheet(
                standard,
                findings.stream().map(it -> FindingsPolicy.score(standard, it)).toList());
    }

    public Points total() {
        return Points.sum(items.stream().map(ItemScore::score).toList());
    }

    public Grade grade() {
        return standard.bands().gradeOf(total());
    }

    public boolean isQualified() {
        return total().atLeast(standard.qualifyingTotal());
    }

    public List<CategoryTotal> categoryTotals() {
        return standard.categories().stream().map(this::totalOf).toList();
    }

    private CategoryTotal totalOf(Category category) {
        Set<ItemNo> members = new HashSet<>();
        standard.items().stream()
                .filter(item -> item.category().equals(category.category()))
                .map(Item::itemNo)
                .forEach(members::add);
        return new CategoryTotal(
                category.category(),
                category.points(),
                Points.sum(items.stream()
                        .filter(score -> members.contains(score.itemNo()))
                        .map(ItemScore::score)
                        .toList()));
    }

    private static void requireEachOnce(Standard standard, List<ItemNo> given) {
        List<ItemNo> missing = new ArrayList<>(standard.itemNos());
        missing.removeAll(given);
        Set<ItemNo> seen = new HashSet<>();
        List<ItemNo> repeated = given.stream().filter(itemNo -> !seen.add(itemNo)).distinct().toList();
        if (!missing.isEmpty() || !repeated.isEmpty()) {
            throw new Refusal.ItemsIncomplete(standard.itemNos().size(), missing, repeated).asException();
        }
    }
}
