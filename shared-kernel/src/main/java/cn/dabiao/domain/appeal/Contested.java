package cn.dabiao.domain.appeal;

/** What can be contested, each with a window of its own. */
public enum Contested {
    /** The item scores that a grade rests on. */
    GRADE,
    /** A reasoned NOT_ATTAINED, whatever the scores (RULES.md §4.7). */
    DETERMINATION
}
