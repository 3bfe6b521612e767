package cn.dabiao.query.proof;

import java.util.Map;

import cn.dabiao.api.problem.InvalidRequestException;

/** What no type says of a position or a size: how far the ledger goes. */
final class Ranges {

    private Ranges() {}

    static void requireAtMost(String field, long value, long most) {
        if (value > most) {
            throw new InvalidRequestException(field, Long.toString(value), "Max", Map.of("value", most));
        }
    }
}
