package cn.dabiao.domain.assessment;

import java.time.Instant;

import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.standard.Standard;

/**
 * On what terms an assessment is to be judged: the campaign as it is, the standard it is pinned to, and the moment.
 *
 * @param at by the clock of whoever asks
 */
public record Terms(Campaign campaign, Standard standard, Instant at) {}
