package cn.dabiao.query.past;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.problem.InvalidRequestException;

/** The moment at which a caller wants to be shown something. */
public sealed interface Moment {

    /** As it is. */
    record Now() implements Moment {}

    /**
     * As it was at an instant.
     *
     * @param field the parameter that says so
     */
    record At(String field, Instant instant) implements Moment {}

    /**
     * As it was after the event at a position.
     *
     * @param field the parameter that says so
     */
    record AtPosition(String field, long position) implements Moment {}

    /** What {@code asOf} and {@code atPosition} ask for. */
    static Moment of(@Nullable Instant asOf, @Nullable Long atPosition) {
        return of("asOf", asOf, "atPosition", atPosition);
    }

    /**
     * What a pair of parameters asks for; neither asks for now.
     *
     * @throws InvalidRequestException when both are given
     */
    static Moment of(String instantField, @Nullable Instant instant, String positionField, @Nullable Long position) {
        if (position == null) {
            return instant == null ? new Now() : new At(instantField, instant);
        }
        if (instant != null) {
            throw new InvalidRequestException(
                    positionField, position.toString(), "one-moment", Map.of("other", instantField));
        }
        return new AtPosition(positionField, position);
    }
}
