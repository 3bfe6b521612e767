package cn.dabiao.api.inspector;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.value.Mean;
import cn.dabiao.domain.value.PersonName;

/**
 * An inspector's work in a campaign. Whoever was replaced in a round is not assigned to it any more, and the replacement
 * is; what was scored stands under the name of whoever scored it last in its round. Corrections are nobody's scorings.
 *
 * @param assigned              the rounds the inspector is assigned to, and the draws that wait for their round
 * @param open                  the rounds of those that the inspector has not signed
 * @param scored                the items the inspector has scored, an item in two rounds as two
 * @param signed                the rounds the inspector has signed
 * @param daysToSign            the mean of the calendar days from a round's visit to the signature, in the campaign's
 *                              zone; a signature before the visit counts 0; null when nothing is signed
 * @param meanDeduction         the points taken off per item scored, as deducted, also beyond what an item is worth; null
 *                              when nothing is scored
 * @param campaignMeanDeduction the same of all items that anybody has scored in the campaign; null when there are none
 * @param strictness            {@code meanDeduction} less {@code campaignMeanDeduction}: above 0 is stricter than the
 *                              campaign; null when the inspector has scored nothing
 * @param interval              between which bounds the strictness lies with 95 % confidence; null when the inspector or
 *                              the others together have scored fewer than two items, or when nothing varies in either
 */
public record WorkloadRow(
        CampaignId campaignId,
        InspectorId inspectorId,
        @Nullable PersonName name,
        int assigned,
        int open,
        int scored,
        int signed,
        @Nullable Mean daysToSign,
        @Nullable Mean meanDeduction,
        @Nullable Mean campaignMeanDeduction,
        @Nullable Mean strictness,
        @Nullable StrictnessInterval interval) {}
