package cn.dabiao.query.reading;

import static cn.dabiao.query.fixture.Answered.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import cn.dabiao.api.problem.ForbiddenException;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.query.fixture.People;

class ReadScopeTest {

    private static final SchoolCode OWN = new SchoolCode("2132072401");
    private static final SchoolCode OTHER = new SchoolCode("2132072402");
    private static final InspectorId MEMBER = new InspectorId("i-01");
    private static final AssessmentId ASSESSMENT = new AssessmentId("guannan-2018.2132072402");

    @ParameterizedTest
    @EnumSource(names = {"OFFICE", "LEADER", "AUDITOR"})
    void office_leaders_and_auditors_see_all_and_everybody(Role role) {
        ReadScope scope = scope(role);
        assertThat(scope.seesAll()).isTrue();
        assertThat(scope.showsPersons()).isTrue();
        assertThat(scope.showsPersonsOf(OTHER)).isTrue();
        assertThat(scope.showsPersonsOf(ASSESSMENT, List.of())).isTrue();
    }

    @Test
    void an_analyst_sees_all_and_nobody() {
        ReadScope scope = scope(Role.ANALYST);
        assertThat(scope.seesAll()).isTrue();
        assertThat(scope.showsPersons()).isFalse();
        assertThat(scope.showsPersonsOf(OWN)).isFalse();
        assertThat(scope.showsPersonsOf(ASSESSMENT, List.of(MEMBER))).isFalse();
    }

    @Test
    void an_operator_sees_nothing() {
        ReadScope scope = scope(Role.OPERATOR);
        assertThat(scope.seesAll()).isFalse();
        assertThat(scope.school()).isNull();
        assertThat(scope.inspector()).isNull();
        assertThat(scope.showsPersons()).isFalse();
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> scope.requireSchool(OWN));
    }

    @Test
    void a_school_is_bound_to_itself() {
        ReadScope scope = scope(Role.SCHOOL);
        assertThat(scope.seesAll()).isFalse();
        assertThat(scope.school()).isEqualTo(OWN.value());
        assertThat(refusal(() -> scope.requireAssessment(ASSESSMENT, 1, List.of(MEMBER))))
                .isEqualTo(new Refusal.AnotherSchool(OTHER.value()));
        assertThat(refusal(() -> scope.requireSchool(OTHER))).isEqualTo(new Refusal.AnotherSchool(OTHER.value()));
        assertThatCode(() -> scope.requireSchool(OWN)).doesNotThrowAnyException();
        assertThat(scope.showsPersonsOf(OWN)).isTrue();
        assertThat(scope.showsPersonsOf(OTHER)).isFalse();
    }

    @Test
    void claims_without_their_roles_open_nothing() {
        ReadScope scope = scope(Role.OPERATOR);
        assertThat(scope.showsPersonsOf(OWN)).isFalse();
        assertThat(scope.showsPersonsOf(ASSESSMENT, List.of(MEMBER))).isFalse();
    }

    @Test
    void an_inspector_is_bound_to_its_rounds() {
        ReadScope scope = scope(Role.INSPECTOR);
        assertThat(scope.inspector()).isEqualTo("i-01");
        assertThatCode(() -> scope.requireAssessment(ASSESSMENT, 1, List.of(MEMBER))).doesNotThrowAnyException();
        InspectorId somebody = new InspectorId("i-02");
        assertThat(refusal(() -> scope.requireAssessment(ASSESSMENT, 2, List.of(somebody))))
                .isEqualTo(new Refusal.NotInspectorOfRound(2, MEMBER));
    }

    @Test
    void several_roles_see_what_each_of_them_sees() {
        assertThat(scope(Role.SCHOOL, Role.OFFICE).seesAll()).isTrue();
        assertThat(scope(Role.SCHOOL, Role.ANALYST).seesAll()).isTrue();
        assertThat(scope(Role.SCHOOL, Role.ANALYST).showsPersonsOf(OWN)).isTrue();
        assertThat(scope(Role.SCHOOL, Role.ANALYST).showsPersonsOf(OTHER)).isFalse();
        assertThat(scope(Role.INSPECTOR, Role.ANALYST).showsPersonsOf(ASSESSMENT, List.of())).isFalse();
        assertThat(scope(Role.INSPECTOR, Role.ANALYST).showsPersonsOf(ASSESSMENT, List.of(MEMBER))).isTrue();
        ReadScope both = scope(Role.SCHOOL, Role.INSPECTOR);
        assertThatCode(() -> both.requireAssessment(ASSESSMENT, 1, List.of(MEMBER))).doesNotThrowAnyException();
        assertThatCode(() -> both.requireAssessment(
                        new AssessmentId("guannan-2018." + OWN), 1, List.of()))
                .doesNotThrowAnyException();
    }

    @Test
    void another_bureaus_things_are_refused_to_everybody() {
        for (Role role : Role.values()) {
            assertThat(refusal(() -> scope(role).requireBureau(People.ELSEWHERE, Refusal.Thing.SCHOOL, "x")))
                    .isEqualTo(new Refusal.AnotherBureau(Refusal.Thing.SCHOOL, "x"));
        }
    }

    private static ReadScope scope(Role... roles) {
        return ReadScope.of(new Actor("somebody", Set.of(roles), People.GUANNAN, OWN, MEMBER));
    }
}
