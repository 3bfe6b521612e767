package cn.dabiao.api.explanation;

import cn.dabiao.domain.standard.GradeBands;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Title;

/**
 * The standard that is applied: it gives the items their points, and the total its grade.
 *
 * @param position of the event that published it
 */
public record ReceiptStandard(
        StandardId standardId, Title name, Points total, Points deductionStep, GradeBands bands, long position) {

    static ReceiptStandard of(Standard standard, long position) {
        return new ReceiptStandard(
                standard.standardId(),
                standard.name(),
                standard.total(),
                standard.deductionStep(),
                standard.bands(),
                position);
    }
}
