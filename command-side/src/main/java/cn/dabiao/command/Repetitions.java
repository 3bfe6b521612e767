package cn.dabiao.command;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.problem.IdempotencyKeyException;
import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.campaign.CampaignEvent;
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.ledger.once.Done;
import cn.dabiao.ledger.once.DoneParts;
import cn.dabiao.ledger.once.Part;
import cn.dabiao.ledger.store.Receipt;

/**
 * Answers the command of a request that was carried out before, as it was answered then. The answers are not kept: what a
 * handler answers is the version or the fold of its stream, and the ledger has both as they were at that event.
 */
final class Repetitions {

    private final DoneParts parts;
    private final LedgerReader ledger;

    Repetitions(DoneParts parts, LedgerReader ledger) {
        this.parts = parts;
        this.ledger = ledger;
    }

    /** @throws IdempotencyKeyException when something else was asked for under the same key */
    Optional<Done> find(Part part) {
        Optional<Done> done = parts.find(part);
        if (done.isPresent() && !done.get().fingerprint().equals(part.request().fingerprint())) {
            throw IdempotencyKeyException.reused(part.request().key());
        }
        return done;
    }

    /**
     * Fills in the receipt of this thread, too.
     *
     * @param answer what the handler answers; {@link Void} when nobody wants to know
     */
    @Nullable Object answer(Done done, Class<?> answer) {
        Receipt.note(done.position());
        if (answer == Void.class) {
            return null;
        }
        if (answer == Long.class) {
            return done.version();
        }
        if (answer == AssessmentState.class) {
            return folded(done, AssessmentEvent.class, AssessmentState::evolve);
        }
        if (answer == Campaign.class) {
            return folded(done, CampaignEvent.class, Campaign::evolve);
        }
        throw new IllegalStateException("nobody knows how to answer " + answer + " once more");
    }

    private <S, E> @Nullable S folded(Done done, Class<E> of, BiFunction<@Nullable S, E, S> evolve) {
        Fold<S> fold = new Fold<>();
        ledger.eachUpTo(done.position(), List.of(done.stream()), of, List.of(), event ->
                fold.state = evolve.apply(fold.state, event.event()));
        return fold.state;
    }

    private static final class Fold<S> {
        private @Nullable S state;
    }
}
