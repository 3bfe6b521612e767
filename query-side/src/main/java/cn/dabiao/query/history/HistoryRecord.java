package cn.dabiao.query.history;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.value.BureauCode;

/**
 * A row of {@code view.history}.
 *
 * @param figures the payload without persons; null when it tells of none
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
        @Nullable String figures,
        Subject subject,
        HistoryFacts facts) {

    /**
     * @param standardId  by which an assessment's scores are explained
     * @param campaignId  for the events of the campaign itself alone
     * @param otherSchool in whose history it is told as well
     */
    record Subject(
            String bureau,
            @Nullable String schoolCode,
            @Nullable String assessmentId,
            @Nullable String standardId,
            @Nullable String campaignId,
            @Nullable String otherSchool) {

        Subject(
                String bureau,
                @Nullable String schoolCode,
                @Nullable String assessmentId,
                @Nullable String standardId) {
            this(bureau, schoolCode, assessmentId, standardId, null, null);
        }

        static Subject ofCampaign(BureauCode bureau, CampaignId campaignId) {
            return new Subject(bureau.value(), null, null, null, campaignId.value(), null);
        }

        Subject and(String other) {
            return new Subject(bureau, schoolCode, assessmentId, standardId, campaignId, other);
        }
    }
}
