package cn.dabiao.domain.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealLodged;
import cn.dabiao.domain.assessment.AssessmentEvent.NotAttainedDetermined;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.Ground;
import cn.dabiao.domain.assessment.Terms;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.RefusedException;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Statement;
import cn.dabiao.examples.Guannan;
import cn.dabiao.examples.Path;

/** What an appeal may name. The example's grade is of 16 April, the determination of 1 May. */
class ContestingTest {

    private static final AppealId A1 = new AppealId("a1");
    private static final Terms IN_TIME = Guannan.terms("2018-05-01T23:59");
    private static final Terms A_DAY_LATER = Guannan.terms("2018-05-02T00:00");
    private static final List<ItemNo> ITEM = List.of(Guannan.item(3));
    private static final NotAttainedDetermined DETERMINED = new NotAttainedDetermined(
            Guannan.ASSESSMENT, Ground.WEAK_MEASURES, new Reason("措施不得力"), Guannan.at("2018-05-01T09:00"));

    @Test
    void an_appeal_names_items_the_determination_or_both() {
        AssessmentState both = graded(DETERMINED);

        refuses(both, IN_TIME, List.of(), false, new Refusal.AppealNamesNothing());
        accepts(both, IN_TIME, ITEM, false);
        accepts(both, IN_TIME, List.of(), true);
        accepts(both, IN_TIME, ITEM, true);
    }

    @Test
    void what_is_not_there_is_not_contested() {
        refuses(graded(), IN_TIME, List.of(), true, new Refusal.NothingToContest());
        refuses(Path.after(Path.planSubmitted(), DETERMINED), IN_TIME, ITEM, false, new Refusal.NothingToContest());
        refuses(graded(), IN_TIME, List.of(Guannan.item(16)), false, new Refusal.UnknownItem(Guannan.item(16), 15));
    }

    @Test
    void each_has_a_window_of_its_own() {
        AssessmentState both = graded(DETERMINED);

        refuses(both, A_DAY_LATER, ITEM, true,
                new Refusal.AppealWindowOver(LocalDate.of(2018, 5, 1), LocalDate.of(2018, 5, 2)));
        accepts(both, A_DAY_LATER, List.of(), true);
    }

    @Test
    void each_is_contested_once() {
        AppealLodged lodged = new AppealLodged(
                Guannan.ASSESSMENT, A1, 1, ITEM, true, new Statement("请予复核"), List.of(), Guannan.at("2018-05-01T12:00"));
        AssessmentState contested = graded(DETERMINED, lodged);

        refuses(contested, IN_TIME, ITEM, false, new Refusal.AlreadyAppealed(A1, Guannan.item(3)));
        refuses(contested, IN_TIME, List.of(), true, new Refusal.AlreadyAppealed(A1, null));
        accepts(contested, IN_TIME, List.of(Guannan.item(4)), false);
    }

    private static AssessmentState graded(AssessmentEvent... then) {
        return Path.after(Stream.concat(Path.upToGrade(), Stream.of(then)));
    }

    private static void accepts(AssessmentState state, Terms terms, List<ItemNo> items, boolean determination) {
        assertThatCode(() -> AppealPolicy.require(state, terms, items, determination)).doesNotThrowAnyException();
    }

    private static void refuses(
            AssessmentState state, Terms terms, List<ItemNo> items, boolean determination, Refusal refusal) {
        assertThatThrownBy(() -> AppealPolicy.require(state, terms, items, determination))
                .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
    }
}
