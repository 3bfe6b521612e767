package cn.dabiao.query.assessment;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import cn.dabiao.api.assessment.AssessmentView;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorReplaced;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorsDrawn;
import cn.dabiao.domain.assessment.AssessmentState;

/**
 * Lists every draw that can be replayed, those of replacements among the others by their numbers.
 *
 * @param persons whether the reader may see what tells of persons
 */
record DrawViews(boolean persons) {

    List<AssessmentView.InspectorDraw> of(AssessmentState state) {
        return Stream.concat(
                        state.draws().stream().map(DrawViews::draw),
                        state.reviews().stream()
                                .flatMap(review -> review.replacements().stream())
                                .map(this::draw))
                .sorted(Comparator.comparingInt(AssessmentView.InspectorDraw::drawNo))
                .toList();
    }

    private static AssessmentView.InspectorDraw draw(InspectorsDrawn draw) {
        return new AssessmentView.InspectorDraw(
                draw.drawNo(),
                draw.seed(),
                draw.seedFrom(),
                draw.count(),
                draw.rosterHash(),
                draw.exclusions(),
                draw.eligible(),
                draw.loads(),
                draw.drawn(),
                draw.lead(),
                null,
                null,
                draw.reason(),
                draw.at());
    }

    /** Why somebody is replaced tells of persons, as a recusal does. */
    private AssessmentView.InspectorDraw draw(InspectorReplaced draw) {
        return new AssessmentView.InspectorDraw(
                draw.drawNo(),
                draw.seed(),
                draw.seedFrom(),
                1,
                draw.rosterHash(),
                draw.exclusions(),
                draw.eligible(),
                draw.loads(),
                List.of(draw.replacement()),
                draw.lead(),
                draw.round(),
                draw.replaced(),
                persons ? draw.reason() : null,
                draw.at());
    }
}
