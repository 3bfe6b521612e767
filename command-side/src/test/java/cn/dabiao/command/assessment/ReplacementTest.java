package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Guannan.ASSESSMENT;
import static cn.dabiao.command.assessment.Guannan.LEAD;
import static cn.dabiao.command.assessment.Guannan.NOT_DRAWN;
import static cn.dabiao.command.assessment.Guannan.NOW;
import static cn.dabiao.command.assessment.Guannan.OFFICE;
import static cn.dabiao.command.assessment.Guannan.REASON;
import static cn.dabiao.command.assessment.Guannan.ROSTER;
import static cn.dabiao.command.assessment.Guannan.SCHOOL;
import static cn.dabiao.command.assessment.Guannan.SECOND;
import static cn.dabiao.command.assessment.Guannan.TERMS;
import static cn.dabiao.command.assessment.Story.aSchoolScored;
import static cn.dabiao.command.assessment.Story.aSchoolUnderReview;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import cn.dabiao.command.assessment.AssessmentCommand.ReplaceInspector;
import cn.dabiao.command.assessment.AssessmentCommand.ScoreItem;
import cn.dabiao.command.assessment.AssessmentCommand.SignReview;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorReplaced;
import cn.dabiao.domain.assessment.Draw.Exclusion;
import cn.dabiao.domain.assessment.Draw.ExclusionReason;
import cn.dabiao.domain.assessment.Loads;
import cn.dabiao.domain.assessment.Review;
import cn.dabiao.domain.assessment.Seed;
import cn.dabiao.domain.assessment.SeedOrigin;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;

/** The lead and the second inspect; of the roster only one more may inspect this school. */
class ReplacementTest {

    private static final Seed SEED = new Seed("instead");

    private final Story running = aSchoolScored(88);

    @Test
    void whoever_replaces_the_lead_leads_and_what_the_lead_scored_stands() {
        Story after = Assessments.after(running, replace(running, 1, LEAD))
                .is(replaced(running, LEAD, NOT_DRAWN));
        Review review = after.state().currentReview().orElseThrow();
        assertThat(review.inspectors()).containsExactly(NOT_DRAWN, SECOND);
        assertThat(review.items()).hasSize(15).allSatisfy(item -> assertThat(item.scoredBy()).isEqualTo(LEAD));
    }

    @Test
    void the_lead_stays_when_another_is_replaced() {
        Assessments.after(running, replace(running, 1, SECOND)).is(replaced(running, SECOND, LEAD));
    }

    @Test
    void who_was_replaced_neither_scores_nor_signs_and_the_replacement_does_both() {
        Story after = aSchoolUnderReview().replaced(LEAD, NOT_DRAWN);
        Assessments.after(after, score(after, LEAD)).isRefusedWith(new Refusal.NotInspectorOfRound(1, LEAD));
        Assessments.after(after, score(after, NOT_DRAWN)).succeeds();
        Story scored = running.replaced(LEAD, NOT_DRAWN);
        Assessments.after(scored, sign(scored, LEAD)).isRefusedWith(new Refusal.NotInspectorOfRound(1, LEAD));
        Assessments.after(scored, sign(scored, NOT_DRAWN)).succeeds();
    }

    @Test
    void who_is_replaced_inspects_in_the_round_and_has_not_signed_it() {
        Assessments.after(running, replace(running, 1, NOT_DRAWN))
                .isRefusedWith(new Refusal.NotInRound(1, NOT_DRAWN, List.of(LEAD, SECOND)));
        Story signed = running.signed(LEAD);
        Assessments.after(signed, replace(signed, 1, LEAD)).isRefusedWith(new Refusal.AlreadySigned(1, LEAD));
        Assessments.after(signed, replace(signed, 1, SECOND)).succeeds();
    }

    @Test
    void the_round_is_the_one_that_runs() {
        Assessments.after(running, replace(running, 2, LEAD))
                .isRefusedWith(new Refusal.NotFound(Thing.REVIEW_ROUND, "2"));
    }

    /** Neither who inspects nor who was replaced comes again: nobody is left. */
    @Test
    void who_was_replaced_does_not_come_back() {
        Story once = aSchoolUnderReview().replaced(LEAD, NOT_DRAWN);
        Assessments.after(once, replace(once, 1, SECOND))
                .isRefusedWith(new Refusal.NotEnoughInspectors(1, 0, List.of(
                        new Exclusion(Guannan.NEIGHBOUR, ExclusionReason.SAME_TOWNSHIP),
                        new Exclusion(Guannan.COLLEAGUE, ExclusionReason.SAME_SCHOOL),
                        new Exclusion(LEAD, ExclusionReason.IN_ROUND),
                        new Exclusion(SECOND, ExclusionReason.IN_ROUND),
                        new Exclusion(NOT_DRAWN, ExclusionReason.IN_ROUND))));
    }

    private static InspectorReplaced replaced(Story before, InspectorId gone, InspectorId lead) {
        return new InspectorReplaced(
                ASSESSMENT, 1, gone, NOT_DRAWN, lead, before.state().nextDrawNo(), SEED, SeedOrigin.CALLER, ROSTER.hash(),
                List.of(
                        new Exclusion(Guannan.NEIGHBOUR, ExclusionReason.SAME_TOWNSHIP),
                        new Exclusion(Guannan.COLLEAGUE, ExclusionReason.SAME_SCHOOL),
                        new Exclusion(LEAD, ExclusionReason.IN_ROUND),
                        new Exclusion(SECOND, ExclusionReason.IN_ROUND)),
                List.of(NOT_DRAWN), Loads.NONE.of(List.of(NOT_DRAWN)), REASON, NOW);
    }

    private static ReplaceInspector replace(Story before, int round, InspectorId gone) {
        return new ReplaceInspector(
                ASSESSMENT, TERMS, round, gone, SEED, SeedOrigin.CALLER, ROSTER, Loads.NONE, SCHOOL, REASON,
                Guannan.by(OFFICE, NOW, before.tag()));
    }

    private static ScoreItem score(Story before, InspectorId by) {
        return new ScoreItem(
                ASSESSMENT, TERMS, 1, Found.nothingAt(1), null, null, Guannan.by(Guannan.as(by), NOW, before.tag()));
    }

    private static SignReview sign(Story before, InspectorId by) {
        return new SignReview(ASSESSMENT, TERMS, 1, null, Guannan.by(Guannan.as(by), NOW, before.tag()));
    }
}
