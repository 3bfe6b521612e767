package cn.dabiao.domain.assessment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import cn.dabiao.domain.assessment.AssessmentEvent.InspectorReplaced;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorsDrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewOpened;
import cn.dabiao.domain.assessment.Draw.Load;
import cn.dabiao.domain.inspector.InspectorId;

/**
 * How many assignments each inspector has in a campaign (RULES.md §4.4): the rounds it was assigned to, and the draws that
 * stand and wait for their round. Who has none is not named.
 */
public record Loads(Map<InspectorId, Integer> assignments) {

    public static final Loads NONE = new Loads(Map.of());

    public Loads {
        assignments = Map.copyOf(assignments);
    }

    /** As a draw recorded them; should an event name somebody twice, the first counts. */
    public static Loads recorded(List<Load> loads) {
        return new Loads(loads.stream()
                .collect(Collectors.toMap(Load::inspectorId, Load::assignments, (first, _) -> first)));
    }

    /**
     * The loads that a draw for this assessment has to weigh. The draw of its own that still stands does not count: the
     * new one takes its place.
     *
     * @param events draws, opened rounds and replacements of the campaign; those of one assessment in their order
     */
    public static Loads before(AssessmentId drawing, List<AssessmentEvent> events) {
        Map<InspectorId, Integer> assignments = new HashMap<>();
        Map<AssessmentId, List<InspectorId>> standing = new HashMap<>();
        for (AssessmentEvent event : events) {
            if (event instanceof InspectorsDrawn draw) {
                standing.put(event.assessmentId(), draw.drawn());
            } else if (event instanceof ReviewOpened round) {
                standing.remove(event.assessmentId());
                add(assignments, round.inspectors());
            } else if (event instanceof InspectorReplaced change) {
                assignments.merge(change.replaced(), -1, Integer::sum);
                add(assignments, List.of(change.replacement()));
            }
        }
        standing.remove(drawing);
        standing.values().forEach(drawn -> add(assignments, drawn));
        return new Loads(assignments);
    }

    public int of(InspectorId inspector) {
        return assignments.getOrDefault(inspector, 0);
    }

    /** The load of each of these, as a draw records it. */
    public List<Load> of(List<InspectorId> inspectors) {
        return inspectors.stream().map(inspector -> new Load(inspector, of(inspector))).toList();
    }

    private static void add(Map<InspectorId, Integer> assignments, List<InspectorId> assigned) {
        assigned.forEach(inspector -> assignments.merge(inspector, 1, Integer::sum));
    }
}
