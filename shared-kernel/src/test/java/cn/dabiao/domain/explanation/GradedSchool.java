package cn.dabiao.domain.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.appeal.AppealOutcome;
import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealDecided;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealLodged;
import cn.dabiao.domain.assessment.AssessmentEvent.DeterminationRevoked;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeAssigned;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeRevised;
import cn.dabiao.domain.assessment.AssessmentEvent.ItemScored;
import cn.dabiao.domain.assessment.AssessmentEvent.NotAttainedDetermined;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewSigned;
import cn.dabiao.domain.assessment.AssessmentEvent.ScoreCorrected;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.Ground;
import cn.dabiao.domain.assessment.Review;
import cn.dabiao.domain.assessment.ReviewedItem;
import cn.dabiao.domain.assessment.StandingGrade;
import cn.dabiao.domain.scoring.FindingsPolicy;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.scoring.Scoresheet;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Authority;
import cn.dabiao.domain.value.Opinion;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Statement;
import cn.dabiao.examples.Findings;
import cn.dabiao.examples.Guannan;
import cn.dabiao.examples.Path;

/** A school's path with scores that are those of its deductions; its events stand apart in the ledger, as they do. */
final class GradedSchool {

    private static final long FIRST = 100;
    private static final long APART = 7;

    private final List<Placed> events = new ArrayList<>();

    private GradedSchool() {}

    static GradedSchool whoseReviewIsOpen() {
        GradedSchool school = new GradedSchool();
        Path.upToReview().forEach(school::then);
        return school;
    }

    static GradedSchool thatOnlyApplied() {
        GradedSchool school = new GradedSchool();
        Path.upToApplication().forEach(school::then);
        return school;
    }

    /** Graded in round 1 with nothing wrong but for this. */
    static GradedSchool gradedWith(Findings... except) {
        GradedSchool school = whoseReviewIsOpen();
        Findings.allFine(except).forEach(found -> school.scored(1, found));
        return school.signed(1).graded(1);
    }

    GradedSchool then(AssessmentEvent event) {
        events.add(new Placed(event, FIRST + APART * events.size()));
        return this;
    }

    GradedSchool opened(int round) {
        return then(Path.drawn(round)).then(Path.opened(round));
    }

    GradedSchool scored(int round, Findings found) {
        return scored(round, found.done());
    }

    GradedSchool signed(int round) {
        List.of(Path.LEAD, Path.SECOND).forEach(by -> then(
                new ReviewSigned(Guannan.ASSESSMENT, round, by, null, Guannan.at("2018-04-11T09:00"))));
        return this;
    }

    GradedSchool graded(int round) {
        Scoresheet sheet = sheet(round);
        return graded(round, sheet, sheet.total());
    }

    /** As no product of ours would have written it. */
    GradedSchool gradedWithTotal(int round, String total) {
        return graded(round, sheet(round), new Points(total));
    }

    GradedSchool corrected(int round, Findings found) {
        return correctedOnly(round, found, null).revised(round, null);
    }

    /** The correction alone, without the revision that follows. */
    GradedSchool correctedOnly(int round, Findings found, @Nullable String appeal) {
        return then(new ScoreCorrected(
                Guannan.ASSESSMENT,
                round,
                found.itemNo(),
                found.deductions(),
                found.measured(),
                found.absent(),
                Objects.requireNonNull(scoreOf(round, found.itemNo())),
                FindingsPolicy.score(Guannan.STANDARD, found.done()).score(),
                new Reason("登记有误"),
                appeal == null ? null : new AppealId(appeal),
                appeal == null ? new Authority("灌教安〔2018〕7号") : null,
                Guannan.at("2018-04-20T09:00")));
    }

    GradedSchool appealed(String appeal, int item) {
        return then(new AppealLodged(
                Guannan.ASSESSMENT, new AppealId(appeal), 1, List.of(Guannan.item(item)), false,
                new Statement("实测面积有误"), List.of(), Guannan.at("2018-04-18T09:00")));
    }

