package cn.dabiao.domain.rectification;

/** Where an order stands. */
public enum RectificationStanding {
    /** The school has to mend and report. */
    ORDERED,
    /** The school has reported; the office has to look. */
    REPORTED,
    /** The office was not satisfied: the school has to report again, by a new date. */
    SENT_BACK,
    /** Done. An order is not closed twice. */
    VERIFIED
}
