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

    /** @param standardId by which an assessment's scores are explained */
    record Subject(
            String bureau,
            @Nullable String schoolCode,
            @Nullable String assessmentId,
            @Nullable String standardId) {}
}
