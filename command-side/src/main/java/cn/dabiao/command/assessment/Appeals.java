package cn.dabiao.command.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import cn.dabiao.command.assessment.AftermathCommand.DecideAppeal;
import cn.dabiao.command.assessment.AftermathCommand.LodgeAppeal;
import cn.dabiao.command.assessment.Corrections.Basis;
import cn.dabiao.domain.appeal.Appeal;
import cn.dabiao.domain.appeal.AppealDecision;
import cn.dabiao.domain.appeal.AppealDecision.NewDeductions;
import cn.dabiao.domain.appeal.AppealPolicy;
import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealDecided;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealLodged;
import cn.dabiao.domain.assessment.AssessmentEvent.DeterminationRevoked;
import cn.dabiao.domain.assessment.AssessmentEvent.ScoreCorrected;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.Review;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.standard.ItemNo;

/** Appeals and what is decided about them (RULES.md §4.10). */
final class Appeals {

    private Appeals() {}

    static AppealLodged lodged(AssessmentState before, LodgeAppeal command) {
        if (before.aftermath().appeal(command.appealId()).isPresent()) {
            throw new Refusal.AlreadyExists(Thing.APPEAL, command.appealId().value()).asException();
        }
        List<ItemNo> items = command.items().stream().distinct().sorted().toList();
        AppealPolicy.require(before, command.terms(), items, command.contestsDetermination());
        Integer round = items.isEmpty() ? null : Objects.requireNonNull(before.grade()).round();
        return new AppealLodged(
                command.assessmentId(),
                command.appealId(),
                round,
                items,
                command.contestsDetermination(),
                command.grounds(),
                command.evidence(),
                command.request().at());
    }

    static List<AssessmentEvent> decided(AssessmentState before, DecideAppeal command) {
        Appeal appeal = before.aftermath()
                .appeal(command.appealId())
                .orElseThrow(() -> new Refusal.NotFound(Thing.APPEAL, command.appealId().value()).asException());
        AppealDecision decision = command.decision();
        decision.requireFor(appeal);
        Basis basis = new Basis(
                command.assessmentId(), command.reason(), appeal.appealId(), null, command.request().at());
        List<AssessmentEvent> events = new ArrayList<>();
        events.add(new AppealDecided(
                basis.assessmentId(), appeal.appealId(), decision.outcome(), basis.reason(), basis.at()));
        List<ScoreCorrected> corrections = corrections(before, appeal, command, basis);
        if (!corrections.isEmpty()) {
            events.addAll(Corrections.withGrade(before, corrections, command.standard(), basis));
        }
        if (decision.revokesDetermination(appeal) && before.aftermath().determination() != null) {
            events.add(new DeterminationRevoked(
                    basis.assessmentId(), appeal.appealId(), basis.reason(), basis.at()));
        }
        return events;
    }

    private static List<ScoreCorrected> corrections(
            AssessmentState before, Appeal appeal, DecideAppeal command, Basis basis) {
        List<ScoreCorrected> corrections = new ArrayList<>();
        for (NewDeductions item : command.decision().items()) {
            Review review = before.reviewOf(Objects.requireNonNull(appeal.round())).orElseThrow();
            ScoreCorrected corrected = Corrections.corrected(
                    review, command.standard(), item.itemNo(), item.deductions(), basis);
            AppealDecision.worsening(item.itemNo(), corrected.before(), corrected.after()).ifPresent(Refusal::raise);
            corrections.add(corrected);
        }
        return corrections;
    }
}
