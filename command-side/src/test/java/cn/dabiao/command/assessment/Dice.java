package cn.dabiao.command.assessment;

import java.util.List;
import java.util.SplittableRandom;

import org.jspecify.annotations.Nullable;

/** Choices that all follow from one number; from 0 the first of everything, so that shrinking ends in the plainest. */
final class Dice {

    private final @Nullable SplittableRandom random;

    Dice(int number) {
        random = number == 0 ? null : new SplittableRandom(number);
    }

    /** One of 0 to {@code bound} - 1. */
    int below(int bound) {
        return random == null ? 0 : random.nextInt(bound);
    }

    /** In so many out of a hundred cases. */
    boolean in(int percent) {
        return below(100) >= 100 - percent;
    }

    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }
}
