package cn.dabiao.command;

import java.time.Instant;

import cn.dabiao.domain.assessment.Precondition;
import cn.dabiao.domain.people.Actor;

/**
 * What every command brings along, so that no handler needs a clock or a look around.
 *
 * @param at           when it is done, by the clock of whoever made the command
 * @param precondition what the caller saw before
 */
public record Request(Actor actor, Instant at, Precondition precondition) {

    public static Request of(Actor actor, Instant at) {
        return new Request(actor, at, Precondition.NONE);
    }
}
