package cn.dabiao.api.assessment;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.appeal.Appeal;
import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.appeal.AppealOutcome;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Statement;

/**
 * An appeal (申诉复核) and its decision.
 *
 * @param round   the round whose grade is contested; null when no scores are
 * @param items   the items whose scores are contested
 * @param outcome what a leader decided; null while it is open, like what follows
 */
public record AppealView(
        AppealId appealId,
        @Nullable Integer round,
        List<ItemNo> items,
        boolean contestsDetermination,
        Statement grounds,
        List<ProofView> evidence,
        Instant lodgedAt,
        @Nullable AppealOutcome outcome,
        @Nullable Reason reason,
        @Nullable Instant decidedAt) {

    /** @param persons whether the reader may see what tells of persons */
    public static AppealView of(Appeal appeal, boolean persons) {
        return new AppealView(
                appeal.appealId(),
                appeal.round(),
                appeal.items(),
                appeal.contestsDetermination(),
                appeal.grounds(),
                ProofView.of(appeal.evidence(), persons),
                appeal.lodgedAt(),
                appeal.outcome(),
                appeal.reason(),
                appeal.decidedAt());
    }
}
