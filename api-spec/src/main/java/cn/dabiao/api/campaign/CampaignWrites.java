package cn.dabiao.api.campaign;

import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import cn.dabiao.api.Permitted;
import cn.dabiao.api.Written;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;

/** Running campaigns. */
@Tag(name = "campaigns")
public interface CampaignWrites {

    @Operation(operationId = "openCampaign", summary = "Open a campaign on a published standard")
    @PostMapping("/api/v1/campaigns")
    @Permitted(Role.OFFICE)
    ResponseEntity<Written> open(@Valid @RequestBody CampaignRequest request, Actor actor);
}
