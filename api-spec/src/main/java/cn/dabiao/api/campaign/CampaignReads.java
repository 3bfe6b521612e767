package cn.dabiao.api.campaign;

import java.time.Instant;
import java.util.Locale;
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
import cn.dabiao.api.assessment.HistoryEntry;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Township;

/** Reading campaigns and what came of them. */
@Tag(name = "campaigns")
public interface CampaignReads {

    @Operation(operationId = "listCampaigns", summary = "The campaigns of the caller's bureau")
    @GetMapping("/api/v1/campaigns")
    @Permitted({Role.SCHOOL, Role.INSPECTOR, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST})
    ResponseEntity<Page<CampaignView>> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor);

    @Operation(operationId = "getCampaign", summary = "A campaign: its standard, dates and leading group")
    @GetMapping("/api/v1/campaigns/{campaignId}")
    @Permitted({Role.SCHOOL, Role.INSPECTOR, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST})
    ResponseEntity<CampaignView> get(@PathVariable CampaignId campaignId, Actor actor);

    @Operation(
            operationId = "getRanking",
            summary = "The ranking of the graded schools: competition ranking 1, 2, 2, 4",
            description = "By the total or by one category (`by=HARDWARE`). Schools that did not attain, or that were "
                    + "determined NOT_ATTAINED whatever their scores, rank after all that did, by their points. A "
                    + "school without a grade on its scores has nothing to be ranked by and is left out, determined or "
                    + "not. Ranks are those in the whole campaign, whatever the filters leave. Schools and inspectors "
                    + "are answered from the last publication, every row as it was published and with its "
                    + "`publicationNo`; further pages stay in that publication. Until there is one, a school's account "
                    + "sees its own row as it is now, and an inspector none. `asOf` or `atPosition` shows the ranking as it "
                    + "was after that moment, from the publications of then; further pages stay at the position of the first, "
                    + "whatever was committed since.")
    @GetMapping("/api/v1/campaigns/{campaignId}/ranking")
    @Permitted({Role.SCHOOL, Role.INSPECTOR, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST})
    ResponseEntity<Page<RankingRow>> ranking(
            @PathVariable CampaignId campaignId,
            @RequestParam(defaultValue = "total") RankingOrder by,
            @RequestParam(required = false) @Nullable Grade grade,
            @RequestParam(required = false) @Nullable Township township,
            @RequestParam(required = false) @Nullable SchoolKind kind,
            @RequestParam(required = false) @Nullable Ownership ownership,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(required = false) @Min(0) @Nullable Long atPosition,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor);

    @Operation(
            operationId = "getCampaignHistory",
            summary = "Everything that was ever recorded about a campaign itself, in the ledger's order",
            description = "One entry per event: its opening, its leading groups, its dates, the plans that were overdue, "
                    + "what was published, its end. What its schools did is in their histories. `from` and `to` are "
                    + "about when the ledger took it.")
    @GetMapping("/api/v1/campaigns/{campaignId}/history")
    @Permitted({Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST})
    ResponseEntity<Page<HistoryEntry>> history(
            @PathVariable CampaignId campaignId,
            @RequestParam(required = false) @Nullable String types,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor,
            Locale locale);

    @Operation(
            operationId = "listOverdue",
            summary = "What schools should have done by a date that has passed: plans, rectifications, commitments",
            description = "By school, then in the order of `what`: the plan that every school in the register has to file, "
                    + "rectification orders that wait for a report, commitments of an interview that nobody has found "
                    + "kept. Today is the day in the campaign's zone. Schools that have ceased are left out. A school's "
                    + "account sees itself only.")
    @GetMapping("/api/v1/campaigns/{campaignId}/overdue")
    @Permitted({Role.SCHOOL, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST})
    ResponseEntity<Page<OverdueRow>> overdue(
            @PathVariable CampaignId campaignId,
            @RequestParam(required = false) @Nullable OverdueTask what,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor);
}
