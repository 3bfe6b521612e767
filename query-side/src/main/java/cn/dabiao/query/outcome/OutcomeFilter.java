package cn.dabiao.query.outcome;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.value.Township;
import cn.dabiao.query.reading.Listing;

/** What a list of outcomes is narrowed to; null is no filter. */
record OutcomeFilter(
        @Nullable Boolean eligible,
        @Nullable Township township,
        @Nullable SchoolKind kind,
        @Nullable Ownership ownership) {

    Listing listing(String name, CampaignId campaign) {
        return Listing.of(name, campaign, eligible, township, kind, ownership);
    }
}
