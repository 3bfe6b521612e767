package cn.dabiao.domain.campaign;

/** What keeps an assessment from being over, as its campaign is closed. */
public enum OpenEnd {
    /** It has neither been graded nor determined. */
    NOT_GRADED,
    /** A rectification order has not been verified. */
    RECTIFICATION_OPEN,
    /** An appeal waits for its decision. */
    APPEAL_OPEN,
    /** The school may still appeal. */
    APPEAL_WINDOW_OPEN
}
