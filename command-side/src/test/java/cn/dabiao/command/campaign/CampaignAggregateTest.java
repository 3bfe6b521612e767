package cn.dabiao.command.campaign;

import static cn.dabiao.command.Refusals.isRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import cn.dabiao.command.Request;
import cn.dabiao.command.campaign.CampaignCommand.ChangeLeadingGroup;
import cn.dabiao.command.campaign.CampaignCommand.CloseCampaign;
import cn.dabiao.command.campaign.CampaignCommand.EraseCampaignPerson;
import cn.dabiao.command.campaign.CampaignCommand.ExtendPlanDeadline;
import cn.dabiao.command.campaign.CampaignCommand.PublishGrades;
import cn.dabiao.domain.assessment.Precondition;
import cn.dabiao.domain.campaign.AppealDays;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.campaign.CampaignEvent;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignClosed;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignOpened;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignPersonErased;
import cn.dabiao.domain.campaign.CampaignEvent.GradesPublished;
import cn.dabiao.domain.campaign.CampaignEvent.LeadingGroupChanged;
import cn.dabiao.domain.campaign.CampaignEvent.PlanDeadlineExtended;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.campaign.GradedSchool;
import cn.dabiao.domain.campaign.OpenAssessment;
import cn.dabiao.domain.campaign.OpenEnd;
import cn.dabiao.domain.campaign.PublicationPolicy;
import cn.dabiao.domain.campaign.Weight;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.domain.people.GroupRole;
import cn.dabiao.domain.people.PersonId;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Opinion;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Title;
import cn.dabiao.json.ShippedStandards;

class CampaignAggregateTest {

    private static final CampaignId ID = new CampaignId("guannan-2018");
    private static final BureauCode BUREAU = new BureauCode("320724");
    private static final Title NAME = new Title("达标创建活动");
    private static final LocalDate DEADLINE = LocalDate.of(2018, 3, 25);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Weight WEIGHT = new Weight(new BigDecimal("0.1"));
    private static final List<GroupMember> GROUP =
            List.of(new GroupMember(new PersonName("组长甲"), GroupRole.HEAD));
    private static final Instant AT = Instant.parse("2018-03-09T01:00:00Z");
    private static final Instant LATER = Instant.parse("2018-03-20T01:00:00Z");
    private static final LocalDate APRIL = LocalDate.of(2018, 4, 5);
    private static final Reason WHY = new Reason("工作需要");
    private static final List<GroupMember> SUCCESSOR =
            List.of(new GroupMember(new PersonName("组长乙"), GroupRole.HEAD));
    private static final List<OpenAssessment> OPEN =
            List.of(new OpenAssessment(new SchoolCode("2132072401"), OpenEnd.NOT_GRADED));
    private static final List<GradedSchool> GRADED =
            List.of(graded("2132072401", "91"), graded("2132072402", "95.5"));
    private static final CampaignOpened OPENED = new CampaignOpened(
            ID, BUREAU, NAME, new StandardId("guannan-2018"), DEADLINE, AppealDays.USUAL, ZONE, WEIGHT, GROUP, AT);

