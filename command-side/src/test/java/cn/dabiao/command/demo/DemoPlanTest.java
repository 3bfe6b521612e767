package cn.dabiao.command.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import cn.dabiao.api.inspector.InspectorRequest;
import cn.dabiao.api.school.SchoolRequest;
import cn.dabiao.command.demo.DemoPlan.Script;
import cn.dabiao.domain.assessment.DrawPolicy;
import cn.dabiao.domain.assessment.Loads;
import cn.dabiao.domain.assessment.Phase;
import cn.dabiao.domain.assessment.Roster;
import cn.dabiao.domain.assessment.ScoringTime;
import cn.dabiao.domain.inspector.Inspector;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.scoring.FindingsPolicy;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.scoring.Scoresheet;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Points;
import cn.dabiao.json.ShippedStandards;

/** The county before it is written; every value in it has been through the domain's own constructors. */
class DemoPlanTest {

    private static final Standard STANDARD = ShippedStandards.guannan2018();
    private static final County COUNTY = County.read();
    private static final DemoPlan PLAN = DemoPlan.of(COUNTY, STANDARD);

    @Test
    void it_is_the_same_every_time() {
        assertThat(DemoPlan.of(County.read(), STANDARD)).isEqualTo(PLAN);
    }

    @Test
    void it_has_sixty_schools_of_all_kinds_and_twelve_inspectors() {
        assertThat(PLAN.schools()).hasSize(60);
        assertThat(PLAN.schools()).extracting(SchoolRequest::schoolCode).doesNotHaveDuplicates();
        assertThat(PLAN.schools()).extracting(SchoolRequest::name).doesNotHaveDuplicates();
        assertThat(PLAN.schools()).extracting(SchoolRequest::kind).contains(SchoolKind.values());
        assertThat(PLAN.schools()).extracting(SchoolRequest::ownership).contains(Ownership.values());
        assertThat(PLAN.schools().stream().map(SchoolRequest::township).collect(toSet())).hasSize(11);
        assertThat(PLAN.inspectors()).hasSize(12);
        assertThat(PLAN.inspectors()).extracting(InspectorRequest::worksAt).anyMatch(it -> it == null);
        assertThat(PLAN.inspectors()).extracting(InspectorRequest::worksAt).anyMatch(it -> it != null);
    }

    @Test
    void it_says_of_everything_that_it_is_fictional() {
        assertThat(PLAN.notice()).contains("虚构").contains("ictional");
        assertThat(PLAN.campaign().name().value()).startsWith("（虚构演示）");
        assertThat(PLAN.schools()).allSatisfy(school -> {
            assertThat(school.name().value()).startsWith("虚构·");
            assertThat(school.schoolCode().value()).matches("\\d\\d00\\d{6}");
            assertThat(Stream.of(school.principal(), school.vicePrincipal())).allSatisfy(contact -> {
                assertThat(contact.phone().value()).startsWith("0518-0000");
                assertThat(contact.name().value()).matches(".[虚拟].");
            });
        });
        assertThat(PLAN.inspectors()).allMatch(it -> it.inspectorId().value().startsWith("demo-"));
    }

