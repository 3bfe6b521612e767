package cn.dabiao.domain.appeal;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Misfit;
import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Points;

/**
 * What a leader decides about an appeal: nothing changes when it is dismissed; when it is upheld, in part or whole, some
 * of the items contested get new deductions, and none a worse score; a determination cannot fall by half. Where items and
 * the determination are contested together, in part means one of the two: the items named, and the determination stands;
 * or no item, and the determination falls.
 */
public record AppealDecision(AppealOutcome outcome, List<NewDeductions> items) {

    /** What an item is to lose from now on. */
    public record NewDeductions(ItemNo itemNo, List<Deduction> deductions) {

        public NewDeductions {
            deductions = List.copyOf(deductions);
        }
    }

    public AppealDecision {
        items = List.copyOf(items);
    }

    /** @throws cn.dabiao.domain.refusal.RefusedException when this is no decision of this appeal */
    public void requireFor(Appeal appeal) {
        AppealOutcome before = appeal.outcome();
        if (before != null) {
            throw new Refusal.AppealAlreadyDecided(appeal.appealId(), before).asException();
        }
        Misfit misfit = misfit(appeal);
        if (misfit != null) {
            throw new Refusal.DecisionDoesNotFit(appeal.appealId(), outcome, misfit).asException();
        }
        List<ItemNo> others = items.stream()
                .map(NewDeductions::itemNo)
                .filter(item -> !appeal.items().contains(item))
                .toList();
        if (!others.isEmpty()) {
            throw new Refusal.ItemsNotContested(appeal.appealId(), others, appeal.items()).asException();
        }
    }

    /** An appeal must not make matters worse for the school that lodged it. */
    public static Optional<Refusal> worsening(ItemNo item, Points before, Points after) {
        return after.atLeast(before)
                ? Optional.empty()
                : Optional.of(new Refusal.AppealWorsens(item, before, after));
    }

    /** Whether the determination falls, where it is contested. */
    public boolean revokesDetermination(Appeal appeal) {
        return appeal.contestsDetermination() && (outcome == AppealOutcome.UPHELD || isPartButNoItems());
    }

    private @Nullable Misfit misfit(Appeal appeal) {
        long distinct = items.stream().map(NewDeductions::itemNo).distinct().count();
        if (distinct < items.size()) {
            return Misfit.ITEM_TWICE;
        }
        if (outcome == AppealOutcome.DISMISSED) {
            return items.isEmpty() ? null : Misfit.CHANGED_THOUGH_DISMISSED;
        }
        if (appeal.items().isEmpty()) {
            return outcome == AppealOutcome.PARTLY_UPHELD ? Misfit.NO_HALF_DETERMINATION : null;
        }
        boolean determinationFalls = appeal.contestsDetermination() && isPartButNoItems();
        return items.isEmpty() && !determinationFalls ? Misfit.UPHELD_BUT_UNCHANGED : null;
    }

    private boolean isPartButNoItems() {
        return outcome == AppealOutcome.PARTLY_UPHELD && items.isEmpty();
    }
}
