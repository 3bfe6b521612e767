package cn.dabiao.domain.measure;

/** The measures of the notice, the lightest first; it ends their list with 等, so it knows no strict ladder. */
public enum MeasureKind {
    /** 函告. */
    NOTICE_LETTER,
    /** 约谈. */
    INTERVIEW,
    /** 通报批评. */
    CIRCULAR_CRITICISM;

    public boolean isHeavierThan(MeasureKind other) {
        return compareTo(other) > 0;
    }
}
