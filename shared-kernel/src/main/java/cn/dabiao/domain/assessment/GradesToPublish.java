package cn.dabiao.domain.assessment;

import java.util.Objects;
import java.util.Optional;

import cn.dabiao.domain.campaign.GradedSchool;
import cn.dabiao.domain.school.SchoolFacts;

/** What of an assessment is made public when the bureau publishes its grades (公示, RULES.md §6). */
public final class GradesToPublish {

    private GradesToPublish() {}

    /**
     * Empty without a grade on scores, determined or not: there is nothing to rank such a school by. Where a re-review
     * is under way, the grade that it may replace.
     */
    public static Optional<GradedSchool> of(AssessmentState state) {
        return Optional.ofNullable(state.grade()).map(grade -> {
            SchoolFacts declared = Objects.requireNonNull(
                            state.application(), "who is graded has declared itself before")
                    .school();
            return new GradedSchool(
                    state.assessmentId().schoolCode(),
                    declared.name(),
                    declared.kind(),
                    grade.total(),
                    state.standing().orElse(grade.grade()),
                    grade.categoryTotals(),
                    state.aftermath().determination() != null,
                    !state.aftermath().openAppeals().isEmpty());
        });
    }
}
