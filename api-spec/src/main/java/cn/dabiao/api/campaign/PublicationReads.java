package cn.dabiao.api.campaign;

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
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.standard.Grade;

/** Reading what a bureau has made public of its campaigns: the same to everybody in it. */
@Tag(name = "campaigns")
public interface PublicationReads {

    @Operation(operationId = "listPublications", summary = "The publications of a campaign's grades, the last one first")
    @GetMapping("/api/v1/campaigns/{campaignId}/publications")
    @Permitted({Role.SCHOOL, Role.INSPECTOR, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST})
    ResponseEntity<Page<PublicationView>> list(
            @PathVariable CampaignId campaignId,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor);

    @Operation(
            operationId = "getPublication",
            summary = "The schools of a publication as they stood then, the best first",
            description = "Ranks are those in the whole publication, whatever the filters leave.")
    @GetMapping("/api/v1/campaigns/{campaignId}/publications/{publicationNo}")
    @Permitted({Role.SCHOOL, Role.INSPECTOR, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST})
    ResponseEntity<Page<PublishedRow>> rows(
            @PathVariable CampaignId campaignId,
            @PathVariable int publicationNo,
            @RequestParam(required = false) @Nullable Grade grade,
            @RequestParam(required = false) @Nullable SchoolKind kind,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor);
}
