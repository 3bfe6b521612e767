package cn.dabiao.command.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import cn.dabiao.api.assessment.AssessmentWritten;
import cn.dabiao.command.References;
import cn.dabiao.command.Request;
import cn.dabiao.command.assessment.AssessmentDesk;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorsDrawn;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.Precondition;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.value.BureauCode;

/** Does a step as whoever does it: under the names that the demo's identities have. */
final class Performer {

    private final AssessmentDesk desk;
    private final References references;
    private final BureauCode bureau;
    private final Map<AssessmentId, List<InspectorId>> drawn = new HashMap<>();

    Performer(AssessmentDesk desk, References references, BureauCode bureau) {
        this.desk = desk;
        this.references = references;
        this.bureau = bureau;
    }

    /** @param version how many events the assessment has before the step */
    AssessmentWritten perform(AssessmentId id, Step step, long version) {
        return switch (step) {
            case Step.FilePlan it -> desk.filePlan(id, it.plan(), by(school(id), it, version));
            case Step.SelfAssess it -> desk.selfAssess(id, it.findings(), by(school(id), it, version));
            case Step.Apply it -> desk.apply(id, it.form(), by(school(id), it, version));
            case Step.Accept it -> desk.accept(id, it.reason(), by(office(), it, version));
            case Step.SendBack it -> desk.sendBack(id, it.reason(), by(office(), it, version));
            case Step.Withdraw it -> desk.withdraw(id, it.reason(), by(school(id), it, version));
            case Step.Draw it -> desk.draw(id, it.count(), it.seed(), it.reason(), by(office(), it, version));
            case Step.OpenReview it -> desk.openReview(id, it.visitOn(), by(office(), it, version));
            case Step.Score it -> desk.score(
                    id, 1, it.findings(), null, it.scoredAt(), by(inspector(id, it.inspector()), it, version));
            case Step.Sign it -> desk.sign(id, 1, it.opinion(), by(inspector(id, it.inspector()), it, version));
            case Step.Assign it -> desk.grade(id, it.grade(), by(office(), it, version));
        };
    }

    private static Request by(Actor actor, Step step, long version) {
        Precondition seen = version == 0 ? Precondition.NONE : Precondition.of(Long.toString(version));
        return new Request(actor, step.at(), seen);
    }

    Actor office() {
        return new Actor("office", Set.of(Role.OFFICE), bureau, null, null);
    }

    private Actor school(AssessmentId id) {
        return new Actor("school-" + id.schoolCode(), Set.of(Role.SCHOOL), bureau, id.schoolCode(), null);
    }

    /** Who was drawn is asked for and not foreseen: the bureau may have inspectors of its own beside the demo's. */
    private Actor inspector(AssessmentId id, int number) {
        InspectorId inspector = drawn.computeIfAbsent(id, this::drawn).get(number);
        return new Actor("inspector-" + inspector, Set.of(Role.INSPECTOR), bureau, null, inspector);
    }

    private List<InspectorId> drawn(AssessmentId id) {
        return references.assessment(id)
                .flatMap(AssessmentState::currentDraw)
                .map(InspectorsDrawn::drawn)
                .orElseThrow();
    }
}
