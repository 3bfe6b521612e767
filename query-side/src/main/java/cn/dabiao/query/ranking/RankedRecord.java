package cn.dabiao.query.ranking;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.appeal.AppealId;
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
 * @param determined  whether the school is determined NOT_ATTAINED, whatever the scores give
 * @param openAppeals those that wait for their decision
 */
record RankedRecord(
        AssessmentId assessmentId,
        BureauCode bureau,
        @Nullable Declared school,
        @Nullable RankedGrade grade,
        boolean determined,
        List<AppealId> openAppeals,
        long version,
        long position)
        implements Folded {

    RankedRecord {
        openAppeals = List.copyOf(openAppeals);
    }

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
                before == null ? List.of() : before.openAppeals,
                version,
                position);
    }

    RankedRecord with(ApplicationSubmitted form, long newVersion, long newPosition) {
        Declared declared = Declared.of(form.school());
        return new RankedRecord(assessmentId, bureau, declared, grade, determined, openAppeals, newVersion, newPosition);
    }

    RankedRecord with(RankedGrade next, long newVersion, long newPosition) {
        return new RankedRecord(
                assessmentId, bureau, school, next, determined, openAppeals, newVersion, newPosition);
    }

    RankedRecord determined(boolean now, long newVersion, long newPosition) {
        return new RankedRecord(assessmentId, bureau, school, grade, now, openAppeals, newVersion, newPosition);
    }

    RankedRecord appealed(AppealId lodged, long newVersion, long newPosition) {
        List<AppealId> open = Stream.concat(openAppeals.stream(), Stream.of(lodged)).toList();
        return new RankedRecord(assessmentId, bureau, school, grade, determined, open, newVersion, newPosition);
    }

    RankedRecord decided(AppealId decided, long newVersion, long newPosition) {
        List<AppealId> open = openAppeals.stream().filter(it -> !it.equals(decided)).toList();
        return new RankedRecord(assessmentId, bureau, school, grade, determined, open, newVersion, newPosition);
    }

    /** The grade that counts; none without one on scores, for then there is nothing to rank by. */
    @Nullable Grade standing() {
        if (grade == null) {
            return null;
        }
        return determined ? Grade.NOT_ATTAINED : grade.grade();
    }

    boolean pending() {
        return !openAppeals.isEmpty();
    }

    Map<String, Points> pointsByCategory() {
        return grade == null ? Map.of() : grade.pointsByCategory();
    }
}
