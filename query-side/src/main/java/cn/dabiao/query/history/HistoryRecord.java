package cn.dabiao.query.history;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code view.history}.
 *
 * @param subject what it is about: whose it is, which school, which assessment
 */
record HistoryRecord(
        long position,
        Instant recordedAt,
        String actor,
        @Nullable String role,
        @Nullable String requestId,
        String type,
        String payload,
        Subject subject,
        HistoryFacts facts) {

    /**
     * @param standardId  by which an assessment's scores are explained
     * @param otherSchool in whose history it is told as well
     */
    record Subject(
            String bureau,
            @Nullable String schoolCode,
            @Nullable String assessmentId,
            @Nullable String standardId,
            @Nullable String otherSchool) {

        Subject(
                String bureau,
                @Nullable String schoolCode,
                @Nullable String assessmentId,
                @Nullable String standardId) {
            this(bureau, schoolCode, assessmentId, standardId, null);
        }

        Subject and(String other) {
            return new Subject(bureau, schoolCode, assessmentId, standardId, other);
        }
    }
}
