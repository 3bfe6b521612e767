package cn.dabiao.query.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.feed.FeedEntry;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.ledger.EventTypes;

/**
 * An event before anybody's view of it.
 *
 * @param figures     the payload without persons; null when it tells of none
 * @param otherSchool a school that it concerns as well
 * @param campaignId  for an event of the campaign itself alone
 * @param members     the inspectors who may read its assessment
 * @param opening     of what is sealed in the payload
 */
record FeedRow(
        long position,
        Instant recordedAt,
        Instant at,
        String actor,
        @Nullable String role,
        String type,
        String payload,
        @Nullable String figures,
        String bureau,
        @Nullable String schoolCode,
        @Nullable String otherSchool,
        @Nullable AssessmentId assessmentId,
        @Nullable String campaignId,
        List<InspectorId> members,
        String leafHash,
        UnaryOperator<String> opening) {

    /** The campaign's, also of an assessment in it. */
    @Nullable String campaign() {
        return assessmentId == null ? campaignId : assessmentId.campaignId().value();
    }

    /** @param persons whether it is for somebody who may see persons in it */
    FeedEntry entry(boolean persons) {
        return new FeedEntry(
                position,
                recordedAt,
                at,
                type,
                EventTypes.revisionOf(type),
                Optional.ofNullable(schoolCode).map(SchoolCode::new).orElse(null),
                assessmentId,
                Optional.ofNullable(campaign()).map(CampaignId::new).orElse(null),
                persons ? actor : null,
                Optional.ofNullable(role).map(Role::valueOf).orElse(null),
                figures == null ? payload : persons ? opening.apply(payload) : figures,
                leafHash);
    }

    /** Whether it shows another text once a person in it is erased. */
    boolean isSealed() {
        return figures != null && payload.contains("sealed:");
    }

    boolean concerns(String school) {
        return school.equals(schoolCode) || school.equals(otherSchool);
    }

    /** About how much memory it takes. */
    int weight() {
        return payload.length() + (figures == null ? 0 : figures.length());
    }
}
