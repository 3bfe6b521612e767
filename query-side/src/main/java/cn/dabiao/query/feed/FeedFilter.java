package cn.dabiao.query.feed;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.ledger.EventTypes;

/**
 * Which events are wanted, of those that may be seen.
 *
 * @param types the names of kinds of events; empty for all
 */
public record FeedFilter(Set<String> types, @Nullable CampaignId campaign, @Nullable SchoolCode school) {

    public static final FeedFilter ALL = new FeedFilter(Set.of(), null, null);

    public FeedFilter {
        types = Set.copyOf(types);
    }

    /**
     * @param field where the types come from
     * @throws InvalidRequestException for a kind of event that does not exist: it would be waited for in vain
     */
    public static FeedFilter of(
            String field, @Nullable List<String> types, @Nullable CampaignId campaign, @Nullable SchoolCode school) {
        List<String> known = EventTypes.names();
        List<String> wanted = types == null ? List.of() : types;
        wanted.stream().filter(type -> !known.contains(type)).findFirst().ifPresent(unknown -> {
            throw new InvalidRequestException(
                    field, InvalidValue.printable(unknown), "one-of", Map.of("known", known));
        });
        return new FeedFilter(Set.copyOf(wanted), campaign, school);
    }

    boolean takes(FeedRow row) {
        return (types.isEmpty() || types.contains(row.type()))
                && (campaign == null || campaign.value().equals(row.campaign()))
                && (school == null || row.concerns(school.value()));
    }
}
