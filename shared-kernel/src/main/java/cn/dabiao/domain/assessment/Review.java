package cn.dabiao.domain.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.AssessmentEvent.InspectorReplaced;
import cn.dabiao.domain.assessment.AssessmentEvent.ItemScored;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewOpened;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewSigned;
import cn.dabiao.domain.assessment.AssessmentEvent.ScoreCorrected;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Opinion;

/**
 * One round of a review (考评验收): who inspects, what they found, who has signed.
 *
 * @param replacements who took whose place in the round, each with its draw
 * @param items        from the second round on with those that carried over from the round before
 */
public record Review(
        int round,
        List<InspectorId> inspectors,
        List<InspectorReplaced> replacements,
        InspectorId lead,
        LocalDate visitOn,
        List<ReviewedItem> items,
        List<Signature> signatures) {

    /** An inspector's name under the scores of the round. */
    public record Signature(InspectorId signedBy, @Nullable Opinion opinion) {}

    public Review {
        inspectors = List.copyOf(inspectors);
        replacements = List.copyOf(replacements);
        items = List.copyOf(items);
        signatures = List.copyOf(signatures);
    }

    static Review opened(ReviewOpened event, Optional<Review> before) {
        List<ReviewedItem> carriedOver = before.map(last -> last.items().stream()
                        .map(item -> item.carriedOver(last.round()))
                        .toList())
                .orElse(List.of());
        return new Review(
                event.round(), event.inspectors(), List.of(), event.lead(), event.visitOn(), carriedOver, List.of());
    }

    Review with(ItemScored event) {
        List<ReviewedItem> changed = new ArrayList<>(items);
        changed.removeIf(item -> item.itemNo().equals(event.itemNo()));
        changed.add(ReviewedItem.scored(event, versionOf(event.itemNo()) + 1));
        changed.sort((one, other) -> one.itemNo().compareTo(other.itemNo()));
        return new Review(round, inspectors, replacements, lead, visitOn, changed, signatures);
    }

    /** What is corrected in a round is corrected in those to which it carried over, too, unless they corrected it. */
    Review with(ScoreCorrected event) {
        List<ReviewedItem> changed = items.stream()
                .map(item -> item.itemNo().equals(event.itemNo()) && isOf(event.round(), item)
                        ? item.corrected(event)
                        : item)
                .toList();
        return new Review(round, inspectors, replacements, lead, visitOn, changed, signatures);
    }

    Review with(InspectorReplaced event) {
        List<InspectorId> now = inspectors.stream()
                .map(inspector -> inspector.equals(event.replaced()) ? event.replacement() : inspector)
                .toList();
        List<InspectorReplaced> more = new ArrayList<>(replacements);
        more.add(event);
        return new Review(round, now, more, event.lead(), visitOn, items, signatures);
    }

    Review with(ReviewSigned event) {
        List<Signature> more = new ArrayList<>(signatures);
        more.add(new Signature(event.signedBy(), event.opinion()));
        return new Review(round, inspectors, replacements, lead, visitOn, items, more);
    }

    /** Who inspected and was replaced, in that order. */
    public List<InspectorId> replaced() {
        return replacements.stream().map(InspectorReplaced::replaced).toList();
    }

    /** Everybody who inspects or has inspected in this round. */
    public List<InspectorId> everInspected() {
        return Stream.concat(inspectors.stream(), replaced().stream()).toList();
    }

    private boolean isOf(int scoredIn, ReviewedItem item) {
        return round == scoredIn || (round > scoredIn && item.stillFrom(scoredIn));
    }

    public Optional<ReviewedItem> item(ItemNo itemNo) {
        return items.stream().filter(item -> item.itemNo().equals(itemNo)).findFirst();
    }

    public List<InspectorId> signedBy() {
        return signatures.stream().map(Signature::signedBy).toList();
    }

    public List<InspectorId> notSignedBy() {
        return inspectors.stream().filter(inspector -> !signedBy().contains(inspector)).toList();
    }

    public boolean isComplete() {
        return notSignedBy().isEmpty();
    }

    public boolean isScored(ItemNo itemNo) {
        return item(itemNo).isPresent();
    }

    /** The item's entity tag in this round: it changes with every scoring of this item and with nothing else. */
    public String tagOf(ItemNo itemNo) {
        return "r" + round + "-i" + itemNo + "-v" + versionOf(itemNo);
    }

    private int versionOf(ItemNo itemNo) {
        return item(itemNo).map(ReviewedItem::version).orElse(0);
    }
}
