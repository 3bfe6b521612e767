package cn.dabiao.query.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.scoring.Measurement;
import cn.dabiao.domain.scoring.NotApplicable;
import cn.dabiao.domain.scoring.Scoresheet.CategoryTotal;
import cn.dabiao.domain.standard.Category;
import cn.dabiao.domain.standard.Item;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.value.Points;

/** Explains scores point by point: which checkpoint cost what, and why. */
record ScoreTexts(Words words) {

    static Points pointsOf(ItemNo itemNo, Standard standard) {
        return standard.item(itemNo).map(Item::points).orElseThrow();
    }

    /** What an item lost in a round, and what it did not lose although it might have. */
    String losses(ItemFindings found, Standard standard) {
        Points lost = Points.sum(found.deductions().stream().map(Deduction::points).toList());
        List<String> clauses = new ArrayList<>();
        found.deductions().forEach(deduction -> clauses.add(loss(deduction)));
        if (!pointsOf(found.itemNo(), standard).atLeast(lost)) {
            clauses.add(words.say("score.floor", Map.of("lost", lost)));
        }
        found.measurements().stream()
                .filter(measured -> measured.waiver() != null)
                .forEach(measured -> clauses.add(waived(measured)));
        found.notApplicable().forEach(each -> clauses.add(notApplicable(each)));
        return appended(clauses);
    }

    /** What a school takes off itself, item by item. */
    String losses(List<ItemFindings> findings) {
        return appended(findings.stream()
                .flatMap(found -> Stream.concat(
                        found.deductions().stream().map(loss -> lossAt(found.itemNo(), loss)),
                        found.notApplicable().stream().map(this::notApplicable)))
                .toList());
    }

    List<String> categories(List<CategoryTotal> totals, Standard standard) {
        return totals.stream().map(each -> category(each, standard)).toList();
    }

    private String loss(Deduction deduction) {
        return words.say("loss", Map.of(
                "checkpoint", deduction.checkpoint(), "points", deduction.points(), "reason", deduction.reason()));
    }

    private String lossAt(ItemNo itemNo, Deduction deduction) {
        return words.say("loss.atItem", Map.of("itemNo", itemNo, "loss", loss(deduction)));
    }

    private String waived(Measurement measured) {
        return words.say("score.waived", Map.of(
                "checkpoint", measured.checkpoint(),
                "value", measured.by() == null ? measured.value() : measured.value() + "×" + measured.by(),
                "unit", measured.unit(),
                "reason", Objects.requireNonNull(measured.waiver())));
    }

    private String notApplicable(NotApplicable each) {
        return words.say("score.notApplicable", Map.of("checkpoint", each.checkpoint(), "reason", each.reason()));
    }

    private String category(CategoryTotal total, Standard standard) {
        Object name = standard.categories().stream()
                .filter(category -> category.category().equals(total.category()))
                .map(Category::name)
                .findFirst()
                .orElseThrow();
        return words.say("category", Map.of(
                "code", total.category(), "name", name, "score", total.score(), "points", total.points()));
    }

    private String appended(List<String> clauses) {
        return clauses.isEmpty() ? "" : words.say("appended", Map.of("clauses", words.clauses(clauses)));
    }
}
