package cn.dabiao.query.assessment;

import java.util.List;
import java.util.Optional;

import cn.dabiao.api.assessment.DrawReplayView;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorReplaced;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorsDrawn;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.Draw;
import cn.dabiao.domain.assessment.DrawReplay;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.ledger.Positioned;
import cn.dabiao.ledger.StreamId;

/**
 * The draws of one assessment, to be drawn again: read from the ledger itself, for a replay of a copy would prove
 * nothing. A replacement is a draw, too, and counted with the others.
 */
record DrawReplays(List<Positioned<InspectorsDrawn>> draws, List<Positioned<InspectorReplaced>> replacements) {

    /** To be called outside of a read's snapshot: it takes a connection of its own, and two at once may wait for ever. */
    static DrawReplays of(AssessmentId assessmentId, LedgerReader ledger) {
        StreamId stream = StreamId.of(assessmentId);
        return new DrawReplays(
                ledger.eventsOf(stream, InspectorsDrawn.class), ledger.eventsOf(stream, InspectorReplaced.class));
    }

    /** Draws that came after what the answer shows are not there yet. */
    DrawReplayView view(int drawNo, long shown) {
        return draw(drawNo, shown)
                .or(() -> replacement(drawNo, shown))
                .orElseThrow(() -> new Refusal.NotFound(Thing.DRAW, Integer.toString(drawNo)).asException());
    }

    private Optional<DrawReplayView> draw(int drawNo, long shown) {
        return draws.stream()
                .filter(draw -> draw.event().drawNo() == drawNo && draw.position() <= shown)
                .findFirst()
                .map(draw -> view(
                        draw.event().assessmentId(),
                        draw.event().draw(),
                        DrawReplay.of(draw.event()),
                        draw.position(),
                        shown));
    }

    private Optional<DrawReplayView> replacement(int drawNo, long shown) {
        return replacements.stream()
                .filter(draw -> draw.event().drawNo() == drawNo && draw.position() <= shown)
                .findFirst()
                .map(draw -> view(
                        draw.event().assessmentId(),
                        draw.event().draw(),
                        DrawReplay.of(draw.event()),
                        draw.position(),
                        shown));
    }

    private static DrawReplayView view(
            AssessmentId assessmentId, Draw draw, DrawReplay replay, long position, long shown) {
        return new DrawReplayView(
                assessmentId,
                draw.drawNo(),
                draw.seed(),
                draw.count(),
                draw.rosterHash(),
                draw.exclusions(),
                draw.eligible(),
                draw.loads(),
                replay.order(),
                replay.drawn(),
                draw.drawn(),
                replay.matches(),
                position,
                shown);
    }
}
