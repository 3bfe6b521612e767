package cn.dabiao.domain.inspector;

import java.util.Optional;

import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.school.SchoolCode;

/**
 * When an inspector can be recused for a school (RULES.md §4.4). What the inspector declares or the office records stands
 * at once, also in place of a request that nobody has decided; what a school asks for stands when a leader upholds it. A
 * school whose request was dismissed may ask again: there may be something new, and a leader will say.
 */
public final class RecusalPolicy {

    private RecusalPolicy() {}

    /** @throws cn.dabiao.domain.refusal.RefusedException with {@link Refusal.AlreadyRecused} */
    public static void requireDeclarable(Inspector inspector, SchoolCode school) {
        inspector.recusalFor(school)
                .filter(Recusal::stands)
                .ifPresent(recusal -> refuse(inspector, recusal));
    }

    /** @throws cn.dabiao.domain.refusal.RefusedException with {@link Refusal.AlreadyRecused} */
    public static void requireRequestable(Inspector inspector, SchoolCode school) {
        inspector.recusalFor(school)
                .filter(recusal -> recusal.standing() != RecusalStanding.DISMISSED)
                .ifPresent(recusal -> refuse(inspector, recusal));
    }

    /**
     * @throws cn.dabiao.domain.refusal.RefusedException with {@link Refusal.NoRecusalRequested} or
     *     {@link Refusal.RecusalAlreadyDecided}
     */
    public static void requireDecidable(Inspector inspector, SchoolCode school) {
        Recusal recusal = inspector.recusalFor(school)
                .filter(it -> it.standing() != RecusalStanding.DECLARED)
                .orElseThrow(() -> new Refusal.NoRecusalRequested(inspector.inspectorId(), school).asException());
        Optional.ofNullable(recusal.decision())
                .ifPresent(decision -> new Refusal.RecusalAlreadyDecided(
                                inspector.inspectorId(), school, decision.outcome())
                        .raise());
    }

    private static void refuse(Inspector inspector, Recusal recusal) {
        new Refusal.AlreadyRecused(inspector.inspectorId(), recusal.schoolCode(), recusal.standing()).raise();
    }
}
