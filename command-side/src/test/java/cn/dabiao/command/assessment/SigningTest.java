package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Guannan.ASSESSMENT;
import static cn.dabiao.command.assessment.Guannan.LEAD;
import static cn.dabiao.command.assessment.Guannan.NOT_DRAWN;
import static cn.dabiao.command.assessment.Guannan.NOW;
import static cn.dabiao.command.assessment.Guannan.OPINION;
import static cn.dabiao.command.assessment.Guannan.SECOND;
import static cn.dabiao.command.assessment.Story.aSchoolScored;
import static cn.dabiao.command.assessment.Story.aSchoolUnderReview;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.dabiao.command.assessment.AssessmentCommand.SignReview;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewSigned;
import cn.dabiao.domain.assessment.Phase;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Opinion;

class SigningTest {

    @Test
    void the_first_signature_leaves_the_round_open() {
        Story after = Assessments.after(aSchoolScored(92), sign(aSchoolScored(92), 1, LEAD, OPINION))
                .is(new ReviewSigned(ASSESSMENT, 1, LEAD, OPINION, NOW));
        assertThat(after.state().phase()).isEqualTo(Phase.UNDER_REVIEW);
    }

    @Test
    void the_last_signature_completes_the_round() {
        Story before = aSchoolScored(92).signed(LEAD);
        Story after = Assessments.after(before, sign(before, 1, SECOND, null))
                .is(new ReviewSigned(ASSESSMENT, 1, SECOND, null, NOW));
        assertThat(after.state().phase()).isEqualTo(Phase.REVIEWED);
    }

    @Test
    void nobody_signs_before_every_item_is_scored() {
        Story before = aSchoolUnderReview();
        for (int itemNo = 1; itemNo <= 13; itemNo++) {
            before = before.scored(LEAD, Found.nothingAt(itemNo));
        }
        Assessments.after(before, sign(before, 1, LEAD, OPINION))
                .isRefusedWith(new Refusal.RoundIncomplete(1, List.of(new ItemNo(14), new ItemNo(15))));
    }

    @Test
    void nobody_signs_an_empty_sheet() {
        List<ItemNo> all = IntStream.rangeClosed(1, 15).mapToObj(ItemNo::new).toList();
        Assessments.after(aSchoolUnderReview(), sign(aSchoolUnderReview(), 1, LEAD, OPINION))
                .isRefusedWith(new Refusal.RoundIncomplete(1, all));
    }

    @Test
    void nobody_signs_twice() {
        Story before = aSchoolScored(92).signed(LEAD);
        Assessments.after(before, sign(before, 1, LEAD, OPINION))
                .isRefusedWith(new Refusal.AlreadySigned(1, LEAD));
    }

    @Test
    void nobody_signs_a_round_that_is_complete() {
        Story before = Story.aSchoolReviewed(92);
        Assessments.after(before, sign(before, 1, LEAD, OPINION))
                .isRefusedWith(new Refusal.RoundAlreadySigned(1, List.of(LEAD, SECOND)));
    }

    @Test
    void only_inspectors_of_the_round_sign() {
        Assessments.after(aSchoolScored(92), sign(aSchoolScored(92), 1, NOT_DRAWN, OPINION))
                .isRefusedWith(new Refusal.NotInspectorOfRound(1, NOT_DRAWN));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void a_round_that_does_not_exist_is_not_found(int round) {
        Assessments.after(aSchoolScored(92), sign(aSchoolScored(92), round, LEAD, OPINION))
                .isRefusedWith(new Refusal.NotFound(Thing.REVIEW_ROUND, Integer.toString(round)));
    }

    private static SignReview sign(Story before, int round, InspectorId by, @Nullable Opinion opinion) {
        return new SignReview(
                ASSESSMENT, Guannan.TERMS, round, opinion, Guannan.by(Guannan.as(by), NOW, before.tag()));
    }
}
