package cn.dabiao.query.statistics;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.Phase;
import cn.dabiao.domain.rectification.RectificationOrder;
import cn.dabiao.domain.standard.Grade;

/**
 * How far an assessment has come, and to what.
 *
 * @param grade     the one that counts
 * @param total     of the grade that the scores gave, in halves
 * @param ordersDue by when the rectification orders are due that wait for a report
 */
record Standing(
        Phase phase,
        boolean planLate,
        @Nullable Grade grade,
        boolean determined,
        @Nullable Integer total,
        List<LocalDate> ordersDue) {

    Standing {
        ordersDue = List.copyOf(ordersDue);
    }

    static Standing of(AssessmentState state) {
        return new Standing(
                state.phase(),
                state.plan().late(),
                state.standing().orElse(null),
                state.aftermath().determination() != null,
                state.grade() == null ? null : Halves.of(state.grade().total()),
                state.aftermath().orders().stream()
                        .filter(RectificationOrder::awaitsReport)
                        .map(RectificationOrder::dueOn)
                        .toList());
    }
}
