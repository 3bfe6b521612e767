package cn.dabiao.domain.inspector;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.Reason;

/**
 * The latest recusal (回避) of an inspector for a school; the ones before it stand in the history.
 *
 * @param by       who wants it: {@link Role#INSPECTOR}, {@link Role#OFFICE} or {@link Role#SCHOOL}
 * @param decision a leader's, on what a school asked for; null without one
 */
public record Recusal(
        SchoolCode schoolCode,
        RecusalStanding standing,
        Role by,
        Reason reason,
        Instant at,
        @Nullable Decision decision) {

    /** What a leader decided, and why. */
    public record Decision(RecusalOutcome outcome, Reason reason, Instant at) {}

    /** Whether the inspector must not inspect the school. */
    public boolean stands() {
        return standing == RecusalStanding.DECLARED || standing == RecusalStanding.UPHELD;
    }

    static Recusal declared(InspectorEvent.RecusalDeclared event) {
        return new Recusal(
                event.schoolCode(), RecusalStanding.DECLARED, event.declaredBy(), event.reason(), event.at(), null);
    }

    static Recusal requested(InspectorEvent.RecusalRequested event) {
        return new Recusal(
                event.schoolCode(), RecusalStanding.REQUESTED, Role.SCHOOL, event.reason(), event.at(), null);
    }

    Recusal decided(InspectorEvent.RecusalDecided event) {
        RecusalStanding decided = switch (event.outcome()) {
            case UPHELD -> RecusalStanding.UPHELD;
            case DISMISSED -> RecusalStanding.DISMISSED;
        };
        Decision next = new Decision(event.outcome(), event.reason(), event.at());
        return new Recusal(schoolCode, decided, by, reason, at, next);
    }
}
