package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Found.at;
import static cn.dabiao.command.assessment.Found.measured;
import static cn.dabiao.command.assessment.Found.measuredAt;
import static cn.dabiao.command.assessment.Found.notApplicableAt;
import static cn.dabiao.command.assessment.Found.nothingAt;
import static cn.dabiao.command.assessment.Found.off;
import static cn.dabiao.command.assessment.Guannan.ASSESSMENT;
import static cn.dabiao.command.assessment.Guannan.LEAD;
import static cn.dabiao.command.assessment.Guannan.NOT_DRAWN;
import static cn.dabiao.command.assessment.Guannan.NOW;
import static cn.dabiao.command.assessment.Guannan.SECOND;
import static cn.dabiao.command.assessment.Guannan.STANDARD;
import static cn.dabiao.command.assessment.Guannan.VISIT;
import static cn.dabiao.command.assessment.Story.aSchoolUnderReview;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.dabiao.command.assessment.AssessmentCommand.ScoreItem;
import cn.dabiao.domain.assessment.AssessmentEvent.ItemScored;
import cn.dabiao.domain.assessment.Terms;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.standard.CheckpointCode;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.standard.Measure;
import cn.dabiao.domain.standard.MeasureUnit;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;

class ScoringTest {

    private static final Story STORY = aSchoolUnderReview();
    private static final CheckpointCode AREA = new CheckpointCode("1.2");

    @Test
    void an_item_loses_its_deductions() {
        ItemFindings findings = at(1, off("1.2", 2), off("1.3", 1.5));
        Assessments.after(STORY, score(LEAD, findings)).is(scored(LEAD, findings, null, 6.5, NOW));
    }

    @Test
    void an_item_never_falls_below_zero() {
        ItemFindings findings = at(4, off("4.1", 5), off("4.2", 3));
        Assessments.after(STORY, score(LEAD, findings)).is(scored(LEAD, findings, null, 0, NOW));
    }

    @Test
    void scoring_again_replaces_and_tells_what_the_score_was() {
        Story before = STORY.scored(LEAD, at(1, off("1.2", 2)));
        ItemFindings better = at(1, off("1.2", 1));
        Assessments.after(before, command(SECOND, 1, better, null, "r1-i1-v1"))
                .is(scored(SECOND, better, Points.of(8), 9, NOW));
    }

    @Test
    void only_inspectors_of_the_round_score() {
        Assessments.after(STORY, score(NOT_DRAWN, nothingAt(1)))
                .isRefusedWith(new Refusal.NotInspectorOfRound(1, NOT_DRAWN));
    }

    @Test
    void the_first_signature_closes_the_scores() {
        Story signed = Story.aSchoolScored(92).signed(LEAD);
        Assessments.after(signed, command(SECOND, 1, nothingAt(1), null, signed.tag()))
                .isRefusedWith(new Refusal.RoundAlreadySigned(1, List.of(LEAD)));
    }

    @Test
    void a_round_signed_by_all_is_closed() {
        Story reviewed = Story.aSchoolReviewed(92);
        Assessments.after(reviewed, command(SECOND, 1, nothingAt(1), null, reviewed.tag()))
                .isRefusedWith(new Refusal.RoundAlreadySigned(1, List.of(LEAD, SECOND)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 99})
    void a_round_that_does_not_exist_is_not_found(int round) {
        Assessments.after(STORY, command(LEAD, round, nothingAt(1), null, STORY.tag()))
                .isRefusedWith(new Refusal.NotFound(Thing.REVIEW_ROUND, Integer.toString(round)));
    }

    @Test
    void an_item_that_the_standard_does_not_have_is_refused() {
        Assessments.after(STORY, score(LEAD, nothingAt(16)))
                .isRefusedWith(new Refusal.UnknownItem(new ItemNo(16), 15));
    }

    @Test
    void an_unknown_checkpoint_is_refused_with_those_that_there_are() {
        List<CheckpointCode> known = List.of(new CheckpointCode("4.1"), new CheckpointCode("4.2"));
        Refusal refusal = new Refusal.UnknownCheckpoint(new ItemNo(4), new CheckpointCode("4.3"), known);
        Assessments.after(STORY, score(LEAD, at(4, off("4.3", 1)))).isRefusedWith(refusal);
        Assessments.after(STORY, score(LEAD, notApplicableAt(4, "4.3"))).isRefusedWith(refusal);
        Assessments.after(STORY, score(LEAD, measuredAt(4, measured("4.3", 30, MeasureUnit.days))))
                .isRefusedWith(refusal);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 10.5, 1000})
    void a_deduction_is_at_least_a_step_and_at_most_the_item(double points) {
        Assessments.after(STORY, score(LEAD, at(1, off("1.2", points))))
                .isRefusedWith(new Refusal.DeductionOutOfBounds(
                        new ItemNo(1), AREA, Points.of(points), Points.of(0.5), Points.of(10)));
    }

    /** The smallest deduction of 2018 is what a point can be split into at all, so a coarser standard has to show it. */
    @Test
    void a_deduction_is_a_multiple_of_the_standards_step() {
        Standard wholePoints = new Standard(
                STANDARD.standardId(), STANDARD.name(), null, STANDARD.total(), Points.of(1), STANDARD.bands(),
                STANDARD.categories(), STANDARD.items());
        ScoreItem half = new ScoreItem(
                ASSESSMENT, new Terms(Guannan.CAMPAIGN, wholePoints, NOW), 1, at(1, off("1.2", 1.5)), null, null,
                Guannan.by(Guannan.as(LEAD), NOW, STORY.tag()));
        Assessments.after(STORY, half)
                .isRefusedWith(new Refusal.DeductionOffStep(new ItemNo(1), AREA, Points.of(1.5), Points.of(1)));
    }

