package cn.dabiao.domain.assessment;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

import cn.dabiao.domain.assessment.AssessmentEvent.InspectorReplaced;
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
        return of(event.draw(), event.lead());
    }

    public static DrawReplay of(InspectorReplaced event) {
        return of(event.draw(), event.replacement());
    }

    private static DrawReplay of(Draw draw, InspectorId first) {
        List<InspectorId> order = DrawPolicy.order(draw.seed(), draw.eligible(), Loads.recorded(draw.loads()));
        List<InspectorId> drawn = order.stream().limit(draw.count()).toList();
        List<InspectorId> excluded = draw.exclusions().stream().map(Exclusion::inspectorId).toList();
        boolean matches = drawn.size() == draw.count()
                && drawn.equals(draw.drawn())
                && drawn.stream().findFirst().equals(Optional.of(first))
                && Collections.disjoint(excluded, draw.eligible())
                && weighsAllOrNone(draw);
        return new DrawReplay(order, drawn, matches);
    }

    /** A draw of before there were loads has none. */
    private static boolean weighsAllOrNone(Draw draw) {
        List<InspectorId> weighed = draw.loads().stream().map(Load::inspectorId).toList();
        return weighed.isEmpty() || weighed.equals(draw.eligible());
    }
}
