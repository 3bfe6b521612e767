package cn.dabiao.query.ranking;

import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationSubmitted;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeAssigned;
import cn.dabiao.domain.assessment.AssessmentEvent.PlanSubmitted;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.scoring.Scoresheet.CategoryTotal;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Title;
import cn.dabiao.domain.value.Township;
import cn.dabiao.query.projecting.Folded;

/** A row of {@code view.ranking}: the school as it declared itself, and its latest grade. */
record RankedRecord(
        AssessmentId assessmentId,
        BureauCode bureau,
        @Nullable Declared school,
        @Nullable GradeAssigned grade,
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
                version,
                position);
    }

    RankedRecord with(ApplicationSubmitted form, long newVersion, long newPosition) {
        return new RankedRecord(assessmentId, bureau, Declared.of(form.school()), grade, newVersion, newPosition);
    }

    RankedRecord with(GradeAssigned assigned, long newVersion, long newPosition) {
        return new RankedRecord(assessmentId, bureau, school, assigned, newVersion, newPosition);
    }

    Map<String, Points> pointsByCategory() {
        return grade == null
                ? Map.of()
                : grade.categoryTotals().stream()
                        .collect(Collectors.toMap(total -> total.category().value(), CategoryTotal::score));
    }
}
