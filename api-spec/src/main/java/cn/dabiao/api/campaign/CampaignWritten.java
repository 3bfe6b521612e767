package cn.dabiao.api.campaign;

import cn.dabiao.domain.campaign.CampaignId;

/**
 * The answer to a change of a campaign.
 *
 * @param version  how many events it has now; the next If-Match
 * @param position the ledger position of the last of them
 */
public record CampaignWritten(CampaignId campaignId, long version, long position) {}
