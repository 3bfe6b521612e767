package cn.dabiao.domain.scoring;

import cn.dabiao.domain.standard.Item;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Points;

/**
 * The score of one item: its points less its deductions, and never below zero (notice, remark 2).
 *
 * @param deducted the sum of the deductions, which may be more than {@code points}
 */
public record ItemScore(ItemNo itemNo, Points points, Points deducted, Points score) {

    static ItemScore of(Item item, ItemFindings findings) {
        Points deducted = deducted(findings);
        return new ItemScore(item.itemNo(), item.points(), deducted, item.points().minusToZero(deducted));
    }

    private static Points deducted(ItemFindings findings) {
        return Points.sum(findings.deductions().stream().map(Deduction::points).toList());
    }
}
