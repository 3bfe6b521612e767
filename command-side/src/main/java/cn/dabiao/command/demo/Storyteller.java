package cn.dabiao.command.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.assessment.ApplicationRequest;
import cn.dabiao.api.assessment.GradeRequest;
import cn.dabiao.api.assessment.PlanRequest;
import cn.dabiao.api.school.SchoolRequest;
import cn.dabiao.command.demo.County.Pupil;
import cn.dabiao.command.demo.DemoPlan.Script;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.ByteCount;
import cn.dabiao.domain.assessment.Document;
import cn.dabiao.domain.assessment.Seed;
import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.domain.people.GroupRole;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.value.FileName;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Title;

/** Tells how one school came as far as the data says. */
final class Storyteller {

    /** With the school's number, so that no school's story depends on another's. */
    private static final long SEED = 20180309L;
    private static final int ITEMS_OF_HALF_A_REVIEW = 8;
    private static final int MINUTES_AN_ITEM = 20;
    /** Who seals for the bureau. */
    private static final int SEALER = 303;

    private final County county;
    private final Standard standard;
    private final People people;
    private final int number;
    private final Pupil pupil;
    private final SchoolRequest school;
    private final Spring2018 spring;
    private final Findings findings;
    private final List<Step> steps = new ArrayList<>();

    Storyteller(County county, Standard standard, People people, int number, SchoolRequest school) {
        this.county = county;
        this.standard = standard;
        this.people = people;
        this.number = number;
        this.pupil = county.schools().get(number);
        this.school = school;
        this.spring = new Spring2018(number, pupil.is(Trait.LATE_PLAN));
        this.findings = new Findings(county, standard, pupil.kind(), new Random(SEED + number));
    }

    Script script() {
        if (reaches(Course.PLANNED)) {
            filePlan();
        }
        if (reaches(Course.SELF_ASSESSED)) {
            steps.add(new Step.SelfAssess(findings.ownOf(given(pupil.selfTotal())), spring.afterPlan(2, 15)));
        }
        if (reaches(Course.APPLIED)) {
            apply(3);
        }
        switch (pupil.course()) {
            case RETURNED -> sendBack();
            case WITHDRAWN -> withdraw();
            default -> goOn();
        }
        return new Script(AssessmentId.of(county.campaignId(), school.schoolCode()), List.copyOf(steps));
    }

    private void goOn() {
        if (reaches(Course.ACCEPTED) && pupil.is(Trait.RETURNED_ONCE)) {
            sendBack();
            apply(5);
        }
        if (reaches(Course.ACCEPTED)) {
            accept(6);
        }
        if (reaches(Course.DRAWN)) {
            draw();
        }
        if (reaches(Course.VISITED)) {
            steps.add(new Step.OpenReview(spring.visitDay(), spring.afterPlan(10, 15)));
        }
        if (reaches(Course.HALF_SCORED)) {
            score(findings.reviewOf(given(pupil.total()), spring.afterVisit(0, 9)));
        }
        for (int inspector = 0; inspector < inspectors() && reaches(signed(inspector)); inspector++) {
            steps.add(new Step.Sign(
                    inspector, oneOf(county.words().signed(), inspector), spring.afterVisit(1, 9 + inspector)));
        }
        if (reaches(Course.GRADED)) {
            assign();
        }
    }

    private void filePlan() {
        Title title = new Title(pupil.name() + "“视频监控中心（室）”达标创建活动方案");
        Document document = new Document(
                new FileName("创建活动方案.pdf"), Fingerprints.of(title.value()), new ByteCount(180_000 + 1_000 * number));
        List<GroupMember> group = List.of(
                new GroupMember(school.principal().name(), GroupRole.HEAD),
                new GroupMember(school.vicePrincipal().name(), GroupRole.DEPUTY));
        steps.add(new Step.FilePlan(new PlanRequest(title, document, group), spring.afterPlan(0, 10)));
    }

    private void apply(int daysAfterPlan) {
        Instant at = spring.afterPlan(daysAfterPlan, 9);
        ApplicationRequest form = new ApplicationRequest(Spring2018.day(at), school.principal().name());
        steps.add(new Step.Apply(form, at));
    }

    private void sendBack() {
        steps.add(new Step.SendBack(oneOf(county.words().returned(), 0), spring.afterPlan(4, 14)));
    }

    private void accept(int daysAfterPlan) {
        steps.add(new Step.Accept(county.words().accepted(), spring.afterPlan(daysAfterPlan, 16)));
    }

    private void withdraw() {
        if (pupil.is(Trait.ACCEPTED_BEFORE)) {
            accept(4);
        }
        steps.add(new Step.Withdraw(oneOf(county.words().withdrawn(), 0), spring.afterPlan(5, 11)));
    }

    private void draw() {
        addDraw("1", null, spring.afterPlan(8, 9));
        if (pupil.is(Trait.REDRAWN)) {
            addDraw("2", county.words().redrawn(), spring.afterPlan(9, 10));
        }
    }

    private void addDraw(String time, @Nullable Reason reason, Instant at) {
        Seed seed = new Seed("demo-%s-%s".formatted(school.schoolCode(), time));
        steps.add(new Step.Draw(inspectors(), seed, reason, at));
    }

    /** The inspectors take turns; where one corrects an item, the first look had found nothing. */
    private void score(List<ItemFindings> all) {
        int items = pupil.course() == Course.HALF_SCORED ? ITEMS_OF_HALF_A_REVIEW : all.size();
        ItemFindings corrected = !pupil.is(Trait.RESCORED)
                ? null
                : all.stream().filter(it -> !it.deductions().isEmpty() && it.measurements().isEmpty())
                        .findFirst()
                        .orElseThrow();
        for (int turn = 0; turn < items; turn++) {
            ItemFindings found = all.get(turn);
            addScore(turn, found.equals(corrected) ? nothing(found) : found);
        }
        if (corrected != null) {
            addScore(items, corrected);
        }
    }

    private void addScore(int turn, ItemFindings found) {
        Instant onSite = spring.afterVisit(0, 9).plusSeconds(60L * MINUTES_AN_ITEM * turn);
        Instant sent = pupil.is(Trait.OFFLINE) ? spring.afterVisit(0, 19).plusSeconds(5L * turn) : onSite;
        steps.add(new Step.Score(turn % inspectors(), found, onSite, sent));
    }

    private static ItemFindings nothing(ItemFindings found) {
        return new ItemFindings(found.itemNo(), List.of(), List.of(), found.notApplicable());
    }

    private void assign() {
        Grade grade = standard.bands().gradeOf(given(pupil.total()));
        steps.add(new Step.Assign(
                new GradeRequest(
                        1, Objects.requireNonNull(county.words().graded().get(grade)), people.name(SEALER), grade),
                spring.afterVisit(5, 10)));
    }

    private boolean reaches(Course course) {
        return pupil.course().compareTo(course) >= 0;
    }

    /** How far a school has to have come for this inspector to have signed. */
    private static Course signed(int inspector) {
        return inspector == 0 ? Course.HALF_SIGNED : Course.REVIEWED;
    }

    private int inspectors() {
        return pupil.is(Trait.THREE_INSPECTORS) ? 3 : 2;
    }

    private <T> T oneOf(List<T> words, int more) {
        return words.get((number + more) % words.size());
    }

    private static Points given(@Nullable Points total) {
        return Objects.requireNonNull(total, "the data gives a total to every school that comes this far");
    }
}
