package cn.dabiao.query.ranking;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.campaign.RankingOrder;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Township;
import cn.dabiao.query.reading.Listing;

/**
 * By what a ranking is ranked, which of its rows are wanted, and which page of them; null is no filter.
 *
 * @param at the position of the ledger at which it is asked for; null for now
 */
public record RankingQuery(
        RankingOrder by,
        @Nullable Grade grade,
        @Nullable Township township,
        @Nullable SchoolKind kind,
        @Nullable Ownership ownership,
        int limit,
        @Nullable String cursor,
        @Nullable Long at) {

    Listing listing(CampaignId campaign) {
        return Listing.of("ranking", campaign, by.value(), grade, township, kind, ownership, at);
    }

    Listing publishedListing(CampaignId campaign) {
        return Listing.of("published ranking", campaign, by.value(), grade, township, kind, ownership, at);
    }
}
