package cn.dabiao.domain.assessment;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeAssigned;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeRevised;
import cn.dabiao.domain.scoring.Scoresheet.CategoryTotal;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.Authority;
import cn.dabiao.domain.value.Opinion;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Points;

/**
 * The grade that stands: as assigned last, with what corrections have made of it since.
 *
 * @param assignedAt     when the bureau assigned it
 * @param contestedSince from when its appeal window counts: the assignment, or a later correction that no appeal asked
 *                       for, because the school has not been heard on that
 * @param revised        what corrections changed last; null while it stands as assigned
 */
public record StandingGrade(
        int round,
        StandardId standardId,
        List<CategoryTotal> categoryTotals,
        Points total,
        Grade grade,
        Opinion opinion,
        PersonName sealedBy,
        Instant assignedAt,
        Instant contestedSince,
        @Nullable Revision revised) {

    /**
     * A grade derived anew from corrected scores, and what it was before.
     *
     * @param appealId  the appeal it rests on; null when it rests on an {@code authority} that was named
     */
    public record Revision(
            Points totalBefore,
            Grade gradeBefore,
            @Nullable AppealId appealId,
            @Nullable Authority authority,
            Instant revisedAt) {

        static Revision of(GradeRevised event) {
            return new Revision(
                    event.totalBefore(), event.gradeBefore(), event.appealId(), event.authority(), event.at());
        }
    }

    public StandingGrade {
        categoryTotals = List.copyOf(categoryTotals);
    }

    static StandingGrade assigned(GradeAssigned event) {
        return new StandingGrade(
                event.round(),
                event.standardId(),
                event.categoryTotals(),
                event.total(),
                event.grade(),
                event.opinion(),
                event.sealedBy(),
                event.at(),
                event.at(),
                null);
    }

    StandingGrade revised(GradeRevised event) {
        return new StandingGrade(
                round,
                standardId,
                event.categoryTotals(),
                event.total(),
                event.grade(),
                opinion,
                sealedBy,
                assignedAt,
                event.appealId() == null ? event.at() : contestedSince,
                Revision.of(event));
    }
}
