package cn.dabiao.query.assessment;

import java.util.List;

import cn.dabiao.api.assessment.DrawReplayView;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorsDrawn;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.DrawReplay;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.ledger.Positioned;
import cn.dabiao.ledger.StreamId;

/**
 * The draws of one assessment, to be drawn again: read from the ledger itself, for a replay of a copy would prove
 * nothing.
 */
record DrawReplays(List<Positioned<InspectorsDrawn>> draws) {

    /** To be called outside of a read's snapshot: it takes a connection of its own, and two at once may wait for ever. */
    static DrawReplays of(AssessmentId assessmentId, LedgerReader ledger) {
        return new DrawReplays(ledger.eventsOf(StreamId.of(assessmentId), InspectorsDrawn.class));
    }

    /** Draws that came after what the answer shows are not there yet. */
    DrawReplayView view(int drawNo, long shown) {
        return draws.stream()
                .filter(draw -> draw.event().drawNo() == drawNo && draw.position() <= shown)
                .findFirst()
                .map(draw -> view(draw.event(), draw.position(), shown))
                .orElseThrow(() -> new Refusal.NotFound(Thing.DRAW, Integer.toString(drawNo)).asException());
    }

    private static DrawReplayView view(InspectorsDrawn event, long position, long shown) {
        DrawReplay replay = DrawReplay.of(event);
        return new DrawReplayView(
                event.assessmentId(),
                event.drawNo(),
                event.seed(),
                event.count(),
                event.rosterHash(),
                event.exclusions(),
                event.eligible(),
                event.loads(),
                replay.order(),
                replay.drawn(),
                event.drawn(),
                replay.matches(),
                position,
                shown);
    }
}