    @Test
    void no_two_persons_share_a_name_or_a_number() {
        List<String> people = PLAN.schools().stream()
                .flatMap(school -> Stream.of(school.principal(), school.vicePrincipal()))
                .map(contact -> contact.name() + " " + contact.phone())
                .toList();
        assertThat(people).doesNotHaveDuplicates().hasSize(120);
        assertThat(Stream.concat(
                                PLAN.schools().stream().map(school -> school.principal().name()),
                                PLAN.inspectors().stream().map(InspectorRequest::name))
                        .toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void every_phase_occurs_and_schools_without_a_plan() {
        assertThat(PLAN.scripts().stream().map(DemoPlanTest::phase).collect(toSet()))
                .isEqualTo(EnumSet.allOf(Phase.class));
        assertThat(PLAN.scripts()).hasSizeLessThan(PLAN.schools().size());
        assertThat(COUNTY.schools().stream().map(County.Pupil::course).collect(toSet()))
                .isEqualTo(EnumSet.allOf(Course.class));
        assertThat(COUNTY.schools().stream().flatMap(it -> it.traits().stream()).collect(toSet()))
                .isEqualTo(EnumSet.allOf(Trait.class));
    }

    @Test
    void every_grade_occurs_among_some_thirty_five_with_ties() {
        List<Scoresheet> graded = PLAN.scripts().stream()
                .filter(script -> phase(script) == Phase.GRADED)
                .map(DemoPlanTest::sheet)
                .toList();
        assertThat(graded).hasSize(35);
        assertThat(graded.stream().map(Scoresheet::grade).collect(toSet())).isEqualTo(EnumSet.allOf(Grade.class));
        Map<Points, List<Scoresheet>> byTotal = graded.stream().collect(groupingBy(Scoresheet::total));
        assertThat(byTotal.values()).anyMatch(tied -> tied.size() == 2).anyMatch(tied -> tied.size() == 3);
    }

    /** The policy refuses what an inspector could not have written; the grade that the office names is checked as well. */
    @Test
    void every_review_is_valid_and_gives_exactly_what_the_data_says() {
        for (int number = 0; number < PLAN.schools().size(); number++) {
            County.Pupil pupil = COUNTY.schools().get(number);
            SchoolRequest school = PLAN.schools().get(number);
            if (pupil.course().compareTo(Course.SCORED) >= 0) {
                Script script = scriptOf(school);
                assertThat(sheet(script).total()).as(pupil.name().value()).isEqualTo(pupil.total());
                assertThat(steps(script, Step.Assign.class)).allSatisfy(assign ->
                        assertThat(assign.grade().grade()).isEqualTo(sheet(script).grade()));
            }
        }
    }

    @Test
    void every_self_assessment_is_complete_and_only_the_qualified_apply() {
        for (Script script : PLAN.scripts()) {
            for (Step.SelfAssess own : steps(script, Step.SelfAssess.class)) {
                boolean qualified = Scoresheet.of(STANDARD, own.findings()).isQualified();
                assertThat(qualified || steps(script, Step.Apply.class).isEmpty()).isTrue();
            }
        }
        assertThat(allSteps(Step.SelfAssess.class))
                .anyMatch(own -> !Scoresheet.of(STANDARD, own.findings()).isQualified());
    }

    @Test
    void reviews_show_measurements_waivers_photographs_floors_and_what_does_not_apply() {
        List<ItemFindings> found = allSteps(Step.Score.class).stream().map(Step.Score::findings).toList();
        assertThat(found).anyMatch(it -> !it.measurements().isEmpty() && !it.deductions().isEmpty());
        assertThat(found).anyMatch(it -> it.measurements().stream().anyMatch(measured -> measured.waiver() != null));
        assertThat(found).anyMatch(it -> it.deductions().stream().anyMatch(off -> !off.evidence().isEmpty()));
        assertThat(found).anyMatch(it -> !it.notApplicable().isEmpty());
        assertThat(found.stream().map(it -> FindingsPolicy.score(STANDARD, it)))
                .anyMatch(score -> score.deducted().compareTo(score.points()) > 0);
        assertThat(found.stream().flatMap(it -> it.deductions().stream()).map(it -> it.reason().value()))
                .noneMatch(reason -> reason.contains("{"));
    }

    @Test
    void some_plans_are_late_and_some_draws_repeated_for_a_reason() {
        Instant deadline = Instant.parse("2018-03-25T16:00:00Z");
        assertThat(allSteps(Step.FilePlan.class)).anyMatch(plan -> !plan.at().isBefore(deadline));
        assertThat(allSteps(Step.Draw.class)).anyMatch(draw -> draw.reason() != null);
    }

    @Test
    void time_runs_forward_in_every_story_and_in_the_whole() {
        assertThat(PLAN.scripts()).allSatisfy(script -> assertThat(
                        script.steps().stream().map(Step::at).toList())
                .isSorted()
                .doesNotHaveDuplicates());
        assertThat(PLAN.turns().stream().map(DemoPlan.Turn::at).toList())
                .isSorted()
                .allMatch(at -> at.isBefore(Instant.parse("2018-07-01T00:00:00Z")));
        Instant registered = Spring2018.inspectorRegistered(PLAN.inspectors().size());
        assertThat(PLAN.turns().getFirst().at()).isAfter(registered);
    }

    @Test
    void nothing_is_scored_before_the_visit() {
        for (Script script : PLAN.scripts()) {
            for (Step.Score score : steps(script, Step.Score.class)) {
                ScoringTime.require(
                        score.scoredAt(),
                        steps(script, Step.OpenReview.class).getFirst().visitOn(),
                        score.at(),
                        Spring2018.ZONE);
            }
        }
    }

    @Test
    void there_are_inspectors_enough_for_every_school() {
        BureauCode bureau = new BureauCode("320724");
        Roster roster = new Roster(PLAN.inspectors().stream()
                .map(it -> new Inspector(it.inspectorId(), bureau, it.name(), it.township(), it.worksAt(), List.of(), null))
                .toList());
        for (SchoolRequest school : PLAN.schools()) {
            for (Step.Draw draw : stepsOf(school)) {
                assertThat(DrawPolicy.draw(
                                        1, draw.seed(), draw.count(), roster, Loads.NONE, school.schoolCode(),
                                        school.township(), draw.reason())
                                .drawn())
                        .hasSize(draw.count());
            }
        }
    }

    private static List<Step.Draw> stepsOf(SchoolRequest school) {
        return PLAN.scripts().stream()
                .filter(script -> script.assessmentId().schoolCode().equals(school.schoolCode()))
                .flatMap(script -> steps(script, Step.Draw.class).stream())
                .toList();
    }

    private static Script scriptOf(SchoolRequest school) {
        return PLAN.scripts().stream()
                .filter(script -> script.assessmentId().schoolCode().equals(school.schoolCode()))
                .findFirst()
                .orElseThrow();
    }

    private static Scoresheet sheet(Script script) {
        Map<ItemNo, ItemFindings> last = new LinkedHashMap<>();
        steps(script, Step.Score.class).forEach(score -> last.put(score.findings().itemNo(), score.findings()));
        return Scoresheet.of(STANDARD, List.copyOf(last.values()));
    }

    private static Phase phase(Script script) {
        int signatures = steps(script, Step.Sign.class).size();
        return switch (script.steps().getLast()) {
            case Step.FilePlan _ -> Phase.PLANNED;
            case Step.SelfAssess _ -> Phase.SELF_ASSESSED;
            case Step.Apply _ -> Phase.APPLIED;
            case Step.Accept _ -> Phase.ACCEPTED;
            case Step.SendBack _ -> Phase.RETURNED;
            case Step.Withdraw _ -> Phase.WITHDRAWN;
            case Step.Draw _ -> Phase.INSPECTORS_DRAWN;
            case Step.OpenReview _, Step.Score _ -> Phase.UNDER_REVIEW;
            case Step.Sign _ -> signatures == steps(script, Step.Draw.class).getLast().count()
                    ? Phase.REVIEWED
                    : Phase.UNDER_REVIEW;
            case Step.Assign _ -> Phase.GRADED;
        };
    }

    private static <S extends Step> List<S> allSteps(Class<S> kind) {
        return PLAN.scripts().stream().flatMap(script -> steps(script, kind).stream()).toList();
    }

    private static <S extends Step> List<S> steps(Script script, Class<S> kind) {
        return script.steps().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
