package cn.dabiao.domain.school;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.value.BureauCode;

/**
 * A school as its events have made it.
 *
 * @param ceased since when it is no more; null while it is open
 */
public record School(SchoolCode schoolCode, BureauCode bureau, SchoolFacts facts, @Nullable Cessation ceased) {

    public static School evolve(@Nullable School before, SchoolEvent event) {
        return switch (event) {
            case SchoolEvent.SchoolRegistered registered -> new School(
                    registered.schoolCode(), registered.bureau(), registered.facts(), null);
            case SchoolEvent.SchoolUpdated updated -> registered(before, event).with(updated.facts());
            case SchoolEvent.SchoolMerged merged -> registered(before, event).until(merged.at(), merged.into());
            case SchoolEvent.SchoolClosed closed -> registered(before, event).until(closed.at(), null);
            // What names the person is sealed already, and the same as ever; it cannot be opened any more.
            case SchoolEvent.SchoolPersonErased _ -> registered(before, event);
        };
    }

    public SchoolStatus status() {
        return ceased == null ? SchoolStatus.OPEN : ceased.status();
    }

    /** Refuses a school that has ceased: it can neither be changed any more nor enter a campaign. */
    public void requireOpen() {
        if (ceased != null) {
            new Refusal.SchoolCeased(schoolCode, ceased.status(), ceased.at(), ceased.into()).raise();
        }
    }

    /** Refuses to merge this school into one that cannot take it in. */
    public void requireMergeable(School into) {
        if (schoolCode.equals(into.schoolCode)) {
            new Refusal.MergedIntoItself(schoolCode).raise();
        }
        into.requireOpen();
    }

    private static School registered(@Nullable School before, SchoolEvent event) {
        return Objects.requireNonNull(before, () -> "a school begins with a registration, not with " + event);
    }

    private School with(SchoolFacts other) {
        return new School(schoolCode, bureau, other, ceased);
    }

    private School until(Instant at, @Nullable SchoolCode into) {
        return new School(schoolCode, bureau, facts, new Cessation(at, into));
    }
}
