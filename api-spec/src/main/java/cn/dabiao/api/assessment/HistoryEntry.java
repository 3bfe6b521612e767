package cn.dabiao.api.assessment;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.scoring.Measurement;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Points;

/**
 * One event of a history.
 *
 * @param position   its place in the ledger
 * @param recordedAt when the ledger took it
 * @param at         when it was done: for a score that was sent later, when it was decided on site
 * @param actor      who did it: the subject of the token; left out for analysts
 * @param role       in which role
 * @param type       the stored name of the event, e.g. {@code assessment.ItemScored}
 * @param text       what happened, in the reader's language
 * @param schoolCode the school it concerns; null for an event of the campaign itself
 * @param before     for a score change: the item's score until then; null when it had none yet
 * @param after      for a score change: the item's score from then on
 * @param inspectorId for a score or a signature: whose it is
 * @param deductions for a score change: what the item loses from then on
 * @param authority  what a change of a score, a grade or a determination rests on: a round of review, an appeal, or the
 *                   act that was named
 * @param requestId  the request that caused it
 */
public record HistoryEntry(
        long position,
        Instant recordedAt,
        Instant at,
        @Nullable String actor,
        @Nullable Role role,
        String type,
        String text,
        @Nullable SchoolCode schoolCode,
        @Nullable AssessmentId assessmentId,
        @Nullable ItemNo itemNo,
        @Nullable Points before,
        @Nullable Points after,
        @Nullable InspectorId inspectorId,
        List<DeductionView> deductions,
        List<Measurement> measurements,
        @Nullable String reason,
        @Nullable String authority,
        @Nullable String requestId) {}
