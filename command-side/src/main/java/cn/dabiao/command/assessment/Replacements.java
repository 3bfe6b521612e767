package cn.dabiao.command.assessment;

import cn.dabiao.command.assessment.AssessmentCommand.ReplaceInspector;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorReplaced;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.Draw;
import cn.dabiao.domain.assessment.DrawPolicy;
import cn.dabiao.domain.assessment.Review;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.refusal.Refusal;

/** One inspector for another, mid-round (RULES.md §4.4). */
final class Replacements {

    private Replacements() {}

    static InspectorReplaced replaced(AssessmentState before, Review review, ReplaceInspector command) {
        InspectorId replaced = command.replaced();
        if (!review.inspectors().contains(replaced)) {
            throw new Refusal.NotInRound(review.round(), replaced, review.inspectors()).asException();
        }
        if (review.signedBy().contains(replaced)) {
            throw new Refusal.AlreadySigned(review.round(), replaced).asException();
        }
        Draw draw = DrawPolicy.replacement(
                before.nextDrawNo(),
                command.seed(),
                command.roster(),
                command.loads(),
                review.everInspected(),
                command.school().schoolCode(),
                command.school().facts().township(),
                command.reason());
        InspectorId replacement = draw.lead();
        return new InspectorReplaced(
                command.assessmentId(),
                review.round(),
                replaced,
                replacement,
                review.lead().equals(replaced) ? replacement : review.lead(),
                draw.drawNo(),
                draw.seed(),
                command.seedFrom(),
                draw.rosterHash(),
                draw.exclusions(),
                draw.eligible(),
                draw.loads(),
                command.reason(),
                command.request().at());
    }
}
