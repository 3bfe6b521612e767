package cn.dabiao.api.assessment;

import java.util.List;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

import cn.dabiao.domain.scoring.ItemFindings;

/** A school's own scores: every item of the standard, each once. */
public record SelfAssessmentRequest(@Size(min = 1, max = 99) List<@Valid SelfAssessedItem> items) {

    public List<ItemFindings> findings() {
        return items.stream().map(SelfAssessedItem::findings).toList();
    }
}
