package cn.dabiao.domain.rectification;

/** What the office finds when it looks at a report. */
public enum VerificationOutcome {
    VERIFIED,
    SENT_BACK
}
