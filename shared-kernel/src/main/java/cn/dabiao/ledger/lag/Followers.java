package cn.dabiao.ledger.lag;

import java.util.List;


/**
 * Some who follow the ledger, and where they keep how far they have come.
 *
 * @param groups      their processing groups; whatever else the table holds is left over from others
 * @param tokens      the table of their tokens, with its schema
 * @param deadLetters the table of the events that they could not take
 */
public record Followers(List<String> groups, String tokens, String deadLetters) {

    private static final String TABLE = "[a-z]+\\.[a-z_]+";

    public Followers {
        groups = List.copyOf(groups);
        if (!tokens.matches(TABLE) || !deadLetters.matches(TABLE)) {
            throw new IllegalArgumentException("a table is named with its schema");
        }
    }
}
