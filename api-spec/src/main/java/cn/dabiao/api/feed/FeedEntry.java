package cn.dabiao.api.feed;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonRawValue;

import io.swagger.v3.oas.annotations.media.Schema;

import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.school.SchoolCode;

/**
 * An event as the ledger holds it.
 *
 * @param position   its place in the ledger: the same for every reader, and the key to know a repeated one by
 * @param recordedAt when the ledger took it
 * @param at         when it was done
 * @param type       its stable name, e.g. {@code assessment.ItemScored}
 * @param revision   of the shape of {@code data}
 * @param campaignId of the campaign itself, or of the assessment's
 * @param actor      who did it: the subject of the token; left out for analysts
 * @param data       what it says, as JSON; to an analyst without persons
 * @param leafHash   base64 of the hash of the event as it is stored: what a proof of inclusion begins with
 */
public record FeedEntry(
        long position,
        Instant recordedAt,
        Instant at,
        String type,
        int revision,
        @Nullable SchoolCode schoolCode,
        @Nullable AssessmentId assessmentId,
        @Nullable CampaignId campaignId,
        @Nullable String actor,
        @Nullable Role role,
        @JsonRawValue @Schema(implementation = Map.class) String data,
        String leafHash) {}
