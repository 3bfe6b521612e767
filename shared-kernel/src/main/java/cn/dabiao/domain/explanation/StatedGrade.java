package cn.dabiao.domain.explanation;

import java.time.Instant;
import java.util.List;

import cn.dabiao.domain.assessment.AssessmentEvent.GradeAssigned;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeRevised;
import cn.dabiao.domain.scoring.Scoresheet.CategoryTotal;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.Points;

/**
 * The grade as the event says it that assigned it or, after a correction, revised it.
 *
 * @param position   of that event
 * @param assignedAt the position at which it was assigned: the same, unless it was revised since
 * @param at         when that was
 */
public record StatedGrade(
        long position,
        long assignedAt,
        int round,
        StandardId standardId,
        List<CategoryTotal> categories,
        Points total,
        Grade grade,
        Instant at) {

    public StatedGrade {
        categories = List.copyOf(categories);
    }

    static StatedGrade of(GradeAssigned event, long position) {
        return new StatedGrade(
                position,
                position,
                event.round(),
                event.standardId(),
                event.categoryTotals(),
                event.total(),
                event.grade(),
                event.at());
    }

    StatedGrade revised(GradeRevised event, long by) {
        return new StatedGrade(
                by, assignedAt, round, event.standardId(), event.categoryTotals(), event.total(), event.grade(), event.at());
    }

    public boolean isRevised() {
        return position != assignedAt;
    }
}
