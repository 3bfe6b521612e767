package cn.dabiao.api.demo;

import cn.dabiao.domain.campaign.CampaignId;

/**
 * What the demo county holds now. It is fictional: no school and no person in it exists.
 *
 * @param created whether this request wrote it; false when it was there already
 */
public record DemoResult(
        String notice, CampaignId campaignId, int schools, int inspectors, int assessments, boolean created) {}
