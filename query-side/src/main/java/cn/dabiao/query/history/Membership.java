package cn.dabiao.query.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorReplaced;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorsDrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewOpened;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.ledger.EventTypes;

/**
 * Who may read an assessment as its inspector: the inspectors of every round, and those drawn for the next one. Who was
 * replaced may no longer, unless it inspects in another round.
 *
 * @param round the latest round; 0 before the first
 */
record Membership(int round, List<InspectorId> inspectors) {

    /** The names of the events that it follows from. */
    static final List<String> EVENTS = Stream.of(InspectorsDrawn.class, ReviewOpened.class, InspectorReplaced.class)
            .map(EventTypes::nameOf)
            .toList();

    static Membership after(List<AssessmentEvent> events) {
        Map<Integer, List<InspectorId>> rounds = new TreeMap<>();
        List<InspectorId> drawn = List.of();
        int round = 0;
        for (AssessmentEvent event : events) {
            switch (event) {
                case InspectorsDrawn draw -> drawn = draw.drawn();
                case ReviewOpened opened -> {
                    rounds.put(opened.round(), new ArrayList<>(opened.inspectors()));
                    drawn = List.of();
                    round = opened.round();
                }
                case InspectorReplaced it -> rounds.getOrDefault(it.round(), new ArrayList<>())
                        .replaceAll(each -> each.equals(it.replaced()) ? it.replacement() : each);
                default -> throw new IllegalStateException("says nothing of who inspects: " + event);
            }
        }
        Stream<InspectorId> inspecting = rounds.values().stream().flatMap(List::stream);
        return new Membership(round, Stream.concat(inspecting, drawn.stream()).distinct().toList());
    }
}
