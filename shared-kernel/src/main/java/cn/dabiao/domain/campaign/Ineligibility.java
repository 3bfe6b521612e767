package cn.dabiao.domain.campaign;

/** Why a school may not be considered for the safety awards (安全工作先进评比). */
public enum Ineligibility {
    /** The grade that counts is 不达标, scored or determined. */
    NOT_ATTAINED,
    /** It has no grade, nor a determination: begun or not. */
    UNGRADED,
    /** A 通报批评 that the bureau has not withdrawn. */
    CIRCULAR_CRITICISM
}
