package cn.dabiao.command.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import cn.dabiao.api.campaign.CampaignRequest;
import cn.dabiao.api.inspector.InspectorRequest;
import cn.dabiao.api.school.SchoolRequest;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.domain.people.GroupRole;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.standard.Standard;

/**
 * Everything that will be written, before any of it is: the same on every machine and in every year.
 *
 * @param scripts one for each school that takes part
 */
record DemoPlan(
        String notice,
        CampaignRequest campaign,
        List<SchoolRequest> schools,
        List<InspectorRequest> inspectors,
        List<Script> scripts) {

    /** One school's way; its n-th step makes the n-th event of its assessment. */
    record Script(AssessmentId assessmentId, List<Step> steps) {}

    /** A step with its number in its script, from 0. */
    record Turn(AssessmentId assessmentId, int number, Step step) {

        Instant at() {
            return step.at();
        }
    }

    /** The persons of the schools come first, two each. */
    private static final int FIRST_INSPECTOR = 200;
    private static final int FIRST_LEADER = 300;

    static DemoPlan of(County county, Standard standard) {
        People people = new People(county);
        List<SchoolRequest> schools = IntStream.range(0, county.schools().size())
                .mapToObj(number -> school(county, people, number))
                .toList();
        List<Script> scripts = IntStream.range(0, schools.size())
                .mapToObj(number -> new Storyteller(county, standard, people, number, schools.get(number)).script())
                .filter(script -> !script.steps().isEmpty())
                .toList();
        return new DemoPlan(
                county.notice(), campaign(county, people), schools, inspectors(county, people, schools), scripts);
    }

    /** All steps of all schools in the order of their times, so that the ledger tells the county's spring as it went. */
    List<Turn> turns() {
        List<Turn> turns = new ArrayList<>();
        for (Script script : scripts) {
            for (int number = 0; number < script.steps().size(); number++) {
                turns.add(new Turn(script.assessmentId(), number, script.steps().get(number)));
            }
        }
        turns.sort(Comparator.comparing(Turn::at));
        return turns;
    }

    private static CampaignRequest campaign(County county, People people) {
        return new CampaignRequest(
                county.campaignId(),
                county.campaignName(),
                county.standardId(),
                county.planDeadline(),
                null,
                Spring2018.ZONE,
                county.annualWeight(),
                List.of(
                        new GroupMember(people.name(FIRST_LEADER), GroupRole.HEAD),
                        new GroupMember(people.name(FIRST_LEADER + 1), GroupRole.DEPUTY),
                        new GroupMember(people.name(FIRST_LEADER + 2), GroupRole.MEMBER),
                        new GroupMember(people.name(FIRST_LEADER + 3), GroupRole.OFFICE_DIRECTOR)));
    }

    /**
     * A code is a kind's two digits, its province's two by GB/T 2260, and six of its own. No province has 00, so none of
     * these can be a real school's.
     */
    private static SchoolRequest school(County county, People people, int number) {
        County.Pupil pupil = county.schools().get(number);
        String kind = Objects.requireNonNull(county.kindCodes().get(pupil.kind()));
        return new SchoolRequest(
                new SchoolCode(kind + "00724%03d".formatted(number + 1)),
                pupil.name(),
                pupil.ownership(),
                pupil.kind(),
                pupil.township(),
                pupil.students(),
                pupil.staff(),
                pupil.teachers(),
                people.contact(2 * number),
                people.contact(2 * number + 1));
    }

    /** Their ids say demo, so that they never take the place of somebody the bureau has really registered. */
    private static List<InspectorRequest> inspectors(County county, People people, List<SchoolRequest> schools) {
        return IntStream.range(0, county.inspectors().size())
                .mapToObj(number -> {
                    County.Examiner examiner = county.inspectors().get(number);
                    return new InspectorRequest(
                            new InspectorId("demo-%02d".formatted(number + 1)),
                            people.name(FIRST_INSPECTOR + number),
                            examiner.township(),
                            examiner.worksAt() == null ? null : schools.stream()
                                    .filter(school -> school.name().equals(examiner.worksAt()))
                                    .findFirst()
                                    .orElseThrow()
                                    .schoolCode());
                })
                .toList();
    }
}
