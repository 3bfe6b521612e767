package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Guannan.ASSESSMENT;
import static cn.dabiao.command.assessment.Guannan.COLLEAGUE;
import static cn.dabiao.command.assessment.Guannan.IN_MARCH;
import static cn.dabiao.command.assessment.Guannan.NEIGHBOUR;
import static cn.dabiao.command.assessment.Guannan.OFFICE;
import static cn.dabiao.command.assessment.Guannan.RECUSED;
import static cn.dabiao.command.assessment.Guannan.ROSTER;
import static cn.dabiao.command.assessment.Guannan.SCHOOL;
import static cn.dabiao.command.assessment.Story.aSchoolWithInspectors;
import static cn.dabiao.command.assessment.Story.anAcceptedSchool;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import cn.dabiao.command.assessment.AssessmentCommand.DrawInspectors;
import cn.dabiao.command.assessment.AssessmentCommand.OpenReview;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorsDrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewOpened;
import cn.dabiao.domain.assessment.Draw.Exclusion;
import cn.dabiao.domain.assessment.Draw.ExclusionReason;
import cn.dabiao.domain.assessment.Draw.Load;
import cn.dabiao.domain.assessment.Loads;
import cn.dabiao.domain.assessment.Roster;
import cn.dabiao.domain.assessment.Seed;
import cn.dabiao.domain.assessment.SeedOrigin;
import cn.dabiao.domain.inspector.Inspector;
import cn.dabiao.domain.inspector.InspectorEvent.InspectorSuspended;
import cn.dabiao.domain.inspector.InspectorEvent.RecusalDeclared;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Sha256;

class DrawTest {

    private static final Seed SEED = new Seed("guannan-1");
    private static final List<Exclusion> EXCLUDED = List.of(
            new Exclusion(NEIGHBOUR, ExclusionReason.SAME_TOWNSHIP),
            new Exclusion(COLLEAGUE, ExclusionReason.SAME_SCHOOL));
    /** Nobody is so loaded that it changes whom the seed prefers; the two drawn are the least loaded. */
    private static final Loads LOADS =
            new Loads(Map.of(new InspectorId("i-04"), 2, new InspectorId("i-05"), 1, new InspectorId("i-03"), 1));
    private static final InspectorId FIRST = new InspectorId("i-05");
    private static final InspectorId NEXT = new InspectorId("i-03");

    /** Hash and order were computed with Python's hashlib, from the words of the contract alone. */
    @Test
    void a_draw_records_all_that_anyone_needs_to_draw_again() {
        Assessments.after(anAcceptedSchool(), draw(anAcceptedSchool(), 2, null))
                .is(drawn(1, null));
    }

    @Test
    void a_redraw_without_a_reason_is_refused() {
        Assessments.after(aSchoolWithInspectors(), draw(aSchoolWithInspectors(), 2, null))
                .isRefusedWith(new Refusal.RedrawNeedsReason(1));
    }

    @Test
    void a_redraw_with_a_reason_keeps_the_earlier_draw() {
        Story after = Assessments.after(aSchoolWithInspectors(), draw(aSchoolWithInspectors(), 2, RECUSED))
                .is(drawn(2, RECUSED));
        assertThat(after.state().draws()).extracting(InspectorsDrawn::drawNo).containsExactly(1, 2);
    }

    @Test
    void too_few_eligible_inspectors_cannot_be_drawn_from() {
        Assessments.after(anAcceptedSchool(), draw(anAcceptedSchool(), 4, null))
                .isRefusedWith(new Refusal.NotEnoughInspectors(4, 3, EXCLUDED));
    }

    @Test
    void one_inspector_is_not_a_round() {
        Assessments.after(anAcceptedSchool(), draw(anAcceptedSchool(), 1, null))
                .isRefusedWith(new Refusal.NotEnoughInspectors(2, 3, EXCLUDED));
    }

    @Test
    void a_round_is_opened_for_the_inspectors_drawn() {
        Assessments.after(aSchoolWithInspectors(), open(aSchoolWithInspectors()))
                .is(new ReviewOpened(
                        ASSESSMENT, 1, 1, List.of(Guannan.LEAD, Guannan.SECOND), Guannan.LEAD, Guannan.VISIT,
                        IN_MARCH));
    }

