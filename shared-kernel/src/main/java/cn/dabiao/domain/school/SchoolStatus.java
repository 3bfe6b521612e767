package cn.dabiao.domain.school;

/** Whether a school is still there. */
public enum SchoolStatus {
    /** 在办. */
    OPEN,
    /** 已并入其他学校. */
    MERGED,
    /** 已撤销. */
    CLOSED
}
