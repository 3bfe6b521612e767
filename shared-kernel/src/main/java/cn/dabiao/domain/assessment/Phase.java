package cn.dabiao.domain.assessment;

/** Where on its path an assessment is (RULES.md §4). */
public enum Phase {
    /** The plan is filed. */
    PLANNED,
    /** The school has assessed itself, qualified or not. */
    SELF_ASSESSED,
    /** The declaration waits for the office. */
    APPLIED,
    /** The office sent the declaration back. */
    RETURNED,
    /** The school took the declaration back. */
    WITHDRAWN,
    /** The office took the declaration. */
    ACCEPTED,
    INSPECTORS_DRAWN,
    UNDER_REVIEW,
    /** Every inspector of the round has signed; the grade is to be assigned. */
    REVIEWED,
    GRADED
}
