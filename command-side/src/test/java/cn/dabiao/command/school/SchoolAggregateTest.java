package cn.dabiao.command.school;

import java.time.Instant;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

import cn.dabiao.command.Request;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Contact;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolEvent.SchoolRegistered;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Count;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Phone;
import cn.dabiao.domain.value.Title;
import cn.dabiao.domain.value.Township;

class SchoolAggregateTest {

    private static final BureauCode BUREAU = new BureauCode("320724");
    private static final SchoolCode CODE = new SchoolCode("2132072401");
    private static final Instant AT = Instant.parse("2018-03-09T01:00:00Z");

    @Test
    void a_school_is_registered_with_its_facts() {
        SchoolFacts facts = new SchoolFacts(
                new Title("虚构小学"),
                Ownership.PUBLIC,
                SchoolKind.PRIMARY,
                new Township("新安镇"),
                new Count(2100),
                new Count(130),
                new Count(118),
                new Contact(new PersonName("校长乙"), new Phone("19900000001")),
                new Contact(new PersonName("副校长丙"), new Phone("19900000002")));
        new AggregateTestFixture<>(SchoolAggregate.class)
                .givenNoPriorActivity()
                .when(new RegisterSchool(CODE, BUREAU, facts, Request.of(Actor.system(BUREAU), AT)))
                .expectEvents(new SchoolRegistered(CODE, BUREAU, facts, AT))
                .expectSuccessfulHandlerExecution();
    }
}
