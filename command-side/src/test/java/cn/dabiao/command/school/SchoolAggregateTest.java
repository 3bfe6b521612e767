package cn.dabiao.command.school;

import java.time.Instant;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import cn.dabiao.command.Refusals;
import cn.dabiao.command.Request;
import cn.dabiao.command.school.SchoolCommand.CloseSchool;
import cn.dabiao.command.school.SchoolCommand.MergeSchool;
import cn.dabiao.command.school.SchoolCommand.UpdateSchool;
import cn.dabiao.domain.assessment.Precondition;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Contact;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.school.Cessation;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.School;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolEvent.SchoolClosed;
import cn.dabiao.domain.school.SchoolEvent.SchoolMerged;
import cn.dabiao.domain.school.SchoolEvent.SchoolRegistered;
import cn.dabiao.domain.school.SchoolEvent.SchoolUpdated;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.school.SchoolStatus;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Count;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Phone;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Title;
import cn.dabiao.domain.value.Township;

class SchoolAggregateTest {

    private static final BureauCode BUREAU = new BureauCode("320724");
    private static final SchoolCode CODE = new SchoolCode("2132072401");
    private static final Instant AT = Instant.parse("2018-03-09T01:00:00Z");
    private static final Instant LATER = AT.plusSeconds(3_600);
    private static final SchoolCode NEIGHBOUR = new SchoolCode("2132072402");
    private static final Reason REASON = new Reason("布局调整");
    private static final SchoolFacts FACTS = facts("虚构小学", 2100);
    private static final SchoolFacts RENAMED = facts("虚构第一小学", 2200);
    private static final SchoolRegistered REGISTERED = new SchoolRegistered(CODE, BUREAU, FACTS, AT);
    private static final SchoolClosed CLOSED = new SchoolClosed(CODE, REASON, LATER);
    private static final Request REQUEST = Request.of(Actor.system(BUREAU), LATER);

    @Test
    void a_school_is_registered_with_its_facts() {
        new AggregateTestFixture<>(SchoolAggregate.class)
                .givenNoPriorActivity()
                .when(new RegisterSchool(CODE, BUREAU, FACTS, Request.of(Actor.system(BUREAU), AT)))
                .expectEvents(REGISTERED)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void a_change_says_what_was_before_what_is_now_and_why() {
        after(REGISTERED, update(BUREAU, RENAMED, "1"))
                .expectEvents(new SchoolUpdated(CODE, FACTS, RENAMED, REASON, LATER))
                .expectResultMessagePayload(2L);
    }

    @Test
    void a_change_that_changes_nothing_writes_nothing() {
        after(REGISTERED, update(BUREAU, FACTS, "1")).expectNoEvents().expectResultMessagePayload(1L);
    }

    @Test
    void nobody_changes_what_they_have_not_seen() {
        UpdateSchool blind = new UpdateSchool(CODE, BUREAU, RENAMED, null, REQUEST);
        isRefused(after(REGISTERED, blind), new Refusal.VersionRequired("1"));
        isRefused(after(REGISTERED, update(BUREAU, FACTS, "2")), new Refusal.StaleVersion("2", "1"));
    }

    @Test
    void a_school_is_merged_into_an_open_one() {
        after(REGISTERED, new MergeSchool(CODE, BUREAU, school(NEIGHBOUR, null), REASON, REQUEST))
                .expectEvents(new SchoolMerged(CODE, NEIGHBOUR, REASON, LATER))
                .expectResultMessagePayload(2L);
    }

    @Test
    void a_school_is_merged_neither_into_itself_nor_into_one_that_has_ceased() {
        isRefused(
                after(REGISTERED, new MergeSchool(CODE, BUREAU, school(CODE, null), REASON, REQUEST)),
                new Refusal.MergedIntoItself(CODE));
        Cessation closed = new Cessation(AT, null);
        isRefused(
                after(REGISTERED, new MergeSchool(CODE, BUREAU, school(NEIGHBOUR, closed), REASON, REQUEST)),
                new Refusal.SchoolCeased(NEIGHBOUR, SchoolStatus.CLOSED, AT, null));
    }

    @Test
    void a_school_is_closed() {
        after(REGISTERED, new CloseSchool(CODE, BUREAU, REASON, REQUEST))
                .expectEvents(CLOSED)
                .expectResultMessagePayload(2L);
    }

    @Test
    void a_school_that_has_ceased_is_changed_no_more() {
        Refusal ceased = new Refusal.SchoolCeased(CODE, SchoolStatus.CLOSED, LATER, null);
        TestExecutor<SchoolAggregate> closed =
                new AggregateTestFixture<>(SchoolAggregate.class).given(REGISTERED, CLOSED);
        isRefused(closed.when(update(BUREAU, RENAMED, "2")), ceased);
        isRefused(closed.when(new CloseSchool(CODE, BUREAU, REASON, REQUEST)), ceased);
        isRefused(closed.when(new MergeSchool(CODE, BUREAU, school(NEIGHBOUR, null), REASON, REQUEST)), ceased);
    }

    @Test
    void another_bureau_writes_nothing_here() {
        BureauCode other = new BureauCode("320723");
        Refusal foreign = new Refusal.AnotherBureau(Thing.SCHOOL, CODE.value());
        isRefused(after(REGISTERED, update(other, RENAMED, "1")), foreign);
        isRefused(after(REGISTERED, new CloseSchool(CODE, other, REASON, REQUEST)), foreign);
        isRefused(after(REGISTERED, new MergeSchool(CODE, other, school(NEIGHBOUR, null), REASON, REQUEST)), foreign);
    }

    private static ResultValidator<SchoolAggregate> after(Object event, Object command) {
        return new AggregateTestFixture<>(SchoolAggregate.class).given(event).when(command);
    }

    private static void isRefused(ResultValidator<SchoolAggregate> result, Refusal refusal) {
        result.expectNoEvents().expectException(Refusals.isRefused(refusal));
    }

    private static UpdateSchool update(BureauCode bureau, SchoolFacts facts, String version) {
        Request request = new Request(Actor.system(bureau), LATER, Precondition.of(version));
        return new UpdateSchool(CODE, bureau, facts, REASON, request);
    }

    private static School school(SchoolCode code, @Nullable Cessation ceased) {
        return new School(code, BUREAU, FACTS, ceased);
    }

    private static SchoolFacts facts(String name, int students) {
        return new SchoolFacts(
                new Title(name),
                Ownership.PUBLIC,
                SchoolKind.PRIMARY,
                new Township("新安镇"),
                new Count(students),
                new Count(130),
                new Count(118),
                new Contact(new PersonName("校长乙"), new Phone("19900000001")),
                new Contact(new PersonName("副校长丙"), new Phone("19900000002")));
    }
}
