package cn.dabiao.command.assessment;

/**
 * One thing that somebody tries in a random life, before it is known what there is to be tried on.
 *
 * @param dice from this number follow all smaller choices; with 0 the plainest
 */
record Step(Want want, Caller caller, Seen seen, Later later, int dice) {

    /** What is wanted; the first one is whatever usually comes next. */
    enum Want {
        NEXT,
        REPLACE_PLAN,
        SELF_ASSESS,
        APPLY,
        ACCEPT,
        RETURN,
        WITHDRAW_APPLICATION,
        DRAW,
        OPEN_REVIEW,
        REPLACE_INSPECTOR,
        SCORE_ITEM,
        SIGN,
        GRADE,
        CORRECT,
        DETERMINE,
        ORDER,
        REPORT,
        VERIFY,
        APPEAL,
        DECIDE,
        ISSUE_MEASURE,
        RECORD_MINUTES,
        CONFIRM_COMMITMENT,
        WITHDRAW_MEASURE,
        /** That the calendar looks whether anything is over. */
        CALENDAR,
        CLOSE_CAMPAIGN
    }

    /** Who tries. */
    enum Caller {
        /** Somebody who may. */
        RIGHT,
        AUDITOR,
        OF_ANOTHER_BUREAU,
        OF_ANOTHER_SCHOOL,
        /** In the right role, and an inspector who has inspected here besides. */
        WHO_INSPECTED,
        INSPECTOR_WITHOUT_ID,
        INSPECTOR_NOT_DRAWN
    }

    /** Which version it rests on. */
    enum Seen {
        LATEST,
        /** The item's own tag, where an item is scored. */
        LATEST_OF_ITEM,
        THE_ONE_BEFORE,
        NOTHING,
        ANYTHING
    }

    /** How much later than the step before. */
    enum Later {
        A_MINUTE,
        AN_HOUR,
        A_DAY,
        A_WEEK,
        /** The last microsecond of the next day that something ends with; an hour when there is none. */
        AT_THE_LAST_MOMENT,
        /** The local midnight after that day. */
        JUST_TOO_LATE
    }

    @Override
    public String toString() {
        return "%s by %s who saw %s, %s later (%d)".formatted(want, caller, seen, later, dice);
    }
}
