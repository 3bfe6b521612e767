package cn.dabiao.api.inspector;

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
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;

/** Reading what inspectors have to do, have done, and how strictly. */
@Tag(name = "inspectors")
public interface WorkloadReads {

    @Operation(
            operationId = "getCampaignWorkload",
            summary = "The work of every inspector on the roster in a campaign, by id",
            description = "Also of those who have had nothing to do. An inspector's account sees its own row only.")
    @GetMapping("/api/v1/campaigns/{campaignId}/workload")
    @Permitted({Role.INSPECTOR, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST})
    ResponseEntity<Page<WorkloadRow>> ofCampaign(
            @PathVariable CampaignId campaignId,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor);

    @Operation(
            operationId = "getInspectorWorkload",
            summary = "An inspector's work in each campaign in which there was any, by the campaign's id",
            description = "A campaign is listed when the inspector is assigned to a round of it, is drawn for one, or has "
                    + "scored in one. An inspector's account sees its own work only.")
    @GetMapping("/api/v1/inspectors/{inspectorId}/workload")
    @Permitted({Role.INSPECTOR, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST})
    ResponseEntity<Page<WorkloadRow>> ofInspector(
            @PathVariable InspectorId inspectorId,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor);
}
