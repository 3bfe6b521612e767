package cn.dabiao.api.explanation;

import java.time.Instant;
import java.util.List;

import cn.dabiao.domain.explanation.StatedGrade;
import cn.dabiao.domain.scoring.Scoresheet.CategoryTotal;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.Points;

/**
 * The grade as the ledger says it, to be held against the one derived.
 *
 * @param position   of the event that says it
 * @param assignedAt the position at which the grade was assigned: another one, when a correction has revised it since
 * @param revised    whether one has
 * @param at         when it was assigned or revised
 */
public record ReceiptGrade(
        StandardId standardId,
        List<CategoryTotal> categoryTotals,
        Points total,
        Grade grade,
        boolean revised,
        long position,
        long assignedAt,
        Instant at) {

    static ReceiptGrade of(StatedGrade grade) {
        return new ReceiptGrade(
                grade.standardId(),
                grade.categories(),
                grade.total(),
                grade.grade(),
                grade.isRevised(),
                grade.position(),
                grade.assignedAt(),
                grade.at());
    }
}
