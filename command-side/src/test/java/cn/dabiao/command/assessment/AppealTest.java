package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Guannan.ASSESSMENT;
import static cn.dabiao.command.assessment.Guannan.BACK_HOME;
import static cn.dabiao.command.assessment.Guannan.NOW;
import static cn.dabiao.command.assessment.Guannan.OFFICE;
import static cn.dabiao.command.assessment.Guannan.PRINCIPAL;
import static cn.dabiao.command.assessment.Guannan.REASON;
import static cn.dabiao.command.assessment.Guannan.TERMS;
import static cn.dabiao.command.assessment.Story.aSchoolGraded;
import static cn.dabiao.command.assessment.Story.aSchoolThatFiledItsPlan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import cn.dabiao.command.assessment.AftermathCommand.CorrectScore;
import cn.dabiao.command.assessment.AftermathCommand.LodgeAppeal;
import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.appeal.AppealOutcome;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealDecided;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealLodged;
import cn.dabiao.domain.assessment.AssessmentEvent.NotAttainedDetermined;
import cn.dabiao.domain.assessment.Ground;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Authority;
import cn.dabiao.domain.value.Statement;

class AppealTest {

    private static final AppealId A1 = new AppealId("a1");
    private static final Statement GROUNDS = new Statement("请予复核。");
    /** The grade is of 10 April in Shanghai; the fifteenth day after it is the 25th. */
    private static final LocalDate LAST_DAY = LocalDate.of(2018, 4, 25);

    @Test
    void a_school_contests_items_of_its_grade() {
        Story graded = aSchoolGraded(88);
        Assessments.after(graded, lodge(graded, NOW, false, 3, 1, 3))
                .is(new AppealLodged(
                        ASSESSMENT, A1, 1, List.of(new ItemNo(1), new ItemNo(3)), false, GROUNDS, List.of(), NOW));
    }

    @Test
    void a_school_contests_a_determination_without_ever_having_been_reviewed() {
        Story determined = aSchoolThatFiledItsPlan().determined();
        Assessments.after(determined, lodge(determined, NOW, true))
                .is(new AppealLodged(ASSESSMENT, A1, null, List.of(), true, GROUNDS, List.of(), NOW));
    }

    @Test
    void the_last_day_counts_whole_and_ends_at_midnight_in_shanghai() {
        Story graded = aSchoolGraded(88);
        Instant midnight = Instant.parse("2018-04-25T16:00:00Z");
        Assessments.after(graded, lodge(graded, midnight.minusMillis(1), false, 1)).succeeds();
        Assessments.after(graded, lodge(graded, midnight, false, 1))
                .isRefusedWith(new Refusal.AppealWindowOver(LAST_DAY, LocalDate.of(2018, 4, 26)));
    }

    /** The grade's window is over, the determination's is not: each has its own. */
    @Test
    void a_later_determination_opens_no_window_for_the_scores() {
        Instant inMay = Instant.parse("2018-05-10T01:00:00Z");
        Story story = aSchoolGraded(88)
                .then(new NotAttainedDetermined(ASSESSMENT, Ground.SLOW_PROGRESS, REASON, inMay));
        Assessments.after(story, lodge(story, inMay, false, 1))
                .isRefusedWith(new Refusal.AppealWindowOver(LAST_DAY, LocalDate.of(2018, 5, 10)));
        Assessments.after(story, lodge(story, inMay, true)).succeeds();
    }

    @Test
    void an_appeal_names_something_that_is_there() {
        Story graded = aSchoolGraded(88);
        Assessments.after(graded, lodge(graded, NOW, false)).isRefusedWith(new Refusal.AppealNamesNothing());
        Assessments.after(graded, lodge(graded, NOW, false, 16))
                .isRefusedWith(new Refusal.UnknownItem(new ItemNo(16), 15));
        Assessments.after(graded, lodge(graded, NOW, true)).isRefusedWith(new Refusal.NothingToContest());
        Story determined = aSchoolThatFiledItsPlan().determined();
        Assessments.after(determined, lodge(determined, NOW, false, 1))
                .isRefusedWith(new Refusal.NothingToContest());
    }

    @Test
    void an_appeals_id_is_used_once() {
        Story story = aSchoolGraded(88).appealed(1, 1);
        Assessments.after(story, lodge(story, NOW, false, 2))
                .isRefusedWith(new Refusal.AlreadyExists(Thing.APPEAL, "a1"));
    }

    @Test
    void nothing_is_contested_twice_whether_it_was_decided_or_not() {
        Story open = aSchoolGraded(88).determined().appealed(1, 1);
        Story decided = open.then(new AppealDecided(ASSESSMENT, A1, AppealOutcome.DISMISSED, REASON, NOW));
        for (Story story : List.of(open, decided)) {
            Assessments.after(story, another(story, false, 2, 1))
                    .isRefusedWith(new Refusal.AlreadyAppealed(A1, new ItemNo(1)));
            Assessments.after(story, another(story, false, 2)).succeeds();
        }
        Story determination = aSchoolGraded(88).determined().appealedAgainstTheDetermination();
        Assessments.after(determination, another(determination, true))
                .isRefusedWith(new Refusal.AlreadyAppealed(A1, null));
    }

    /** The correction of item 2 makes another grade, which can be contested anew; but not what still waits. */
    @Test
    void after_a_correction_what_was_decided_can_be_contested_again_and_what_is_open_cannot() {
        Story open = aSchoolGraded(88).appealed(1, 1);
        Story decided = open.then(new AppealDecided(ASSESSMENT, A1, AppealOutcome.DISMISSED, REASON, BACK_HOME));
        Story openCorrected = corrected(open);
        Assessments.after(openCorrected, another(openCorrected, false, 1))
                .isRefusedWith(new Refusal.AlreadyAppealed(A1, new ItemNo(1)));
        Story decidedCorrected = corrected(decided);
        Assessments.after(decidedCorrected, another(decidedCorrected, false, 1)).succeeds();
    }

    private static Story corrected(Story story) {
        return LiveAssessment.after(
                        story,
                        new CorrectScore(
                                ASSESSMENT, TERMS, new ItemNo(2), List.of(), REASON, new Authority("更正决定"),
                                Guannan.by(OFFICE, NOW.minusSeconds(60), story.tag())))
                .orElseThrow();
    }

    private static LodgeAppeal lodge(Story before, Instant at, boolean determination, Integer... items) {
        return lodge(before, A1, at, determination, items);
    }

    private static LodgeAppeal another(Story before, boolean determination, Integer... items) {
        return lodge(before, new AppealId("a2"), NOW, determination, items);
    }

    private static LodgeAppeal lodge(
            Story before, AppealId id, Instant at, boolean determination, Integer... items) {
        return new LodgeAppeal(
                ASSESSMENT, Guannan.terms(at), id, Stream.of(items).map(ItemNo::new).toList(), determination, GROUNDS,
                List.of(), Guannan.by(PRINCIPAL, at, before.tag()));
    }
}
