package cn.dabiao.query.assessment;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationSubmitted;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.Review;
import cn.dabiao.domain.campaign.EligibilityPolicy;
import cn.dabiao.domain.campaign.Ineligibility;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.rectification.RectificationOrder;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.value.Title;
import cn.dabiao.domain.value.Township;
import cn.dabiao.query.projecting.Folded;
import cn.dabiao.query.reading.Members;

/** A row of {@code view.assessment}: the state, and the school as registered or, once it has applied, as declared. */
public record AssessmentRecord(
        AssessmentState state, Title schoolName, SchoolKind kind, Ownership ownership, Township township, long position)
        implements Folded {

    public static AssessmentRecord begun(SchoolFacts school, AssessmentEvent event, long position) {
        return of(AssessmentState.evolve(null, event), school, position);
    }

    public AssessmentRecord after(AssessmentEvent event, long sequence, long eventPosition) {
        if (state.version() != sequence) {
            throw new IllegalStateException(
                    "event %d of %s comes after %d events".formatted(sequence, state.assessmentId(), state.version()));
        }
        AssessmentState next = AssessmentState.evolve(state, event);
        return event instanceof ApplicationSubmitted form
                ? of(next, form.school(), eventPosition)
                : new AssessmentRecord(next, schoolName, kind, ownership, township, eventPosition);
    }

    @Override
    public long version() {
        return state.version();
    }

    public String id() {
        return state.assessmentId().value();
    }

    /** The latest round; 0 before the first. */
    public int round() {
        return state.currentReview().map(Review::round).orElse(0);
    }

    /** Who may read this assessment as its inspector. */
    public List<InspectorId> members() {
        return Members.of(state);
    }

    @Nullable Object selfTotal() {
        return state.selfAssessment() == null ? null : state.selfAssessment().total();
    }

    @Nullable Object total() {
        return state.grade() == null ? null : state.grade().total();
    }

    /** The one that counts. */
    @Nullable Object grade() {
        return state.standing().orElse(null);
    }

    boolean orderOverdue() {
        return state.aftermath().orders().stream().anyMatch(RectificationOrder::overdue);
    }

    boolean determined() {
        return state.aftermath().determination() != null;
    }

    /** What stands against the school's eligibility for the safety awards. */
    List<Ineligibility> ineligible() {
        return EligibilityPolicy.against(state.standing().orElse(null), state.aftermath().measures());
    }

    List<Due> due() {
        return Due.in(state.aftermath());
    }

    private static AssessmentRecord of(AssessmentState state, SchoolFacts school, long position) {
        return new AssessmentRecord(
                state, school.name(), school.kind(), school.ownership(), school.township(), position);
    }
}
