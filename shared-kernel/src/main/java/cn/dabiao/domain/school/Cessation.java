package cn.dabiao.domain.school;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * That a school ceased.
 *
 * @param into the school it was merged into; null when it was closed
 */
public record Cessation(Instant at, @Nullable SchoolCode into) {

    public SchoolStatus status() {
        return into == null ? SchoolStatus.CLOSED : SchoolStatus.MERGED;
    }
}
