package cn.dabiao.command;

import java.util.List;
import java.util.Map;

import cn.dabiao.api.problem.ForbiddenException;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.value.BureauCode;

/** The bureau for which somebody writes. */
public final class Bureaus {

    private Bureaus() {}

    /** Every role but the operator's belongs to a bureau (RULES.md §6); whose token names none may write for none. */
    public static BureauCode of(Actor actor) {
        BureauCode bureau = actor.bureau();
        if (bureau == null) {
            throw new ForbiddenException(Map.of("permitted", List.of(), "roles", List.copyOf(actor.roles())));
        }
        return bureau;
    }
}
