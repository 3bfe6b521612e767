package cn.dabiao.domain.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.AssessmentEvent.ItemScored;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewOpened;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewSigned;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Opinion;

/** One round of a review (考评验收): who inspects, what they found, who has signed. */
public record Review(
        int round,
        List<InspectorId> inspectors,
        InspectorId lead,
        LocalDate visitOn,
        List<ReviewedItem> items,
        List<Signature> signatures) {

    /** An inspector's name under the scores of the round. */
    public record Signature(InspectorId signedBy, @Nullable Opinion opinion) {}

    public Review {
        inspectors = List.copyOf(inspectors);
        items = List.copyOf(items);
        signatures = List.copyOf(signatures);
    }

    static Review opened(ReviewOpened event) {
        return new Review(event.round(), event.inspectors(), event.lead(), event.visitOn(), List.of(), List.of());
    }

    Review with(ItemScored event) {
        List<ReviewedItem> changed = new ArrayList<>(items);
        changed.removeIf(item -> item.itemNo().equals(event.itemNo()));
        changed.add(ReviewedItem.scored(event, versionOf(event.itemNo()) + 1));
        changed.sort((one, other) -> one.itemNo().compareTo(other.itemNo()));
        return new Review(round, inspectors, lead, visitOn, changed, signatures);
    }

    Review with(ReviewSigned event) {
        List<Signature> more = new ArrayList<>(signatures);
        more.add(new Signature(event.signedBy(), event.opinion()));
        return new Review(round, inspectors, lead, visitOn, items, more);
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
        return "r%d-i%s-v%d".formatted(round, itemNo, versionOf(itemNo));
    }

    private int versionOf(ItemNo itemNo) {
        return item(itemNo).map(ReviewedItem::version).orElse(0);
    }
}
