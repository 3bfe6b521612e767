package cn.dabiao.command;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryTemplate;

import cn.dabiao.api.problem.IdempotencyKeyException;
import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.campaign.CampaignEvent;
import cn.dabiao.domain.people.PersonId;
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.ledger.LedgerUnavailable;
import cn.dabiao.ledger.once.Done;
import cn.dabiao.ledger.once.DoneParts;
import cn.dabiao.ledger.once.KeyedRequest;
import cn.dabiao.ledger.once.Part;
import cn.dabiao.ledger.store.Receipt;

/**
 * Has the commands of a request that may come again carried out once, and answers them each time as at first. The answers are
 * not kept: what a handler answers is the version or the fold of its stream, and the ledger has both as they were then.
 */
final class Repetitions {

    private final DoneParts parts;
    private final LedgerReader ledger;

    Repetitions(DoneParts parts, LedgerReader ledger) {
        this.parts = parts;
        this.ledger = ledger;
    }

    /**
     * What was done before is not sent, and whoever is refused because the very same request was faster is answered as that
     * one was.
     *
     * @param answer  what the handler answers; {@link Void} when nobody wants to know
     * @param receipt is filled in either way
     * @param sending sends the command, in this thread
     * @throws IdempotencyKeyException when something else was asked for under the same key
     */
    @Nullable Object handled(
            KeyedRequest request,
            Class<?> answer,
            Receipt receipt,
            RetryTemplate retry,
            Supplier<@Nullable Object> sending) {
        Part part = request.part();
        Object answered = receipt.around(part, () -> {
            try {
                return retry.invoke(() -> sentUnlessDone(request, part, answer, sending));
            } catch (IdempotencyKeyException e) {
                throw e;
            } catch (RuntimeException e) {
                return answer(doneAfter(e, part), answer);
            }
        });
        request.ended();
        return answered;
    }

    /** Whom this thread's request has erased when it was sent before: nobody finds them by their name any more. */
    Optional<PersonId> erased() {
        return Optional.ofNullable(KeyedRequest.current())
                .flatMap(request -> done(request, request.part()))
                .flatMap(done -> ledger.erasedAt(done.position()));
    }

    private @Nullable Object sentUnlessDone(
            KeyedRequest request, Part part, Class<?> answer, Supplier<@Nullable Object> sending) {
        Optional<Done> done = done(request, part);
        if (done.isPresent()) {
            return answer(done.get(), answer);
        }
        try {
            return sending.get();
        } catch (ConcurrencyException e) {
            request.overtaken();
            throw e;
        }
    }

    /** @throws RuntimeException the failure, when the part is not done */
    private Done doneAfter(RuntimeException failure, Part part) {
        try {
            return find(part).orElseThrow(() -> failure);
        } catch (LedgerUnavailable e) {
            if (e != failure) {
                failure.addSuppressed(e);
            }
            throw failure;
        }
    }

    /** Of a request that is new nothing is done, and nobody looks. */
    private Optional<Done> done(KeyedRequest request, Part part) {
        return request.isBegun() ? find(part) : Optional.empty();
    }

    private Optional<Done> find(Part part) {
        Optional<Done> done = parts.find(part);
        if (done.isPresent() && !done.get().fingerprint().equals(part.request().fingerprint())) {
            throw IdempotencyKeyException.reused(part.request().key());
        }
        return done;
    }

    private @Nullable Object answer(Done done, Class<?> answer) {
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
