package cn.dabiao.command.inspector;

import java.time.Instant;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import cn.dabiao.command.Refusals;
import cn.dabiao.command.Request;
import cn.dabiao.command.inspector.RecusalCommand.DecideRecusal;
import cn.dabiao.command.inspector.RecusalCommand.DeclareRecusal;
import cn.dabiao.command.inspector.RecusalCommand.RequestRecusal;
import cn.dabiao.command.inspector.SuspensionCommand.ReinstateInspector;
import cn.dabiao.command.inspector.SuspensionCommand.SuspendInspector;
import cn.dabiao.domain.inspector.InspectorEvent.InspectorRegistered;
import cn.dabiao.domain.inspector.InspectorEvent.InspectorReinstated;
import cn.dabiao.domain.inspector.InspectorEvent.InspectorSuspended;
import cn.dabiao.domain.inspector.InspectorEvent.RecusalDecided;
import cn.dabiao.domain.inspector.InspectorEvent.RecusalDeclared;
import cn.dabiao.domain.inspector.InspectorEvent.RecusalRequested;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.inspector.RecusalOutcome;
import cn.dabiao.domain.inspector.RecusalStanding;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Township;

class InspectorAggregateTest {

    private static final InspectorId ID = new InspectorId("i-01");
    private static final BureauCode BUREAU = new BureauCode("320724");
    private static final PersonName NAME = new PersonName("检查员甲");
    private static final Township TOWNSHIP = new Township("汤沟镇");
    private static final Instant AT = Instant.parse("2018-03-09T01:00:00Z");
    private static final SchoolCode SCHOOL = new SchoolCode("2132072401");
    private static final Reason REASON = new Reason("配偶在该校任教");
    private static final InspectorRegistered REGISTERED = new InspectorRegistered(ID, BUREAU, NAME, TOWNSHIP, null, AT);
    private static final Request LATER = Request.of(Actor.system(BUREAU), AT.plusSeconds(3_600));

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "2132072401")
    void an_inspector_is_registered_at_a_school_or_at_the_bureau(@Nullable String school) {
        SchoolCode worksAt = school == null ? null : new SchoolCode(school);
        new AggregateTestFixture<>(InspectorAggregate.class)
                .givenNoPriorActivity()
                .when(new RegisterInspector(
                        ID, BUREAU, NAME, TOWNSHIP, worksAt, Request.of(Actor.system(BUREAU), AT)))
                .expectEvents(new InspectorRegistered(ID, BUREAU, NAME, TOWNSHIP, worksAt, AT))
                .expectSuccessfulHandlerExecution();
    }

    @ParameterizedTest
    @EnumSource(names = {"INSPECTOR", "OFFICE"})
    void a_recusal_is_declared_and_says_by_whom(Role by) {
        after(REGISTERED)
                .when(new DeclareRecusal(BUREAU, ID, SCHOOL, by, REASON, LATER))
                .expectEvents(new RecusalDeclared(ID, BUREAU, SCHOOL, by, REASON, LATER.at()))
                .expectResultMessagePayload(2L);
    }

    @Test
    void a_school_asks_and_a_leader_decides() {
        after(REGISTERED)
                .when(new RequestRecusal(BUREAU, ID, SCHOOL, REASON, LATER))
                .expectEvents(requested())
                .expectResultMessagePayload(2L);
        after(REGISTERED, requested())
                .when(new DecideRecusal(BUREAU, ID, SCHOOL, RecusalOutcome.UPHELD, REASON, LATER))
                .expectEvents(new RecusalDecided(ID, BUREAU, SCHOOL, RecusalOutcome.UPHELD, REASON, LATER.at()))
                .expectResultMessagePayload(3L);
    }

    @Test
    void what_cannot_be_declared_asked_for_or_decided_is_refused_and_not_recorded() {
        var declared = new RecusalDeclared(ID, BUREAU, SCHOOL, Role.OFFICE, REASON, AT);
        var already = new Refusal.AlreadyRecused(ID, SCHOOL, RecusalStanding.DECLARED);
        isRefused(after(REGISTERED, declared)
                .when(new DeclareRecusal(BUREAU, ID, SCHOOL, Role.INSPECTOR, REASON, LATER)), already);
        isRefused(after(REGISTERED, declared).when(new RequestRecusal(BUREAU, ID, SCHOOL, REASON, LATER)), already);
        isRefused(
                after(REGISTERED).when(new DecideRecusal(BUREAU, ID, SCHOOL, RecusalOutcome.UPHELD, REASON, LATER)),
                new Refusal.NoRecusalRequested(ID, SCHOOL));
    }

    @Test
    void an_inspector_is_suspended_and_reinstated() {
        after(REGISTERED)
                .when(new SuspendInspector(BUREAU, ID, REASON, LATER))
                .expectEvents(suspended())
                .expectResultMessagePayload(2L);
        after(REGISTERED, suspended())
                .when(new ReinstateInspector(BUREAU, ID, REASON, LATER))
                .expectEvents(reinstated())
                .expectResultMessagePayload(3L);
        after(REGISTERED, suspended(), reinstated())
                .when(new SuspendInspector(BUREAU, ID, REASON, LATER))
                .expectEvents(suspended());
    }

    @Test
    void who_is_suspended_is_not_suspended_again_and_who_is_on_duty_is_not_reinstated() {
        isRefused(
                after(REGISTERED, suspended()).when(new SuspendInspector(BUREAU, ID, REASON, LATER)),
                new Refusal.AlreadySuspended(ID, LATER.at()));
        isRefused(
                after(REGISTERED).when(new ReinstateInspector(BUREAU, ID, REASON, LATER)), new Refusal.NotSuspended(ID));
        isRefused(
                after(REGISTERED, suspended(), reinstated()).when(new ReinstateInspector(BUREAU, ID, REASON, LATER)),
                new Refusal.NotSuspended(ID));
    }

    private static InspectorSuspended suspended() {
        return new InspectorSuspended(ID, BUREAU, REASON, LATER.at());
    }

    private static InspectorReinstated reinstated() {
        return new InspectorReinstated(ID, BUREAU, REASON, LATER.at());
    }

    private static TestExecutor<InspectorAggregate> after(Object... events) {
        return new AggregateTestFixture<>(InspectorAggregate.class).given(events);
    }

    private static void isRefused(ResultValidator<InspectorAggregate> result, Refusal refusal) {
        result.expectNoEvents().expectException(Refusals.isRefused(refusal));
    }

    private static RecusalRequested requested() {
        return new RecusalRequested(ID, BUREAU, SCHOOL, REASON, LATER.at());
    }
}
