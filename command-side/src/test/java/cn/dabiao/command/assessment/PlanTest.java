package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Guannan.ASSESSMENT;
import static cn.dabiao.command.assessment.Guannan.BETTER_PLAN;
import static cn.dabiao.command.assessment.Guannan.CAMPAIGN;
import static cn.dabiao.command.assessment.Guannan.IN_MARCH;
import static cn.dabiao.command.assessment.Guannan.PLAN;
import static cn.dabiao.command.assessment.Guannan.PRINCIPAL;
import static cn.dabiao.command.assessment.Guannan.TERMS;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import cn.dabiao.command.Request;
import cn.dabiao.command.assessment.AssessmentCommand.OpenAssessment;
import cn.dabiao.command.assessment.AssessmentCommand.PlanText;
import cn.dabiao.command.assessment.AssessmentCommand.ReplacePlan;
import cn.dabiao.domain.assessment.AssessmentEvent.PlanSubmitted;
import cn.dabiao.domain.assessment.Phase;
import cn.dabiao.domain.refusal.Refusal;

class PlanTest {

    /** The deadline is 25 March in Shanghai, whose midnight is 16:00 UTC of the day before. */
    @ParameterizedTest
    @CsvSource({
        "2018-03-20T01:00:00Z, false",
        "2018-03-24T16:00:00Z, false",
        "2018-03-25T15:59:59.999Z, false",
        "2018-03-25T16:00:00Z, true",
        "2018-06-01T00:00:00Z, true"
    })
    void a_plan_after_the_campaigns_date_is_taken_and_marked_late(Instant at, boolean late) {
        Assessments.atFirst(new OpenAssessment(ASSESSMENT, TERMS, PLAN, Request.of(PRINCIPAL, at)))
                .is(submitted(PLAN, late, at));
    }

    @ParameterizedTest
    @EnumSource(names = {"PLANNED", "SELF_ASSESSED", "RETURNED", "WITHDRAWN"})
    void a_plan_is_replaced_until_the_school_has_declared(Phase phase) {
        Story before = Story.in(phase);
        Assessments.after(before, replacement(IN_MARCH, before.tag()))
                .is(submitted(BETTER_PLAN, false, IN_MARCH));
    }

    @Test
    void a_plan_filed_in_time_stays_in_time_when_it_is_amended_after_the_date() {
        Instant may = Instant.parse("2018-05-01T00:00:00Z");
        Assessments.after(Story.aSchoolThatFiledItsPlan(), replacement(may, "1"))
                .is(submitted(BETTER_PLAN, false, may));
    }

    @Test
    void nobody_replaces_a_plan_without_saying_which_version_they_saw() {
        ReplacePlan blind =
                new ReplacePlan(ASSESSMENT, TERMS, BETTER_PLAN, Request.of(PRINCIPAL, IN_MARCH));
        Assessments.after(Story.aSchoolThatFiledItsPlan(), blind)
                .isRefusedWith(new Refusal.VersionRequired("1"));
    }

    private static ReplacePlan replacement(Instant at, String tag) {
        return new ReplacePlan(ASSESSMENT, TERMS, BETTER_PLAN, Guannan.by(PRINCIPAL, at, tag));
    }

    private static PlanSubmitted submitted(PlanText plan, boolean late, Instant at) {
        return new PlanSubmitted(
                ASSESSMENT, CAMPAIGN.bureau(), CAMPAIGN.standardId(), plan.title(), plan.document(),
                plan.leadingGroup(), Guannan.DEADLINE, late, at);
    }
}
