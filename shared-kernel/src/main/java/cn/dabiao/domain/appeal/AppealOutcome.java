package cn.dabiao.domain.appeal;

/** How a leader decides an appeal. */
public enum AppealOutcome {
    UPHELD,
    PARTLY_UPHELD,
    DISMISSED
}
