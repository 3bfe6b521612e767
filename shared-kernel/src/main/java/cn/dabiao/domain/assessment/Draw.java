package cn.dabiao.domain.assessment;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Sha256;

/** The result of a draw and everything it follows from. */
public record Draw(
        int drawNo,
        Seed seed,
        int count,
        Sha256 rosterHash,
        List<Exclusion> exclusions,
        List<InspectorId> eligible,
        List<Load> loads,
        List<InspectorId> drawn,
        @Nullable Reason reason) {

    /** An inspector who must not inspect this school, and why (回避). */
    public record Exclusion(InspectorId inspectorId, ExclusionReason reason) {}

    /** How many assignments an inspector had in the campaign when it was drawn. */
    public record Load(InspectorId inspectorId, int assignments) {}

    /** Why an inspector is left out of a draw (RULES.md §4.4). */
    public enum ExclusionReason {
        SAME_SCHOOL,
        SAME_TOWNSHIP,
        /** By the inspector or the office. */
        RECUSAL_DECLARED,
        /** On the school's request, by a leader. */
        RECUSAL_UPHELD,
        /** Inspects in this round already, or was replaced in it. */
        IN_ROUND
    }

    /** The one who leads the round: the first drawn. */
    public InspectorId lead() {
        return drawn.getFirst();
    }
}
