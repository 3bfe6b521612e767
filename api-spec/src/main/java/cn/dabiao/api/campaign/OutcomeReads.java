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
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.value.Township;

/** What follows from a campaign for every school in the register that has not ceased. */
@Tag(name = "campaigns")
public interface OutcomeReads {

    @Operation(
            operationId = "getEligibility",
            summary = "Which schools may be considered for the safety awards (评先资格), and why the others may not",
            description = "Every school in the register that has not ceased, by its code, whether it has begun or not. "
                    + "What stands against one is always listed: `UNGRADED` without a grade, `NOT_ATTAINED` when that is "
                    + "the grade that counts, scored or determined, `CIRCULAR_CRITICISM` while one (通报批评) is not "
                    + "withdrawn. A school's account sees its own row only.")
    @GetMapping("/api/v1/campaigns/{campaignId}/eligibility")
    @Permitted({Role.SCHOOL, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST})
    ResponseEntity<Page<EligibilityRow>> eligibility(
            @PathVariable CampaignId campaignId,
            @RequestParam(required = false) @Nullable Boolean eligible,
            @RequestParam(required = false) @Nullable Township township,
            @RequestParam(required = false) @Nullable SchoolKind kind,
            @RequestParam(required = false) @Nullable Ownership ownership,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor);

    @Operation(
            operationId = "getAnnualEvaluation",
            summary = "What each school's result contributes to the annual safety evaluation",
            description = "Every school in the register that has not ceased, by its code. The contribution is the total "
                    + "times the campaign's `annualWeight`, exactly and unrounded, also of a total that gives no level. A "
                    + "school determined NOT_ATTAINED contributes 0, whatever its scores, with the reason "
                    + "`DETERMINED_NOT_ATTAINED`; one without a grade has no contribution, with the reason `UNGRADED`. A "
                    + "school's account sees its own row only.")
    @GetMapping("/api/v1/campaigns/{campaignId}/annual-evaluation")
    @Permitted({Role.SCHOOL, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST})
    ResponseEntity<Page<AnnualEvaluationRow>> annualEvaluation(
            @PathVariable CampaignId campaignId,
            @RequestParam(required = false) @Nullable Township township,
            @RequestParam(required = false) @Nullable SchoolKind kind,
            @RequestParam(required = false) @Nullable Ownership ownership,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor);
}
