package cn.dabiao.examples;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationAccepted;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationReturned;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationSubmitted;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationWithdrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeAssigned;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorsDrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.ItemScored;
import cn.dabiao.domain.assessment.AssessmentEvent.PlanSubmitted;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewOpened;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewSigned;
import cn.dabiao.domain.assessment.AssessmentEvent.SelfAssessed;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.ByteCount;
import cn.dabiao.domain.assessment.Document;
import cn.dabiao.domain.assessment.Draw.Load;
import cn.dabiao.domain.assessment.Seed;
import cn.dabiao.domain.assessment.SeedOrigin;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.FileName;
import cn.dabiao.domain.value.Opinion;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Sha256;
import cn.dabiao.domain.value.Title;

/** The steps of one assessment's path (RULES.md §4), as small as the folds and rules need them. */
public final class Path {

    public static final InspectorId LEAD = Guannan.inspector(5);
    public static final InspectorId SECOND = Guannan.inspector(4);

    private static final Points FULL = new Points("100");
    private static final Points PASS = new Points("70");

    private Path() {}

    public static AssessmentState after(AssessmentEvent... events) {
        return after(Stream.of(events));
    }

    public static AssessmentState after(Stream<? extends AssessmentEvent> events) {
        @Nullable AssessmentState state = null;
        for (AssessmentEvent event : (Iterable<AssessmentEvent>) events.map(AssessmentEvent.class::cast)::iterator) {
            state = AssessmentState.evolve(state, event);
        }
        if (state == null) {
            throw new IllegalArgumentException("a path has at least one step");
        }
        return state;
    }

    public static PlanSubmitted planSubmitted() {
        return planSubmitted("校园“视频监控中心（室）”达标创建活动方案");
    }

    public static PlanSubmitted planSubmitted(String title) {
        return new PlanSubmitted(
                Guannan.ASSESSMENT,
                Guannan.BUREAU,
                new StandardId("guannan-2018"),
                new Title(title),
                new Document(new FileName("达标创建方案.pdf"), new Sha256("a".repeat(64)), new ByteCount(182_044)),
                Guannan.leadingGroup(),
                Guannan.PLAN_DEADLINE,
                false,
                Guannan.at("2018-03-20T09:30"));
    }

    public static SelfAssessed selfAssessed(String total) {
        Points points = new Points(total);
        return new SelfAssessed(
                Guannan.ASSESSMENT, List.of(), List.of(), points, PASS, points.atLeast(PASS),
                Guannan.at("2018-03-22T15:00"));
    }

    public static ApplicationSubmitted applied() {
        return new ApplicationSubmitted(
                Guannan.ASSESSMENT,
                Guannan.PLAN_DEADLINE,
                new PersonName("王志强"),
                Guannan.schoolFacts(),
                FULL,
                Guannan.at("2018-03-23T10:00"));
    }

    public static ApplicationAccepted accepted() {
        return new ApplicationAccepted(Guannan.ASSESSMENT, null, Guannan.at("2018-03-26T10:00"));
    }

    public static ApplicationReturned returned() {
        return new ApplicationReturned(Guannan.ASSESSMENT, new Reason("缺学校公章"), Guannan.at("2018-03-26T10:00"));
    }

    public static ApplicationWithdrawn withdrawn() {
        return new ApplicationWithdrawn(Guannan.ASSESSMENT, new Reason("填报有误"), Guannan.at("2018-03-26T11:00"));
    }

    public static InspectorsDrawn drawn(int drawNo) {
        return new InspectorsDrawn(
                Guannan.ASSESSMENT,
                drawNo,
                new Seed("guannan-2018-r1"),
                SeedOrigin.PRODUCT,
                2,
                new Sha256("b".repeat(64)),
                List.of(),
                List.of(SECOND, LEAD),
                List.of(new Load(SECOND, 1), new Load(LEAD, 0)),
                List.of(LEAD, SECOND),
                LEAD,
                drawNo == 1 ? null : new Reason("一名考评员临时公出"),
                Guannan.at("2018-04-02T09:00"));
    }

    public static ReviewOpened opened(int round) {
        return new ReviewOpened(
                Guannan.ASSESSMENT,
                round,
                1,
                List.of(LEAD, SECOND),
                LEAD,
                Guannan.at("2018-04-10T00:00").atZone(Guannan.SHANGHAI).toLocalDate(),
                Guannan.at("2018-04-03T09:00"));
    }

    public static ItemScored scored(int item, @Nullable String before, String after) {
        return new ItemScored(
                Guannan.ASSESSMENT,
                1,
                Guannan.item(item),
                List.of(),
                List.of(),
                List.of(),
                before == null ? null : new Points(before),
                new Points(after),
                null,
                LEAD,
                Guannan.at("2018-04-10T09:30"),
                Guannan.at("2018-04-10T18:00"));
    }

    public static ReviewSigned signed(InspectorId by) {
        return new ReviewSigned(
                Guannan.ASSESSMENT, 1, by, new Opinion("符合标准"), Guannan.at("2018-04-11T09:00"));
    }

    public static GradeAssigned graded(Grade grade) {
        return new GradeAssigned(
                Guannan.ASSESSMENT,
                1,
                new StandardId("guannan-2018"),
                List.of(),
                FULL,
                grade,
                new Opinion("同意认定"),
                new PersonName("陈余山"),
                Guannan.at("2018-04-16T10:00"));
    }

    public static Stream<AssessmentEvent> upToSelfAssessment() {
        return Stream.of(planSubmitted(), selfAssessed("100"));
    }

    public static Stream<AssessmentEvent> upToApplication() {
        return Stream.concat(upToSelfAssessment(), Stream.of(applied()));
    }

    public static Stream<AssessmentEvent> upToDraw() {
        return Stream.concat(upToApplication(), Stream.of(accepted(), drawn(1)));
    }

    public static Stream<AssessmentEvent> upToReview() {
        return Stream.concat(upToDraw(), Stream.of(opened(1)));
    }

    public static Stream<AssessmentEvent> upToAllScored() {
        return Stream.concat(upToReview(), IntStream.rangeClosed(1, 15).mapToObj(item -> scored(item, null, "5")));
    }

    public static Stream<AssessmentEvent> upToAllSigned() {
        return Stream.concat(upToAllScored(), Stream.of(signed(LEAD), signed(SECOND)));
    }

    public static Stream<AssessmentEvent> upToGrade() {
        return Stream.concat(upToAllSigned(), Stream.of(graded(Grade.LEVEL_1)));
    }
}
