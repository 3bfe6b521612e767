package cn.dabiao.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.dabiao.domain.assessment.OpenEnds;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.RefusedException;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.examples.Path;

class ClosingPolicyTest {

    private static final Reason WHY = new Reason("该校已停办");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_campaign_with_nothing_open_is_closed_without_a_reason(boolean force) {
        assertThatCode(() -> ClosingPolicy.require(List.of(), force, null)).doesNotThrowAnyException();
    }

    @Test
    void open_assessments_are_named_whatever_reason_is_given() {
        assertThat(refusal(open(2), false, WHY)).isEqualTo(new Refusal.OpenAssessmentsRemain(2, open(2)));
        assertThat(refusal(open(2), false, null)).isEqualTo(new Refusal.OpenAssessmentsRemain(2, open(2)));
    }

    @Test
    void of_many_the_first_fifty_are_named_and_all_are_counted() {
        assertThat(refusal(open(73), false, null))
                .isEqualTo(new Refusal.OpenAssessmentsRemain(73, open(73).subList(0, 50)));
        assertThat(refusal(open(50), false, null)).isEqualTo(new Refusal.OpenAssessmentsRemain(50, open(50)));
    }

    @Test
    void force_needs_a_reason_and_with_one_it_does() {
        assertThat(refusal(open(2), true, null)).isEqualTo(new Refusal.ForcedClosingNeedsReason(2));
        assertThatCode(() -> ClosingPolicy.require(open(2), true, WHY)).doesNotThrowAnyException();
    }

    @Test
    void an_assessment_is_open_until_it_is_graded() {
        assertThat(OpenEnds.of(Path.after(Path.planSubmitted()))).contains(OpenEnd.NOT_GRADED);
        assertThat(OpenEnds.of(Path.after(Path.upToAllSigned()))).contains(OpenEnd.NOT_GRADED);
        assertThat(OpenEnds.of(Path.after(Path.upToGrade()))).isEmpty();
    }

    private static List<OpenAssessment> open(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new OpenAssessment(
                        new SchoolCode(Integer.toString(2132072400 + number)), OpenEnd.NOT_GRADED))
                .toList();
    }

    private static Refusal refusal(List<OpenAssessment> open, boolean force, @Nullable Reason reason) {
        return catchThrowableOfType(RefusedException.class, () -> ClosingPolicy.require(open, force, reason))
                .refusal();
    }
}
