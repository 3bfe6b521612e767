package cn.dabiao.domain.explanation;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.assessment.AssessmentEvent.ItemScored;
import cn.dabiao.domain.assessment.AssessmentEvent.ScoreCorrected;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.value.Authority;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;

/**
 * An event that says what an item has, whole: a scoring by an inspector, or a correction of one.
 *
 * @param round    in which it happened; in later rounds it may have been carried over
 * @param score    what the event itself says is left of the item's points
 * @param at       when it was decided: for a scoring, on site
 * @param reason   why it was scored anew or corrected
 * @param restsOn  where the appeal that it rests on was lodged and decided; empty without one
 */
public record ItemChange(
        long position,
        Basis basis,
        int round,
        ItemFindings findings,
        Points score,
        Instant at,
        @Nullable InspectorId scoredBy,
        @Nullable Reason reason,
        @Nullable AppealId appealId,
        @Nullable Authority authority,
        List<Long> restsOn) {

    public ItemChange {
        restsOn = List.copyOf(restsOn);
    }

    static ItemChange of(ItemScored event, long position) {
        return new ItemChange(
                position,
                Basis.SCORING,
                event.round(),
                new ItemFindings(event.itemNo(), event.deductions(), event.measurements(), event.notApplicable()),
                event.after(),
                event.scoredAt(),
                event.scoredBy(),
                event.reason(),
                null,
                null,
                List.of());
    }

    static ItemChange of(ScoreCorrected event, long position, List<Long> restsOn) {
        return new ItemChange(
                position,
                event.appealId() == null ? Basis.CORRECTION : Basis.APPEAL,
                event.round(),
                new ItemFindings(event.itemNo(), event.deductions(), event.measurements(), event.notApplicable()),
                event.after(),
                event.at(),
                null,
                event.reason(),
                event.appealId(),
                event.authority(),
                restsOn);
    }
}
