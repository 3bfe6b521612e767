package cn.dabiao.api.assessment;

import java.util.List;

import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.Draw.Exclusion;
import cn.dabiao.domain.assessment.Draw.Load;
import cn.dabiao.domain.assessment.Seed;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.value.Sha256;

/**
 * A draw drawn again from its stored event. It names inspectors by their ids alone, as the event does.
 *
 * @param order         all who were eligible, in the order that follows from their loads and the seed
 * @param replayed      the first {@code count} of them
 * @param recorded      whom the event says to have been drawn
 * @param eventPosition where in the ledger the event stands
 */
public record DrawReplayView(
        AssessmentId assessmentId,
        int drawNo,
        Seed seed,
        int count,
        Sha256 rosterHash,
        List<Exclusion> exclusions,
        List<InspectorId> eligible,
        List<Load> loads,
        List<InspectorId> order,
        List<InspectorId> replayed,
        List<InspectorId> recorded,
        boolean matches,
        long eventPosition,
        long position) {}
