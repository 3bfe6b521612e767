package cn.dabiao.api.campaign;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import cn.dabiao.api.Permitted;
import cn.dabiao.api.Written;
import cn.dabiao.api.person.ErasureRequest;
import cn.dabiao.domain.assessment.Precondition;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;

/** Running campaigns. */
@Tag(name = "campaigns")
public interface CampaignWrites {

    @Operation(operationId = "openCampaign", summary = "Open a campaign on a published standard")
    @PostMapping("/api/v1/campaigns")
    @Permitted(Role.OFFICE)
    ResponseEntity<Written> open(@Valid @RequestBody CampaignRequest request, Actor actor);

    @Operation(
            operationId = "changeLeadingGroup",
            summary = "Name the campaign's leading group anew (领导小组)",
            description = "The whole group as it is from now on; who was in it before stays in the campaign's history.")
    @PostMapping("/api/v1/campaigns/{campaignId}/leading-group")
    @Permitted({Role.OFFICE, Role.LEADER})
    ResponseEntity<CampaignWritten> changeLeadingGroup(
            @PathVariable CampaignId campaignId,
            @Valid @RequestBody LeadingGroupRequest request,
            Precondition precondition,
            Actor actor);

    @Operation(
            operationId = "extendDeadline",
            summary = "Put off the date for plans",
            description = "Only ever to a later date. A plan that was filed before is judged by the date of its time.")
    @PostMapping("/api/v1/campaigns/{campaignId}/deadlines")
    @Permitted(Role.OFFICE)
    ResponseEntity<CampaignWritten> extendDeadline(
            @PathVariable CampaignId campaignId,
            @Valid @RequestBody DeadlineRequest request,
            Precondition precondition,
            Actor actor);

    @Operation(
            operationId = "closeCampaign",
            summary = "Close the campaign for good",
            description = "Refused while assessments are open (`open-assessments-remain` names them and says why each "
                    + "is), unless forced with a reason. A school that never filed a plan keeps nothing open. After "
                    + "this, nothing of the campaign is written any more but publications of grades.")
    @PostMapping("/api/v1/campaigns/{campaignId}/close")
    @Permitted({Role.OFFICE, Role.LEADER})
    ResponseEntity<CampaignWritten> close(
            @PathVariable CampaignId campaignId,
            @Valid @RequestBody ClosingRequest request,
            Precondition precondition,
            Actor actor);

    @Operation(
            operationId = "publishGrades",
            summary = "Make the grades public as they stand now (公示)",
            description = "A numbered snapshot of the ranking of every graded school, frozen: what changes afterwards "
                    + "shows in the next publication, and the earlier ones stay readable. Only what is published do "
                    + "schools and inspectors see of others. A school with an open appeal is in it, marked `pending`. "
                    + "Refused while nobody is graded (`nothing-to-publish`). A closed campaign can still be "
                    + "published: appeals outlive it, and the last of them may change the list.")
    @PostMapping("/api/v1/campaigns/{campaignId}/publication")
    @Permitted(Role.OFFICE)
    ResponseEntity<PublicationWritten> publish(
            @PathVariable CampaignId campaignId,
            @Valid @RequestBody PublicationRequest request,
            Precondition precondition,
            Actor actor);

    @Operation(
            operationId = "eraseCampaignPerson",
            summary = "Erase a member of a campaign's leading group (个人信息删除)",
            description = "The name, and every number entered with it, in the events of the campaign and in everything made of them, cannot "
                    + "be read any more by anybody: the key they are sealed with is destroyed. That it was done, by whom and "
                    + "why, is an event like any other; it cannot be undone. A person is a name within one campaign: the same "
                    + "name elsewhere is another entry. What was written about somebody in words (reasons, opinions) and the "
                    + "content of files stay.")
    @PostMapping("/api/v1/campaigns/{campaignId}/erasures")
    @ResponseStatus(HttpStatus.OK)
    @Permitted({Role.OFFICE, Role.LEADER})
    ResponseEntity<CampaignWritten> erase(
            @PathVariable CampaignId campaignId, @Valid @RequestBody ErasureRequest request, Actor actor);
}
