package cn.dabiao.domain.standard;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Title;

/**
 * One version of a scoring standard. An inconsistent one cannot exist: see {@link StandardFault}.
 *
 * @param source        the document it is taken from, e.g. {@code 灌教发〔2018〕26号 附件2}
 * @param total         what all items add up to
 * @param deductionStep the unit of deductions: every deduction is a multiple of it
 * @param items         in the order of their numbers, which run from 1 without holes
 */
public record Standard(
        StandardId standardId,
        Title name,
        @Nullable Title source,
        Points total,
        Points deductionStep,
        GradeBands bands,
        List<Category> categories,
        List<Item> items) {

    /** @throws cn.dabiao.domain.refusal.RefusedException with {@link Refusal.InconsistentStandard} */
    public Standard {
        categories = List.copyOf(categories);
        items = List.copyOf(items);
        List<StandardFault> faults = StandardFault.in(total, deductionStep, bands, categories, items);
        if (!faults.isEmpty()) {
            throw new Refusal.InconsistentStandard(standardId, faults).asException();
        }
    }

    public Optional<Item> item(ItemNo itemNo) {
        return items.stream().filter(item -> item.itemNo().equals(itemNo)).findFirst();
    }

    public List<ItemNo> itemNos() {
        return items.stream().map(Item::itemNo).toList();
    }

    /** What a self-assessment must reach to be qualified (自评合格): the lowest passing band (RULES.md §4.2). */
    public Points qualifyingTotal() {
        return bands.lowestPassing();
    }
}
