package cn.dabiao.command.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.state.ActionChain;

import cn.dabiao.api.explanation.ReceiptSchema;
import cn.dabiao.api.explanation.ReceiptView;
import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.Review;
import cn.dabiao.domain.assessment.ReviewedItem;
import cn.dabiao.domain.assessment.StandingGrade;
import cn.dabiao.domain.explanation.Band;
import cn.dabiao.domain.explanation.Counterfactual;
import cn.dabiao.domain.explanation.ItemLine;
import cn.dabiao.domain.explanation.Placed;
import cn.dabiao.domain.explanation.Receipt;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.RefusedException;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.Points;
import cn.dabiao.json.DomainJson;

/**
 * The receipts of random lives, at many a moment of each: they say what the state says, and are as the published schema
 * has them, by the standard of the campaign and by another.
 */
class RandomReceiptsTest {

    private static final int MOMENTS_APART = 9;
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ReceiptSchema.text(), InputFormat.JSON);
    /** Worth the same, but counted in whole points. */
    private static final Standard IN_WHOLE_POINTS = new Standard(
            new StandardId("in-whole-points"),
            Guannan.STANDARD.name(),
            null,
            Guannan.STANDARD.total(),
            new Points("1"),
            Guannan.STANDARD.bands(),
            Guannan.STANDARD.categories(),
            Guannan.STANDARD.items());
    private static final Tally SEEN = new Tally();

    /** What happened in the lives, so that nobody believes what was never looked at. */
    private static final class Tally {
        private int graded;
        private int revised;
        private int carriedOver;
        private int provisional;
        private int determined;
        private int unmatched;
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void every_receipt_of_a_life_says_what_its_state_says(@ForAll("lives") ActionChain<Life> life) {
        List<AssessmentEvent> events = life.run().events();
        List<Placed> placed = IntStream.range(0, events.size())
                .mapToObj(it -> new Placed(events.get(it), 11 + 3L * it))
                .toList();
        for (int seen = 1; seen <= placed.size(); seen++) {
            if (seen == placed.size() || seen % MOMENTS_APART == 0) {
                explained(placed.subList(0, seen), seen == placed.size());
            }
        }
    }

    @AfterContainer
    static void everything_that_a_receipt_can_tell_was_told() {
        assertThat(List.of(
                        SEEN.graded, SEEN.revised, SEEN.carriedOver, SEEN.provisional, SEEN.determined, SEEN.unmatched))
                .as("graded, revised, carried over, provisional, determined, unmatched")
                .allMatch(times -> times > 10);
    }

    @Provide
    Arbitrary<ActionChain<Life>> lives() {
        return RandomLives.of(new LivesTally());
    }

    private static void explained(List<Placed> events, boolean whole) {
        AssessmentState state = state(events);
        boolean determined = state.aftermath().determination() != null;
        if (state.reviews().isEmpty() && !determined) {
            assertThatThrownBy(() -> Receipt.of(events, Guannan.STANDARD))
                    .isInstanceOfSatisfying(RefusedException.class, it -> assertThat(it.refusal())
                            .isInstanceOf(Refusal.NothingToExplain.class));
            return;
        }
        Receipt receipt = Receipt.of(events, Guannan.STANDARD);
        assertThat(receipt.agrees()).isTrue();
        assertThat(receipt.standing()).isEqualTo(state.standing());
        assertThat(events.stream().map(Placed::position).toList()).containsAll(receipt.positions());
        SEEN.determined += determined ? 1 : 0;
        StandingGrade grade = state.grade();
        if (grade == null) {
            SEEN.provisional++;
            assertThat(receipt.isProvisional()).isTrue();
            itemsAre(state.currentReview(), receipt);
        } else {
            SEEN.graded++;
            SEEN.revised += grade.revised() == null ? 0 : 1;
            assertThat(receipt.total()).isEqualTo(grade.total());
            assertThat(receipt.categories()).isEqualTo(grade.categoryTotals());
            assertThat(receipt.band().map(Band::grade)).contains(grade.grade());
            // Between a correction and the revision that follows from it, the state is ahead of the grade.
            if (whole) {
                itemsAre(state.reviewOf(grade.round()), receipt);
            }
        }
        schemaHolds(receipt, events.getLast().position());
    }

    private static void itemsAre(Optional<Review> review, Receipt receipt) {
        for (ItemLine line : receipt.items()) {
            Optional<ReviewedItem> item = review.flatMap(it -> it.item(line.item().itemNo()));
            assertThat(Optional.ofNullable(line.score())).isEqualTo(item.map(ReviewedItem::score));
            assertThat(line.counted().stream().map(it -> it.deduction()).toList())
                    .containsExactlyInAnyOrderElementsOf(item.map(ReviewedItem::deductions).orElse(List.of()));
            Integer carriedFrom = item.map(ReviewedItem::carriedFrom).orElse(null);
            assertThat(review.map(it -> line.carriedInto(it.round())).orElse(null)).isEqualTo(carriedFrom);
            SEEN.carriedOver += carriedFrom == null ? 0 : 1;
        }
    }

    private static void schemaHolds(Receipt receipt, long shown) {
        Counterfactual other = Counterfactual.of(receipt, IN_WHOLE_POINTS);
        SEEN.unmatched += other.unmatched().size();
        List<ReceiptView> views = new ArrayList<>();
        views.add(ReceiptView.of(receipt, 0, shown));
        views.add(ReceiptView.of(other, 1, shown));
        for (ReceiptView view : views) {
            String json = DomainJson.mapper().writeValueAsString(view);
            assertThat(SCHEMA.validate(json, InputFormat.JSON, context -> context.executionConfig(
                            config -> config.formatAssertionsEnabled(true))))
                    .as(json)
                    .isEmpty();
        }
    }

    private static AssessmentState state(List<Placed> events) {
        AssessmentState state = null;
        for (Placed placed : events) {
            state = AssessmentState.evolve(state, placed.event());
        }
        return Objects.requireNonNull(state);
    }
}
