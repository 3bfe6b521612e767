package cn.dabiao.api.assessment;

import java.time.Instant;
import java.util.Locale;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import cn.dabiao.api.Page;
import cn.dabiao.api.Permitted;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.Phase;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Township;

/** Reading assessments: a school its own, an inspector those it was drawn for, the rest their bureau's. */
@Tag(name = "assessments")
@RequestMapping("/api/v1/assessments")
public interface AssessmentReads {

    @Operation(
            operationId = "listAssessments",
            summary = "The assessments that the caller may read",
            description = "Filters are combined with and. `grade` is the one that counts. `overdue=true` leaves those "
                    + "whose plan came late or that have a rectification order overdue, `overdue=false` the others. "
                    + "`q` looks in the names and codes of schools. `sort` is `school` (by code), `total` or `-total` "
                    + "(best first; without a total last).")
    @GetMapping
    @Permitted({Role.SCHOOL, Role.INSPECTOR, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST})
    ResponseEntity<Page<AssessmentRow>> list(
            @RequestParam(required = false) @Nullable CampaignId campaign,
            @RequestParam(required = false) @Nullable Grade grade,
            @RequestParam(required = false) @Nullable Phase state,
            @RequestParam(required = false) @Nullable Township township,
            @RequestParam(required = false) @Nullable SchoolKind kind,
            @RequestParam(required = false) @Nullable Ownership ownership,
            @RequestParam(required = false) @Nullable Points minTotal,
            @RequestParam(required = false) @Nullable Points maxTotal,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(required = false) @Size(min = 1, max = 40) @Nullable String q,
            @RequestParam(defaultValue = "school") AssessmentSort sort,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor);

    @Operation(
            operationId = "getAssessment",
            summary = "An assessment as it is, and what the caller may do with it; or as it was",
            description = "`asOf` or `atPosition` shows it as it was after that moment, folded from the ledger's events: "
                    + "`position` says which, nothing is `allowed` there, and before its first event there is none. An "
                    + "instant means everything that had been recorded at it and before. Who may read it now may read "
                    + "its past.")
    @GetMapping("/{assessmentId}")
    @Permitted({Role.SCHOOL, Role.INSPECTOR, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST})
    ResponseEntity<AssessmentView> get(
            @PathVariable AssessmentId assessmentId,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(required = false) @Min(0) @Nullable Long atPosition,
            Actor actor);

    @Operation(
            operationId = "getReviewedItem",
            summary = "An item in a round, with the entity tag that a scoring of it needs",
            description = "An item that has not been scored in the round yet answers too, without a score.")
    @GetMapping("/{assessmentId}/reviews/{round}/items/{itemNo}")
    @Permitted({Role.SCHOOL, Role.INSPECTOR, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST})
    ResponseEntity<ReviewedItemView> item(
            @PathVariable AssessmentId assessmentId, @PathVariable int round, @PathVariable ItemNo itemNo, Actor actor);

    @Operation(
            operationId = "replayDraw",
            summary = "A draw drawn again from its stored event, and whether the result is the same",
            description = "Those eligible are put in the order of their loads, the least first, and those of the same "
                    + "load in the order of the SHA-256 of seed, colon and inspector id, in hexadecimal digits; the "
                    + "first ones are drawn, the very first leads. A draw without loads weighed none. A replacement in "
                    + "a round is a draw of one. The event is read from the ledger, at `eventPosition`.")
    @GetMapping("/{assessmentId}/draws/{drawNo}/replay")
    @Permitted({Role.SCHOOL, Role.INSPECTOR, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST})
    ResponseEntity<DrawReplayView> replay(
            @PathVariable AssessmentId assessmentId, @PathVariable int drawNo, Actor actor);

    @Operation(
            operationId = "getAssessmentHistory",
            summary = "Every event of an assessment in the ledger's order, in words",
            description = "One entry per event, with who, when and in which role; for a score and its correction the "
                    + "item, the points before and after, each deduction with its reason, and what it rests on. `from` and "
                    + "`to` are about when the ledger took it. Filters are combined with and.")
    @GetMapping("/{assessmentId}/history")
    @Permitted({Role.SCHOOL, Role.INSPECTOR, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST})
    ResponseEntity<Page<HistoryEntry>> history(
            @PathVariable AssessmentId assessmentId,
            @RequestParam(required = false) @Nullable String types,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable ItemNo item,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor,
            Locale locale);

    @Operation(
            operationId = "listScoreChanges",
            summary = "Every change of a score, the oldest first",
            description = "Scorings, scorings anew and corrections, each with the points before and after, the reason "
                    + "and what it rests on. `item` leaves those of one item.")
    @GetMapping("/{assessmentId}/score-changes")
    @Permitted({Role.SCHOOL, Role.INSPECTOR, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST})
    ResponseEntity<Page<ScoreChange>> scoreChanges(
            @PathVariable AssessmentId assessmentId,
            @RequestParam(required = false) @Nullable ItemNo item,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor,
            Locale locale);
}
