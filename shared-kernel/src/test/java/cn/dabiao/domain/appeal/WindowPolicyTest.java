package cn.dabiao.domain.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import cn.dabiao.domain.assessment.Aftermath.ClosedWindow;
import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealWindowClosed;
import cn.dabiao.domain.assessment.AssessmentEvent.DeterminationRevoked;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeRevised;
import cn.dabiao.domain.assessment.AssessmentEvent.NotAttainedDetermined;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.Ground;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignClosed;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Authority;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.examples.Guannan;
import cn.dabiao.examples.Path;

/** The grade is assigned on 16 April; fifteen days later, on 1 May, it can be contested for the last time. */
class WindowPolicyTest {

    private static final Instant GRADED = Path.graded(Grade.LEVEL_1).at();
    private static final Instant CORRECTED = Guannan.at("2018-04-20T15:00");
    private static final Instant LAST_DAY = Guannan.at("2018-05-01T23:59");
    private static final Instant THE_DAY_AFTER = Guannan.at("2018-05-02T00:00");
    private static final Instant AFTER_THE_CORRECTIONS = Guannan.at("2018-05-06T00:00");
    private static final Reason REASON = new Reason("隐患长期不改");

    @Test
    void a_window_has_ended_when_its_last_day_has() {
        assertThat(grade(LAST_DAY)).isEmpty();
        assertThat(grade(THE_DAY_AFTER)).contains(new ClosedWindow(Contested.GRADE, GRADED));
    }

    @Test
    void it_is_recorded_once() {
        assertThat(grade(THE_DAY_AFTER, closed(GRADED))).isEmpty();
        assertThat(grade(AFTER_THE_CORRECTIONS, closed(GRADED))).isEmpty();
    }

    @Test
    void a_correction_opens_another_window() {
        ClosedWindow another = new ClosedWindow(Contested.GRADE, CORRECTED);

        assertThat(grade(THE_DAY_AFTER, revised(null))).isEmpty();
        assertThat(grade(AFTER_THE_CORRECTIONS, revised(null))).contains(another);
        assertThat(grade(AFTER_THE_CORRECTIONS, closed(GRADED), revised(null))).contains(another);
        assertThat(grade(AFTER_THE_CORRECTIONS, revised(null), closed(CORRECTED))).isEmpty();
    }

    @Test
    void what_an_appeal_asked_for_opens_none() {
        AssessmentEvent upheld = revised(new AppealId("a1"));

        assertThat(grade(THE_DAY_AFTER, upheld)).contains(new ClosedWindow(Contested.GRADE, GRADED));
        assertThat(grade(AFTER_THE_CORRECTIONS, upheld, closed(GRADED))).isEmpty();
    }

    @Test
    void a_determination_has_a_window_of_its_own_as_long_as_it_stands() {
        AssessmentEvent determined =
                new NotAttainedDetermined(Guannan.ASSESSMENT, Ground.SLOW_PROGRESS, REASON, CORRECTED);
        AssessmentEvent revoked =
                new DeterminationRevoked(Guannan.ASSESSMENT, new AppealId("a1"), REASON, LAST_DAY);

        assertThat(determination(THE_DAY_AFTER, determined)).isEmpty();
        assertThat(determination(AFTER_THE_CORRECTIONS, determined))
                .contains(new ClosedWindow(Contested.DETERMINATION, CORRECTED));
        assertThat(determination(AFTER_THE_CORRECTIONS, determined, revoked)).isEmpty();
        assertThat(grade(THE_DAY_AFTER, determined)).contains(new ClosedWindow(Contested.GRADE, GRADED));
    }

    @Test
    void what_was_never_graded_has_no_window() {
        AssessmentState reviewed = Path.after(Path.upToAllSigned());

        assertThat(WindowPolicy.due(reviewed, Contested.GRADE, Guannan.campaign(), THE_DAY_AFTER)).isEmpty();
    }

    @Test
    void windows_outlive_their_campaign() {
        Campaign closed = Campaign.evolve(
                Guannan.campaign(), new CampaignClosed(Guannan.CAMPAIGN, null, List.of(), LAST_DAY));

        assertThat(WindowPolicy.due(Path.after(Path.upToGrade()), Contested.GRADE, closed, THE_DAY_AFTER)).isPresent();
    }

    private static Optional<ClosedWindow> grade(Instant at, AssessmentEvent... afterTheGrade) {
        return WindowPolicy.due(after(afterTheGrade), Contested.GRADE, Guannan.campaign(), at);
    }

    private static Optional<ClosedWindow> determination(Instant at, AssessmentEvent... afterTheGrade) {
        return WindowPolicy.due(after(afterTheGrade), Contested.DETERMINATION, Guannan.campaign(), at);
    }

    private static AssessmentState after(AssessmentEvent... afterTheGrade) {
        return Path.after(Stream.concat(Path.upToGrade(), Stream.of(afterTheGrade)));
    }

    private static AssessmentEvent closed(Instant since) {
        AppealWindow window = AppealWindow.of(Guannan.campaign());
        return new AppealWindowClosed(
                Guannan.ASSESSMENT, Contested.GRADE, since, window.lastDay(since), window.endsAt(since));
    }

    private static AssessmentEvent revised(@Nullable AppealId appealId) {
        Authority authority = appealId == null ? new Authority("灌教安〔2018〕3号") : null;
        return new GradeRevised(
                Guannan.ASSESSMENT, 1, Guannan.STANDARD.standardId(), List.of(), new Points("100"), Grade.LEVEL_1,
                new Points("99"), Grade.LEVEL_1, appealId, authority, CORRECTED);
    }
}
