package cn.dabiao.domain.assessment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.AssessmentEvent.InspectorsDrawn;
import cn.dabiao.domain.assessment.Draw.Exclusion;
import cn.dabiao.domain.assessment.Draw.ExclusionReason;
import cn.dabiao.domain.inspector.Inspector;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.inspector.Recusal;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Township;

/**
 * Draws the inspectors of a round (RULES.md §4.4). Who works at the school, lives in its township or has a standing
 * recusal for it is left out, for the first of these reasons; the rest are put in the order of their loads, the least
 * first, and those of the same load in the order of {@code SHA-256(seed + ":" + inspectorId)}, in hexadecimal; the first
 * ones are drawn. The same seed, roster, recusals and loads give the same draw in any programming language and year.
 */
public final class DrawPolicy {

    /** At least two inspectors a round (RULES.md §4.4). */
    public static final int FEWEST = 2;

    private DrawPolicy() {}

    /** @throws cn.dabiao.domain.refusal.RefusedException with {@link Refusal.NotEnoughInspectors} */
    public static Draw draw(
            int drawNo,
            Seed seed,
            int count,
            Roster roster,
            Loads loads,
            SchoolCode school,
            Township township,
            @Nullable Reason reason) {
        return drawn(drawNo, seed, count, FEWEST, roster, loads, List.of(), school, township, reason);
    }

    /**
     * Draws one more for a round that runs, who is not in it.
     *
     * @param inRound who inspects in the round or was replaced in it
     * @throws cn.dabiao.domain.refusal.RefusedException with {@link Refusal.NotEnoughInspectors}
     */
    public static Draw replacement(
            int drawNo,
            Seed seed,
            Roster roster,
            Loads loads,
            List<InspectorId> inRound,
            SchoolCode school,
            Township township,
            Reason reason) {
        return drawn(drawNo, seed, 1, 1, roster, loads, inRound, school, township, reason);
    }

    private static Draw drawn(
            int drawNo,
            Seed seed,
            int count,
            int fewest,
            Roster roster,
            Loads loads,
            List<InspectorId> inRound,
            SchoolCode school,
            Township township,
            @Nullable Reason reason) {
        List<Exclusion> exclusions = roster.inspectors().stream()
                .flatMap(inspector -> exclusion(inspector, inRound, school, township).stream())
                .toList();
        List<InspectorId> excluded = exclusions.stream().map(Exclusion::inspectorId).toList();
        List<InspectorId> eligible = roster.inspectors().stream()
                .map(Inspector::inspectorId)
                .filter(id -> !excluded.contains(id))
                .toList();
        if (count < fewest || eligible.size() < count) {
            throw new Refusal.NotEnoughInspectors(Math.max(count, fewest), eligible.size(), exclusions).asException();
        }
        List<InspectorId> first = order(seed, eligible, loads).subList(0, count);
        return new Draw(
                drawNo, seed, count, roster.hash(), exclusions, eligible, loads.of(eligible), first, reason);
    }

    /**
     * A draw that was right when it was made is not right any more when one of those drawn is recused afterwards.
     *
     * @throws cn.dabiao.domain.refusal.RefusedException with {@link Refusal.DrawnInspectorRecused}
     */
    public static void requireNoneRecused(InspectorsDrawn draw, Roster roster) {
        SchoolCode school = draw.assessmentId().schoolCode();
        List<InspectorId> recused = roster.inspectors().stream()
                .filter(inspector -> draw.drawn().contains(inspector.inspectorId()))
                .filter(inspector -> inspector.recusalFor(school).filter(Recusal::stands).isPresent())
                .map(Inspector::inspectorId)
                .toList();
        if (!recused.isEmpty()) {
            throw new Refusal.DrawnInspectorRecused(draw.drawNo(), recused).asException();
        }
    }

    /**
     * Nor when one of those drawn is off duty by then.
     *
     * @throws cn.dabiao.domain.refusal.RefusedException with {@link Refusal.DrawnInspectorSuspended}
     */
    public static void requireAllOnDuty(InspectorsDrawn draw, Roster roster) {
        List<InspectorId> suspended = roster.inspectors().stream()
                .filter(inspector -> draw.drawn().contains(inspector.inspectorId()))
                .filter(inspector -> inspector.suspendedSince() != null)
                .map(Inspector::inspectorId)
                .toList();
        if (!suspended.isEmpty()) {
            throw new Refusal.DrawnInspectorSuspended(draw.drawNo(), suspended).asException();
        }
    }

    /** In which order those eligible come, the first ones being drawn: what a replay repeats. */
    public static List<InspectorId> order(Seed seed, List<InspectorId> eligible, Loads loads) {
        return eligible.stream()
                .sorted(Comparator.<InspectorId>comparingInt(loads::of)
                        .thenComparing(id -> Hashes.sha256(seed + ":" + id).value())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static Optional<Exclusion> exclusion(
            Inspector inspector, List<InspectorId> inRound, SchoolCode school, Township township) {
        if (inRound.contains(inspector.inspectorId())) {
            return Optional.of(new Exclusion(inspector.inspectorId(), ExclusionReason.IN_ROUND));
        }
        if (school.equals(inspector.worksAt())) {
            return Optional.of(new Exclusion(inspector.inspectorId(), ExclusionReason.SAME_SCHOOL));
        }
        if (township.equals(inspector.township())) {
            return Optional.of(new Exclusion(inspector.inspectorId(), ExclusionReason.SAME_TOWNSHIP));
        }
        return inspector.recusalFor(school)
                .filter(Recusal::stands)
                .map(recusal -> new Exclusion(inspector.inspectorId(), reason(recusal)));
    }

    private static ExclusionReason reason(Recusal recusal) {
        return recusal.decision() == null ? ExclusionReason.RECUSAL_DECLARED : ExclusionReason.RECUSAL_UPHELD;
    }
}