    @Test
    void a_campaign_is_opened_on_its_standard() {
        new AggregateTestFixture<>(CampaignAggregate.class)
                .givenNoPriorActivity()
                .when(new OpenCampaign(
                        ID, BUREAU, NAME, ShippedStandards.guannan2018(), DEADLINE, AppealDays.USUAL, ZONE, WEIGHT,
                        GROUP, Request.of(Actor.system(BUREAU), AT)))
                .expectEvents(OPENED)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void a_changed_leading_group_is_recorded_with_the_one_before_and_why() {
        after(OPENED)
                .when(new ChangeLeadingGroup(ID, SUCCESSOR, WHY, seeing("1")))
                .expectEvents(new LeadingGroupChanged(ID, GROUP, SUCCESSOR, WHY, LATER))
                .expectResultMessagePayloadMatching(isAt(2));
        after(OPENED, new LeadingGroupChanged(ID, GROUP, SUCCESSOR, WHY, AT))
                .when(new ChangeLeadingGroup(ID, GROUP, WHY, seeing("2")))
                .expectEvents(new LeadingGroupChanged(ID, SUCCESSOR, GROUP, WHY, LATER));
    }

    @Test
    void a_leading_group_that_is_there_already_changes_nothing() {
        after(OPENED)
                .when(new ChangeLeadingGroup(ID, GROUP, WHY, seeing("1")))
                .expectException(isRefused(new Refusal.LeadingGroupUnchanged(ID)))
                .expectNoEvents();
    }

    @Test
    void the_deadline_is_put_off_from_the_date_it_has_by_now() {
        after(OPENED)
                .when(new ExtendPlanDeadline(ID, APRIL, WHY, seeing("1")))
                .expectEvents(new PlanDeadlineExtended(ID, DEADLINE, APRIL, WHY, LATER))
                .expectResultMessagePayloadMatching(isAt(2));
        after(OPENED, new PlanDeadlineExtended(ID, DEADLINE, APRIL, WHY, AT))
                .when(new ExtendPlanDeadline(ID, LocalDate.of(2018, 4, 4), WHY, seeing("2")))
                .expectException(isRefused(new Refusal.DeadlineNotLater(LocalDate.of(2018, 4, 4), APRIL)))
                .expectNoEvents();
    }

    @Test
    void a_campaign_with_nothing_open_is_closed() {
        after(OPENED)
                .when(new CloseCampaign(ID, false, null, List.of(), seeing("1")))
                .expectEvents(new CampaignClosed(ID, null, List.of(), LATER))
                .expectResultMessagePayloadMatching(isAt(2));
    }

    @Test
    void a_campaign_is_closed_over_open_assessments_by_force_alone_and_they_are_recorded() {
        after(OPENED)
                .when(new CloseCampaign(ID, false, WHY, OPEN, seeing("1")))
                .expectException(isRefused(new Refusal.OpenAssessmentsRemain(1, OPEN)))
                .expectNoEvents();
        after(OPENED)
                .when(new CloseCampaign(ID, true, null, OPEN, seeing("1")))
                .expectException(isRefused(new Refusal.ForcedClosingNeedsReason(1)))
                .expectNoEvents();
        after(OPENED)
                .when(new CloseCampaign(ID, true, WHY, OPEN, seeing("1")))
                .expectEvents(new CampaignClosed(ID, WHY, OPEN, LATER));
    }

    @Test
    void grades_are_published_ranked_and_numbered() {
        Opinion note = new Opinion("现将考评结果予以公示");
        GradesPublished first = new GradesPublished(ID, 1, PublicationPolicy.ranked(GRADED), note, LATER);
        after(OPENED)
                .when(new PublishGrades(ID, GRADED, note, seeing("1")))
                .expectEvents(first)
                .expectResultMessagePayloadMatching(isAt(2));
        assertThat(first.grades()).extracting(it -> it.schoolCode().value()).containsExactly("2132072402", "2132072401");
        after(OPENED, first)
                .when(new PublishGrades(ID, GRADED, null, seeing("2")))
                .expectEvents(new GradesPublished(ID, 2, PublicationPolicy.ranked(GRADED), null, LATER));
    }

    @Test
    void a_campaign_without_a_grade_has_nothing_to_publish() {
        after(OPENED)
                .when(new PublishGrades(ID, List.of(), null, seeing("1")))
                .expectException(isRefused(new Refusal.NothingToPublish(ID)))
                .expectNoEvents();
    }

    @Test
    void the_grades_of_a_closed_campaign_are_published_by_who_saw_it_closed() {
        CampaignClosed closed = new CampaignClosed(ID, null, List.of(), AT);
        after(OPENED, closed)
                .when(new PublishGrades(ID, GRADED, null, seeing("2")))
                .expectEvents(new GradesPublished(ID, 1, PublicationPolicy.ranked(GRADED), null, LATER));
        after(OPENED, closed)
                .when(new PublishGrades(ID, GRADED, null, seeing("1")))
                .expectException(isRefused(new Refusal.StaleVersion("1", "2")))
                .expectNoEvents();
    }

    /** All that change it: a publication changes nothing. */
    static Stream<CampaignCommand> everyChange() {
        return Stream.of("2", "1").flatMap(seen -> Stream.of(
                new ChangeLeadingGroup(ID, SUCCESSOR, WHY, seeing(seen)),
                new ExtendPlanDeadline(ID, APRIL, WHY, seeing(seen)),
                new CloseCampaign(ID, true, WHY, OPEN, seeing(seen))));
    }

    @ParameterizedTest
    @MethodSource("everyChange")
    void a_closed_campaign_refuses_every_change_and_a_stale_caller_before_that(CampaignCommand command) {
        boolean latest = command.request().precondition().tags().contains("2");
        after(OPENED, new CampaignClosed(ID, null, List.of(), AT))
                .when(command)
                .expectException(isRefused(
                        latest ? new Refusal.CampaignIsClosed(ID, AT) : new Refusal.StaleVersion("1", "2")))
                .expectNoEvents();
    }

    @Test
    void a_member_is_erased_at_any_time_by_their_own_bureau_and_whatever_version_it_saw() {
        PersonId person = new PersonId("0198e7c6-4f0e-7d3a-9a51-3f2b8c6d7e12");
        after(OPENED, new CampaignClosed(ID, null, List.of(), AT))
                .when(new EraseCampaignPerson(ID, person, WHY, Request.of(Actor.system(BUREAU), LATER)))
                .expectEvents(new CampaignPersonErased(ID, person, WHY, LATER))
                .expectResultMessagePayloadMatching(isAt(3));
        after(OPENED)
                .when(new EraseCampaignPerson(
                        ID, person, WHY, Request.of(Actor.system(new BureauCode("320723")), LATER)))
                .expectException(isRefused(new Refusal.AnotherBureau(Thing.CAMPAIGN, ID.value())))
                .expectNoEvents();
    }

    @Test
    void the_commands_of_this_test_are_all_there_are() {
        assertThat(Stream.concat(
                                everyChange().map(Object::getClass),
                                Stream.of(PublishGrades.class, EraseCampaignPerson.class))
                        .map(Class::getName)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(CampaignCommand.class.getPermittedSubclasses())
                        .map(Class::getName)
                        .toList());
    }

    @Test
    void a_change_names_the_version_it_rests_on_and_is_of_the_campaigns_own_bureau() {
        after(OPENED)
                .when(new ExtendPlanDeadline(ID, APRIL, WHY, Request.of(Actor.system(BUREAU), LATER)))
                .expectException(isRefused(new Refusal.VersionRequired("1")))
                .expectNoEvents();
        Actor foreigner = Actor.system(new BureauCode("320723"));
        after(OPENED)
                .when(new ExtendPlanDeadline(ID, APRIL, WHY, new Request(foreigner, LATER, Precondition.of("1"))))
                .expectException(isRefused(new Refusal.AnotherBureau(Thing.CAMPAIGN, ID.value())))
                .expectNoEvents();
    }

    private static GradedSchool graded(String code, String total) {
        return new GradedSchool(
                new SchoolCode(code),
                new Title("学校" + code),
                SchoolKind.PRIMARY,
                new Points(total),
                Grade.LEVEL_1,
                List.of(),
                false,
                false);
    }

    private static TestExecutor<CampaignAggregate> after(CampaignEvent... events) {
        return new AggregateTestFixture<>(CampaignAggregate.class).given((Object[]) events);
    }

    private static Request seeing(String version) {
        return new Request(Actor.system(BUREAU), LATER, Precondition.of(version));
    }

    private static Matcher<Campaign> isAt(long version) {
        return new CustomTypeSafeMatcher<>("a campaign at version " + version) {
            @Override
            protected boolean matchesSafely(Campaign campaign) {
                return campaign.version() == version;
            }
        };
    }
}
