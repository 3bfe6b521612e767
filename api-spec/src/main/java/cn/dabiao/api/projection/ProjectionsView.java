package cn.dabiao.api.projection;

import java.util.List;

/**
 * Every group of projections.
 *
 * @param position of the last event in the ledger; -1 when there is none
 */
public record ProjectionsView(List<ProjectionView> items, long position) {

    public ProjectionsView {
        items = List.copyOf(items);
    }
}
