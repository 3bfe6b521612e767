package cn.dabiao.api.webhook;

import java.util.List;
import java.util.Objects;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.school.SchoolCode;

/**
 * Which events are wanted, of those that whoever made the webhook may see.
 *
 * @param types the names of kinds of events; empty for all
 */
public record WebhookFilter(
        @Size(max = 100) @Nullable List<String> types, @Nullable CampaignId campaign, @Nullable SchoolCode school) {

    public WebhookFilter {
        types = List.copyOf(Objects.requireNonNullElse(types, List.of()));
    }
}
