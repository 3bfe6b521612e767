package cn.dabiao.api.statistics;

import java.time.Instant;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import cn.dabiao.api.Page;
import cn.dabiao.api.Permitted;
import cn.dabiao.api.statistics.CampaignComparison.ComparedSchool;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.value.Township;

/** A campaign in figures, for those who see all of it: schools and inspectors see published grades alone. */
@Tag(name = "campaigns")
public interface StatisticsReads {

    @Operation(
            operationId = "getStatistics",
            summary = "How far a campaign is, its grades and totals, and what fails most",
            description = "Counted over every school of the register that has not ceased and every one that has an "
                    + "assessment, each as it declared itself or, before that, as registered. Progress is of all of "
                    + "them; means and losses are of graded assessments alone, of the round that is graded and as "
                    + "corrected since, so that the means of all items add up to the mean total. Means and percentages "
                    + "are computed exactly and rounded once, to two decimals, halves up. `by` breaks the schools down: "
                    + "each combination of the named properties that occurs is a group. `overall` always tells of "
                    + "categories, items and checkpoints; a group does when `by` names them. "
                    + "`asOf` or `atPosition` asks for a past moment: everything is counted as it was then, also the "
                    + "register and the dates, and what is overdue is judged by that day.")
    @GetMapping("/api/v1/campaigns/{campaignId}/statistics")
    @Permitted({Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST})
    ResponseEntity<CampaignStatistics> statistics(
            @PathVariable CampaignId campaignId,
            @RequestParam(required = false) @Nullable StatisticsBy by,
            @RequestParam(required = false) @Nullable Township township,
            @RequestParam(required = false) @Nullable SchoolKind kind,
            @RequestParam(required = false) @Nullable Ownership ownership,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(required = false) @Nullable @Min(0) Long atPosition,
            Actor actor);

    @Operation(
            operationId = "compareCampaigns",
            summary = "A campaign beside another one of the bureau",
            description = "`with` is the one before. Totals and categories are compared in percent of what they are "
                    + "worth, so that campaigns on different standards can be compared; items and checkpoints only when "
                    + "both are on the same standard, for else they demand different things. A `change` is a difference, "
                    + "above 0 when there is more in the campaign that is asked about.")
    @GetMapping("/api/v1/campaigns/{campaignId}/statistics/comparison")
    @Permitted({Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST})
    ResponseEntity<CampaignComparison> comparison(
            @PathVariable CampaignId campaignId, @RequestParam CampaignId with, Actor actor);

    @Operation(
            operationId = "compareSchools",
            summary = "Every school that has an assessment in both campaigns, by its code",
            description = "`with` is the campaign before. Totals are compared in percent of what each standard is worth.")
    @GetMapping("/api/v1/campaigns/{campaignId}/statistics/comparison/schools")
    @Permitted({Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST})
    ResponseEntity<Page<ComparedSchool>> comparedSchools(
            @PathVariable CampaignId campaignId,
            @RequestParam CampaignId with,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor);
}