    GradedSchool upheld(String appeal, Findings found) {
        then(new AppealDecided(
                Guannan.ASSESSMENT, new AppealId(appeal), AppealOutcome.UPHELD, new Reason("复测属实"),
                Guannan.at("2018-04-20T09:00")));
        return correctedOnly(1, found, appeal).revised(1, appeal);
    }

    GradedSchool determined() {
        return then(new NotAttainedDetermined(
                Guannan.ASSESSMENT, Ground.SLOW_PROGRESS, new Reason("隐患长期不改"), Guannan.at("2018-04-21T09:00")));
    }

    GradedSchool revoked(String appeal) {
        return then(new DeterminationRevoked(
                Guannan.ASSESSMENT, new AppealId(appeal), new Reason("整改属实"), Guannan.at("2018-05-02T09:00")));
    }

    List<Placed> events() {
        return List.copyOf(events);
    }

    AssessmentState state() {
        return Path.after(events.stream().map(Placed::event));
    }

    Receipt receipt() {
        return Receipt.of(events, Guannan.STANDARD);
    }

    /** As it was when the ledger had come to the event before the last one. */
    Receipt receiptBeforeTheLastEvent() {
        return Receipt.of(events.subList(0, events.size() - 1), Guannan.STANDARD);
    }

    long last() {
        return events.getLast().position();
    }

    /** Where the only event of this kind stands, or the first one. */
    long first(Class<? extends AssessmentEvent> type) {
        return all(type).getFirst();
    }

    long last(Class<? extends AssessmentEvent> type) {
        return all(type).getLast();
    }

    long scoringOf(int round, int item) {
        return IntStream.range(0, events.size())
                .mapToObj(it -> events.get(events.size() - 1 - it))
                .filter(it -> it.event() instanceof ItemScored scored
                        && scored.round() == round
                        && scored.itemNo().equals(Guannan.item(item)))
                .findFirst()
                .orElseThrow()
                .position();
    }

    private List<Long> all(Class<? extends AssessmentEvent> type) {
        return events.stream().filter(it -> type.isInstance(it.event())).map(Placed::position).toList();
    }

    private GradedSchool scored(int round, ItemFindings found) {
        return then(new ItemScored(
                Guannan.ASSESSMENT,
                round,
                found.itemNo(),
                found.deductions(),
                found.measurements(),
                found.notApplicable(),
                scoreOf(round, found.itemNo()),
                FindingsPolicy.score(Guannan.STANDARD, found).score(),
                null,
                Path.LEAD,
                Guannan.at("2018-04-10T09:30"),
                Guannan.at("2018-04-10T18:00")));
    }

    private GradedSchool graded(int round, Scoresheet sheet, Points total) {
        return then(new GradeAssigned(
                Guannan.ASSESSMENT,
                round,
                Guannan.STANDARD.standardId(),
                sheet.categoryTotals(),
                total,
                Guannan.STANDARD.bands().gradeOf(total),
                new Opinion("同意认定"),
                new PersonName("陈余山"),
                Guannan.at("2018-04-16T10:00")));
    }

    private GradedSchool revised(int round, @Nullable String appeal) {
        StandingGrade before = Objects.requireNonNull(state().grade());
        Scoresheet sheet = sheet(round);
        return then(new GradeRevised(
                Guannan.ASSESSMENT,
                round,
                Guannan.STANDARD.standardId(),
                sheet.categoryTotals(),
                before.total(),
                before.grade(),
                sheet.total(),
                sheet.grade(),
                appeal == null ? null : new AppealId(appeal),
                appeal == null ? new Authority("灌教安〔2018〕7号") : null,
                Guannan.at("2018-04-20T09:00")));
    }

    private Scoresheet sheet(int round) {
        Review review = state().reviewOf(round).orElseThrow();
        return Scoresheet.of(
                Guannan.STANDARD, review.items().stream().map(ReviewedItem::findings).toList());
    }

    private @Nullable Points scoreOf(int round, ItemNo itemNo) {
        return state().reviewOf(round).flatMap(it -> it.item(itemNo)).map(ReviewedItem::score).orElse(null);
    }
}
