package cn.dabiao.query;

import java.util.List;

/** The processing groups: each has a token, and so a position, of its own. Their tokens are made by a migration. */
public final class Groups {

    public static final String REGISTER = "register";
    public static final String ASSESSMENT = "assessment";
    public static final String RANKING = "ranking";
    public static final String HISTORY = "history";
    public static final String STATISTICS = "statistics";

    static final List<String> ALL = List.of(REGISTER, ASSESSMENT, RANKING, HISTORY, STATISTICS);

    private Groups() {}
}
