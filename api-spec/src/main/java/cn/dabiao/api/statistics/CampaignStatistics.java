package cn.dabiao.api.statistics;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.Township;

/**
 * A campaign in figures.
 *
 * @param judgedOn      the day, in the campaign's zone, on which plans and orders are found overdue
 * @param publicationNo the number of the last publication of grades; null before the first
 * @param groups        those that {@code by} asks for; empty when it asks for none
 */
public record CampaignStatistics(
        CampaignId campaignId,
        StandardId standardId,
        LocalDate judgedOn,
        @Nullable Integer publicationNo,
        CampaignFigures overall,
        List<StatisticsGroup> groups,
        long position) {

    public CampaignStatistics {
        groups = List.copyOf(groups);
    }

    /** The schools that have this in common; null for what {@code by} does not name. */
    public record StatisticsGroup(
            @Nullable Township township,
            @Nullable SchoolKind kind,
            @Nullable Ownership ownership,
            CampaignFigures figures) {}
}
