package cn.dabiao.domain.evidence;

import java.time.Instant;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.Review;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;

/**
 * Who may add evidence to an assessment, in whatever phase it is (ours; RULES.md §6): office and leaders of its bureau,
 * the inspectors of any of its rounds and those drawn last, and the school itself.
 */
public final class EvidencePolicy {

    private EvidencePolicy() {}

    /**
     * The role in which this actor adds evidence.
     *
     * @throws cn.dabiao.domain.refusal.RefusedException with {@link Refusal.AnotherBureau}, {@link Refusal.AnotherSchool}
     *     or {@link Refusal.NotInspectorOfRound}
     */
    public static Role requireUploader(AssessmentState assessment, Actor actor) {
        if (!actor.belongsTo(assessment.bureau())) {
            throw new Refusal.AnotherBureau(Thing.ASSESSMENT, assessment.assessmentId().value()).asException();
        }
        // A school's account stands for its own school only, whatever other roles stand beside it in the token.
        if (actor.is(Role.SCHOOL) && !actor.speaksFor(assessment.assessmentId().schoolCode())) {
            throw anotherSchool(assessment);
        }
        if (actor.is(Role.OFFICE)) {
            return Role.OFFICE;
        }
        if (actor.is(Role.LEADER)) {
            return Role.LEADER;
        }
        InspectorId inspector = actor.is(Role.INSPECTOR) ? actor.inspector() : null;
        if (inspector != null && members(assessment).anyMatch(inspector::equals)) {
            return Role.INSPECTOR;
        }
        if (actor.is(Role.SCHOOL)) {
            return Role.SCHOOL;
        }
        if (inspector != null) {
            int round = assessment.currentReview().map(Review::round).orElse(1);
            throw new Refusal.NotInspectorOfRound(round, inspector).asException();
        }
        throw anotherSchool(assessment);
    }

    /** A picture cannot have been taken after the product was told of it. */
    public static void requireTaken(@Nullable Instant takenAt, Instant now) {
        if (takenAt != null && takenAt.isAfter(now)) {
            new Refusal.TakenInFuture(takenAt, now).raise();
        }
    }

    private static Stream<InspectorId> members(AssessmentState assessment) {
        return Stream.concat(
                assessment.reviews().stream().flatMap(review -> review.inspectors().stream()),
                assessment.currentDraw().stream().flatMap(draw -> draw.drawn().stream()));
    }

    private static RuntimeException anotherSchool(AssessmentState assessment) {
        return new Refusal.AnotherSchool(assessment.assessmentId().schoolCode().value()).asException();
    }
}
