package cn.dabiao.api.campaign;

import cn.dabiao.domain.campaign.CampaignId;

/**
 * The answer to a publication of grades.
 *
 * @param publicationNo its number, 1 for the campaign's first
 * @param version       how many events the campaign has now; the next If-Match
 * @param position      the ledger position of the publication
 */
public record PublicationWritten(CampaignId campaignId, int publicationNo, long version, long position) {}
