package cn.dabiao.query.ranking;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationSubmitted;
import cn.dabiao.domain.assessment.AssessmentEvent.PlanSubmitted;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Title;
import cn.dabiao.domain.value.Township;
import cn.dabiao.query.projecting.Folded;

/**
 * A row of {@code view.ranking}: the school as it declared itself, and its latest grade.
 *
 * @param determined whether the school is determined NOT_ATTAINED, whatever the scores give
 */
record RankedRecord(
        AssessmentId assessmentId,
        BureauCode bureau,
        @Nullable Declared school,
        @Nullable RankedGrade grade,
        boolean determined,
        long version,
        long position)
        implements Folded {

    /** What of a school a ranking shows. */
    record Declared(Title name, SchoolKind kind, Ownership ownership, Township township) {

        static Declared of(SchoolFacts facts) {
            return new Declared(facts.name(), facts.kind(), facts.ownership(), facts.township());
        }
    }

    static RankedRecord planned(@Nullable RankedRecord before, PlanSubmitted plan, long version, long position) {
        return new RankedRecord(
                plan.assessmentId(),
                plan.bureau(),
                before == null ? null : before.school,
                before == null ? null : before.grade,
                before != null && before.determined,
                version,
                position);
    }

    RankedRecord with(ApplicationSubmitted form, long newVersion, long newPosition) {
        Declared declared = Declared.of(form.school());
        return new RankedRecord(assessmentId, bureau, declared, grade, determined, newVersion, newPosition);
    }

    RankedRecord with(RankedGrade next, long newVersion, long newPosition) {
        return new RankedRecord(assessmentId, bureau, school, next, determined, newVersion, newPosition);
    }

    RankedRecord determined(boolean now, long newVersion, long newPosition) {
        return new RankedRecord(assessmentId, bureau, school, grade, now, newVersion, newPosition);
    }

    /** The grade that counts; none without one on scores, for then there is nothing to rank by. */
    @Nullable Grade standing() {
        if (grade == null) {
            return null;
        }
        return determined ? Grade.NOT_ATTAINED : grade.grade();
    }

    Map<String, Points> pointsByCategory() {
        return grade == null ? Map.of() : grade.pointsByCategory();
    }
}