    @Test
    void what_does_not_apply_deducts_nothing() {
        ItemFindings findings = notApplicableAt(2, "2.5");
        Assessments.after(STORY, score(LEAD, findings)).is(scored(LEAD, findings, null, 10, NOW));
    }

    @Test
    void what_does_not_apply_cannot_cost_points() {
        Assessments.after(STORY, score(LEAD, notApplicableAt(2, "2.5", off("2.5", 1))))
                .isRefusedWith(new Refusal.DeductedButNotApplicable(new ItemNo(2), new CheckpointCode("2.5")));
    }

    @Test
    void a_missed_threshold_needs_a_deduction_or_a_waiver() {
        ItemFindings bare = measuredAt(1, measured("1.2", 8, MeasureUnit.m2));
        Assessments.after(STORY, score(LEAD, bare))
                .isRefusedWith(new Refusal.ThresholdMissed(
                        AREA, bare.measurements().getFirst().value(), null, measure(1, AREA)));
    }

    @Test
    void a_missed_threshold_is_carried_by_a_deduction() {
        ItemFindings findings = measuredAt(1, measured("1.2", 8, MeasureUnit.m2), off("1.2", 2));
        Assessments.after(STORY, score(LEAD, findings)).is(scored(LEAD, findings, null, 8, NOW));
    }

    @Test
    void a_missed_threshold_is_carried_by_a_written_waiver() {
        ItemFindings findings =
                measuredAt(1, measured("1.2", 9, null, MeasureUnit.m2, new Reason("异形房间，实际可用。")));
        Assessments.after(STORY, score(LEAD, findings)).is(scored(LEAD, findings, null, 10, NOW));
    }

    @Test
    void a_threshold_that_is_met_needs_nothing() {
        ItemFindings findings = measuredAt(3, measured("3.3", 352, 288, MeasureUnit.px, null));
        Assessments.after(STORY, score(LEAD, findings)).is(scored(LEAD, findings, null, 5, NOW));
    }

    @Test
    void a_measurement_in_another_unit_is_refused() {
        Assessments.after(STORY, score(LEAD, measuredAt(1, measured("1.2", 12, MeasureUnit.days))))
                .isRefusedWith(new Refusal.NotMeasurableSo(AREA, MeasureUnit.days, measure(1, AREA)));
    }

    @Test
    void a_checkpoint_that_is_no_figure_cannot_be_measured() {
        Assessments.after(STORY, score(LEAD, measuredAt(1, measured("1.3", 1, MeasureUnit.m2))))
                .isRefusedWith(new Refusal.NotMeasurableSo(new CheckpointCode("1.3"), MeasureUnit.m2, null));
    }

    @Test
    void an_item_scored_offline_keeps_both_times() {
        ItemFindings findings = nothingAt(1);
        Assessments.after(STORY, command(LEAD, 1, findings, Guannan.ON_SITE, STORY.tag()))
                .is(scored(LEAD, findings, null, 10, Guannan.ON_SITE));
    }

    /** The visit is on 10 April in Shanghai, which begins at 16:00 UTC of the day before. */
    @Test
    void the_day_of_the_visit_begins_at_midnight_in_shanghai() {
        Instant midnight = Instant.parse("2018-04-09T16:00:00Z");
        Assessments.after(STORY, command(LEAD, 1, nothingAt(1), midnight, STORY.tag()))
                .is(scored(LEAD, nothingAt(1), null, 10, midnight));
        Instant before = midnight.minusMillis(1);
        Assessments.after(STORY, command(LEAD, 1, nothingAt(1), before, STORY.tag()))
                .isRefusedWith(new Refusal.ScoredAtImpossible(before, VISIT, NOW));
    }

    @Test
    void an_item_cannot_have_been_scored_in_the_future() {
        Instant future = NOW.plusMillis(1);
        Assessments.after(STORY, command(LEAD, 1, nothingAt(1), future, STORY.tag()))
                .isRefusedWith(new Refusal.ScoredAtImpossible(future, VISIT, NOW));
        Assessments.after(STORY, command(LEAD, 1, nothingAt(1), NOW, STORY.tag()))
                .is(scored(LEAD, nothingAt(1), null, 10, NOW));
    }

    private static ScoreItem score(InspectorId by, ItemFindings findings) {
        return command(by, 1, findings, null, STORY.tag());
    }

    private static ScoreItem command(
            InspectorId by, int round, ItemFindings findings, @Nullable Instant scoredAt, String tag) {
        return new ScoreItem(
                ASSESSMENT, Guannan.TERMS, round, findings, null, scoredAt,
                Guannan.by(Guannan.as(by), NOW, tag));
    }

    private static ItemScored scored(
            InspectorId by, ItemFindings findings, @Nullable Points before, double after, Instant scoredAt) {
        return new ItemScored(
                ASSESSMENT, 1, findings.itemNo(), findings.deductions(), findings.measurements(),
                findings.notApplicable(), before, Points.of(after), null, by, scoredAt, NOW);
    }

    private static Measure measure(int itemNo, CheckpointCode code) {
        Measure measure = STANDARD.item(new ItemNo(itemNo))
                .flatMap(item -> item.checkpoint(code))
                .orElseThrow()
                .measure();
        if (measure == null) {
            throw new IllegalStateException(code + " is not measured");
        }
        return measure;
    }
}
