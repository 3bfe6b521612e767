package cn.dabiao.domain.assessment;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

import cn.dabiao.domain.assessment.AssessmentEvent.InspectorsDrawn;
import cn.dabiao.domain.assessment.Draw.Exclusion;
import cn.dabiao.domain.assessment.Draw.Load;
import cn.dabiao.domain.inspector.InspectorId;

/**
 * A draw drawn again from its event alone (RULES.md §4.4): whoever doubts a result needs neither the roster of today nor
 * our word for it.
 *
 * @param order   all who were eligible, in the order in which loads and seed put them
 * @param drawn   the first of them, the lead first: what the draw had to give
 * @param matches whether the event says the same
 */
public record DrawReplay(List<InspectorId> order, List<InspectorId> drawn, boolean matches) {

    public DrawReplay {
        order = List.copyOf(order);
        drawn = List.copyOf(drawn);
    }

    public static DrawReplay of(InspectorsDrawn event) {
        List<InspectorId> order = DrawPolicy.order(event.seed(), event.eligible(), Loads.recorded(event.loads()));
        List<InspectorId> drawn = order.stream().limit(event.count()).toList();
        List<InspectorId> excluded = event.exclusions().stream().map(Exclusion::inspectorId).toList();
        boolean matches = drawn.size() == event.count()
                && drawn.equals(event.drawn())
                && drawn.stream().findFirst().equals(Optional.of(event.lead()))
                && Collections.disjoint(excluded, event.eligible())
                && weighsAllOrNone(event);
        return new DrawReplay(order, drawn, matches);
    }

    /** A draw of before there were loads has none. */
    private static boolean weighsAllOrNone(InspectorsDrawn event) {
        List<InspectorId> weighed = event.loads().stream().map(Load::inspectorId).toList();
        return weighed.isEmpty() || weighed.equals(event.eligible());
    }
}
