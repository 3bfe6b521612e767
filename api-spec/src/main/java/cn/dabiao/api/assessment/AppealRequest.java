package cn.dabiao.api.assessment;

import java.util.List;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.scoring.Evidence;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Statement;

/**
 * An appeal of the school.
 *
 * @param items         the items whose scores are contested
 * @param determination whether the determination is contested; when absent it is, if no items are
 */
public record AppealRequest(
        AppealId appealId,
        @Size(max = 99) @Nullable List<ItemNo> items,
        @Nullable Boolean determination,
        Statement grounds,
        @Size(max = 50) @Nullable List<Evidence> evidence) {

    public List<ItemNo> itemNos() {
        return Lists.orNone(items);
    }

    public boolean contestsDetermination() {
        return determination == null ? itemNos().isEmpty() : determination;
    }

    public List<Evidence> proofs() {
        return Lists.orNone(evidence);
    }
}
