package cn.dabiao.domain.inspector;

import java.time.Instant;

import cn.dabiao.domain.refusal.Refusal;

/** When an inspector can be suspended and put on duty again: what is so already is not done twice. */
public final class SuspensionPolicy {

    private SuspensionPolicy() {}

    /** @throws cn.dabiao.domain.refusal.RefusedException with {@link Refusal.AlreadySuspended} */
    public static void requireOnDuty(Inspector inspector) {
        Instant since = inspector.suspendedSince();
        if (since != null) {
            new Refusal.AlreadySuspended(inspector.inspectorId(), since).raise();
        }
    }

    /** @throws cn.dabiao.domain.refusal.RefusedException with {@link Refusal.NotSuspended} */
    public static void requireSuspended(Inspector inspector) {
        if (inspector.suspendedSince() == null) {
            new Refusal.NotSuspended(inspector.inspectorId()).raise();
        }
    }
}