    @Test
    void a_round_is_opened_for_the_last_draw_when_there_were_two() {
        Story redrawn = aSchoolWithInspectors().then(drawn(2, RECUSED));
        Assessments.after(redrawn, open(redrawn))
                .is(new ReviewOpened(ASSESSMENT, 1, 2, List.of(FIRST, NEXT), FIRST, Guannan.VISIT, IN_MARCH));
    }

    @Test
    void a_round_is_not_opened_for_an_inspector_suspended_since_the_draw_and_no_draw_takes_one() {
        Roster since = new Roster(ROSTER.inspectors().stream()
                .map(inspector -> inspector.inspectorId().equals(Guannan.SECOND) ? suspended(inspector) : inspector)
                .toList());
        Story before = aSchoolWithInspectors();

        Assessments.after(before, open(before, since))
                .isRefusedWith(new Refusal.DrawnInspectorSuspended(1, List.of(Guannan.SECOND)));
        assertThat(since.onDuty().inspectors())
                .hasSize(ROSTER.inspectors().size() - 1)
                .noneMatch(inspector -> inspector.inspectorId().equals(Guannan.SECOND));
    }

    private static Inspector suspended(Inspector inspector) {
        return Inspector.evolve(inspector, new InspectorSuspended(
                inspector.inspectorId(), inspector.bureau(), new Reason("接受调查期间"), IN_MARCH));
    }

    @Test
    void a_round_is_not_opened_for_an_inspector_recused_since_the_draw_but_after_a_redraw_it_is() {
        Roster since = new Roster(ROSTER.inspectors().stream()
                .map(inspector -> inspector.inspectorId().equals(Guannan.SECOND) ? recused(inspector) : inspector)
                .toList());
        Story before = aSchoolWithInspectors();
        Assessments.after(before, open(before, since))
                .isRefusedWith(new Refusal.DrawnInspectorRecused(1, List.of(Guannan.SECOND)));

        Story redrawn = before.then(drawn(2, RECUSED));
        Assessments.after(redrawn, open(redrawn, since)).succeeds();
    }

    @Test
    void a_visit_decades_ahead_is_a_slip() {
        Story before = aSchoolWithInspectors();
        LocalDate slip = LocalDate.of(2108, 4, 10);
        Assessments.after(
                        before,
                        new OpenReview(
                                ASSESSMENT, Guannan.TERMS, slip, ROSTER,
                                Guannan.by(OFFICE, IN_MARCH, before.tag())))
                .isRefusedWith(new Refusal.VisitTooFarAhead(slip, LocalDate.of(2018, 5, 19)));
    }

    private static OpenReview open(Story before) {
        return open(before, ROSTER);
    }

    private static OpenReview open(Story before, Roster roster) {
        return new OpenReview(
                ASSESSMENT, Guannan.TERMS, Guannan.VISIT, roster,
                Guannan.by(OFFICE, IN_MARCH, before.tag()));
    }

    private static Inspector recused(Inspector inspector) {
        return Inspector.evolve(
                inspector,
                new RecusalDeclared(
                        inspector.inspectorId(), Guannan.BUREAU, Guannan.SCHOOL_CODE, Role.INSPECTOR, RECUSED, IN_MARCH));
    }

    private static DrawInspectors draw(Story before, int count, @Nullable Reason reason) {
        return new DrawInspectors(
                ASSESSMENT, Guannan.TERMS, count, SEED, SeedOrigin.CALLER, ROSTER, LOADS, SCHOOL, reason,
                Guannan.by(OFFICE, IN_MARCH, before.tag()));
    }

    private static InspectorsDrawn drawn(int drawNo, @Nullable Reason reason) {
        return new InspectorsDrawn(
                ASSESSMENT,
                drawNo,
                SEED,
                SeedOrigin.CALLER,
                2,
                new Sha256("e46ab240fe48942356ce168317a58fbb68d760d332171c2f533f91d48e4077ad"),
                EXCLUDED,
                List.of(NEXT, new InspectorId("i-04"), FIRST),
                List.of(new Load(NEXT, 1), new Load(new InspectorId("i-04"), 2), new Load(FIRST, 1)),
                List.of(FIRST, NEXT),
                FIRST,
                reason,
                IN_MARCH);
    }
}
