package cn.dabiao.command.assessment;

/** The oracle's answer to a command: the kind of refusal it deserves, empty for none. */
final class Verdict {

    private Verdict() {}

    static String when(boolean refused, String kind) {
        return refused ? kind : "";
    }

    /** Of several reasons the caller is told the first. */
    static String first(String... kinds) {
        for (String kind : kinds) {
            if (!kind.isEmpty()) {
                return kind;
            }
        }
        return "";
    }
}
