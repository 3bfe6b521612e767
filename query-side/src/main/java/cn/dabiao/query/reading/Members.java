package cn.dabiao.query.reading;

import java.util.List;
import java.util.stream.Stream;

import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.inspector.InspectorId;

/**
 * Who may read an assessment as its inspector: the inspectors of every round, and those drawn for the next one. Who was
 * replaced may no longer, unless it inspects in another round.
 */
public final class Members {

    private Members() {}

    public static List<InspectorId> of(AssessmentState state) {
        Stream<InspectorId> drawn = state.hasOpenDraw()
                ? state.currentDraw().stream().flatMap(draw -> draw.drawn().stream())
                : Stream.empty();
        return Stream.concat(state.reviews().stream().flatMap(review -> review.inspectors().stream()), drawn)
                .distinct()
                .toList();
    }
}
