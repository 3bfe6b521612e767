package cn.dabiao.command.inspector;

import java.time.Instant;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import cn.dabiao.command.Request;
import cn.dabiao.domain.inspector.InspectorEvent.InspectorRegistered;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Township;

class InspectorAggregateTest {

    private static final InspectorId ID = new InspectorId("i-01");
    private static final BureauCode BUREAU = new BureauCode("320724");
    private static final PersonName NAME = new PersonName("检查员甲");
    private static final Township TOWNSHIP = new Township("汤沟镇");
    private static final Instant AT = Instant.parse("2018-03-09T01:00:00Z");

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
}
