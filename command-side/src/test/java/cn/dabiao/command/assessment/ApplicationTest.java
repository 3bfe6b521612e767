package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Guannan.ASSESSMENT;
import static cn.dabiao.command.assessment.Guannan.IN_MARCH;
import static cn.dabiao.command.assessment.Guannan.OFFICE;
import static cn.dabiao.command.assessment.Guannan.PRINCIPAL;
import static cn.dabiao.command.assessment.Guannan.REASON;
import static cn.dabiao.command.assessment.Guannan.SCHOOL;
import static cn.dabiao.command.assessment.Guannan.SEALER;
import static cn.dabiao.command.assessment.Story.aSchoolThatAppliedWith;
import static cn.dabiao.command.assessment.Story.aSchoolThatAssessedItselfAt;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import cn.dabiao.command.assessment.AssessmentCommand.AcceptApplication;
import cn.dabiao.command.assessment.AssessmentCommand.Apply;
import cn.dabiao.command.assessment.AssessmentCommand.ReturnApplication;
import cn.dabiao.command.assessment.AssessmentCommand.WithdrawApplication;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationAccepted;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationReturned;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationSubmitted;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationWithdrawn;
import cn.dabiao.domain.assessment.Phase;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;

class ApplicationTest {

    private static final LocalDate DECLARED = LocalDate.of(2018, 3, 20);

    @ParameterizedTest
    @ValueSource(doubles = {70, 92, 100})
    void a_qualified_school_applies_with_the_registers_facts_of_that_moment(double total) {
        Story before = aSchoolThatAssessedItselfAt(total);
        Assessments.after(before, application(before))
                .is(new ApplicationSubmitted(
                        ASSESSMENT, DECLARED, SEALER, SCHOOL.facts(), Points.of(total), IN_MARCH));
    }

    @ParameterizedTest
    @ValueSource(doubles = {69.5, 0})
    void an_unqualified_school_cannot_apply(double total) {
        Story before = aSchoolThatAssessedItselfAt(total);
        Assessments.after(before, application(before))
                .isRefusedWith(new Refusal.NotQualified(Points.of(total), Points.of(70)));
    }

    @ParameterizedTest
    @EnumSource(names = {"RETURNED", "WITHDRAWN"})
    void a_school_may_apply_again(Phase phase) {
        Story before = Story.in(phase);
        Assessments.after(before, application(before))
                .is(new ApplicationSubmitted(ASSESSMENT, DECLARED, SEALER, SCHOOL.facts(), Points.of(92), IN_MARCH));
    }

    @Test
    void a_school_that_fell_below_the_threshold_after_a_return_cannot_apply_again() {
        Story before = Story.aSchoolWhoseApplicationWasReturned().assessedAt(69.5);
        Assessments.after(before, application(before))
                .isRefusedWith(new Refusal.NotQualified(Points.of(69.5), Points.of(70)));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "材料齐全。")
    void the_office_accepts_with_or_without_a_word(@Nullable String word) {
        Story before = aSchoolThatAppliedWith(92);
        Reason reason = word == null ? null : new Reason(word);
        Assessments.after(
                        before,
                        new AcceptApplication(
                                ASSESSMENT, Guannan.TERMS, reason, Guannan.by(OFFICE, IN_MARCH, before.tag())))
                .is(new ApplicationAccepted(ASSESSMENT, reason, IN_MARCH));
    }

    @Test
    void the_office_returns_an_application_with_its_reason() {
        Story before = aSchoolThatAppliedWith(92);
        Assessments.after(
                        before,
                        new ReturnApplication(
                                ASSESSMENT, Guannan.TERMS, REASON, Guannan.by(OFFICE, IN_MARCH, before.tag())))
                .is(new ApplicationReturned(ASSESSMENT, REASON, IN_MARCH));
    }

    @ParameterizedTest
    @EnumSource(names = {"APPLIED", "ACCEPTED"})
    void a_school_withdraws_until_inspectors_are_drawn(Phase phase) {
        Story before = Story.in(phase);
        Assessments.after(
                        before,
                        new WithdrawApplication(
                                ASSESSMENT, Guannan.TERMS, REASON, Guannan.by(PRINCIPAL, IN_MARCH, before.tag())))
                .is(new ApplicationWithdrawn(ASSESSMENT, REASON, IN_MARCH));
    }

    @Test
    void nobody_declares_on_a_day_that_has_not_come() {
        Story before = aSchoolThatAssessedItselfAt(92);
        LocalDate tomorrow = DECLARED.plusDays(1);
        Assessments.after(
                        before,
                        new Apply(
                                ASSESSMENT, Guannan.TERMS, tomorrow, SEALER, SCHOOL,
                                Guannan.by(PRINCIPAL, IN_MARCH, before.tag())))
                .isRefusedWith(new Refusal.DeclaredInFuture(tomorrow, DECLARED));
    }

    private static Apply application(Story before) {
        return new Apply(
                ASSESSMENT, Guannan.TERMS, DECLARED, SEALER, SCHOOL, Guannan.by(PRINCIPAL, IN_MARCH, before.tag()));
    }
}
