package cn.dabiao.api.assessment;

import java.time.LocalDate;
import java.util.List;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.rectification.Hazard;
import cn.dabiao.domain.rectification.OrderId;
import cn.dabiao.domain.standard.ItemNo;

/**
 * An order to mend: items, hazards, or both.
 *
 * @param dueOn the last day on which a report is in time; from today to a year ahead
 */
public record RectificationRequest(
        OrderId orderId,
        @Size(max = 99) @Nullable List<ItemNo> items,
        @Size(max = 50) @Nullable List<Hazard> hazards,
        LocalDate dueOn) {

    public List<ItemNo> itemNos() {
        return Lists.orNone(items);
    }

    public List<Hazard> named() {
        return Lists.orNone(hazards);
    }
}
