package cn.dabiao.domain.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.appeal.AppealOutcome;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealDecided;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealLodged;
import cn.dabiao.domain.assessment.AssessmentEvent.DeterminationRevoked;
import cn.dabiao.domain.assessment.AssessmentEvent.NotAttainedDetermined;
import cn.dabiao.domain.campaign.GradedSchool;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Statement;
import cn.dabiao.examples.Guannan;
import cn.dabiao.examples.Path;

class GradesToPublishTest {

    private static final Reason WHY = new Reason("两次催办后仍未动工");
    private static final NotAttainedDetermined DETERMINED = new NotAttainedDetermined(
            Guannan.ASSESSMENT, Ground.SLOW_PROGRESS, WHY, Guannan.at("2018-05-15T09:00"));
    private static final AppealLodged LODGED = new AppealLodged(
            Guannan.ASSESSMENT,
            new AppealId("a1"),
            1,
            List.of(Guannan.item(3)),
            false,
            new Statement("检测时设备正在升级，请予复测。"),
            List.of(),
            Guannan.at("2018-04-20T09:00"));

    @Test
    void an_assessment_without_a_grade_on_scores_is_not_published_determined_or_not() {
        assertThat(GradesToPublish.of(Path.after(Path.upToAllSigned()))).isEmpty();
        assertThat(GradesToPublish.of(Path.after(Stream.concat(Path.upToSelfAssessment(), Stream.of(DETERMINED)))))
                .isEmpty();
    }

    @Test
    void a_graded_school_is_published_as_it_declared_itself() {
        assertThat(graded()).isEqualTo(new GradedSchool(
                Guannan.SCHOOL,
                Guannan.schoolFacts().name(),
                Guannan.schoolFacts().kind(),
                new Points("100"),
                Grade.LEVEL_1,
                List.of(),
                false,
                false));
    }

    @Test
    void a_determination_counts_above_the_score_until_it_is_revoked() {
        assertThat(graded(DETERMINED).grade()).isEqualTo(Grade.NOT_ATTAINED);
        assertThat(graded(DETERMINED).determined()).isTrue();
        assertThat(graded(DETERMINED).total()).isEqualTo(new Points("100"));
        assertThat(graded(DETERMINED, new DeterminationRevoked(
                        Guannan.ASSESSMENT, new AppealId("a2"), WHY, Guannan.at("2018-05-28T09:00"))))
                .isEqualTo(graded());
    }

    @Test
    void a_grade_is_pending_from_the_appeal_to_its_decision() {
        assertThat(graded(LODGED).pending()).isTrue();
        assertThat(graded(LODGED, new AppealDecided(
                                Guannan.ASSESSMENT,
                                new AppealId("a1"),
                                AppealOutcome.DISMISSED,
                                WHY,
                                Guannan.at("2018-04-25T15:00")))
                        .pending())
                .isFalse();
    }

    private static GradedSchool graded(AssessmentEvent... afterwards) {
        return GradesToPublish.of(Path.after(Stream.concat(Path.upToGrade(), Stream.of(afterwards)))).orElseThrow();
    }
}
