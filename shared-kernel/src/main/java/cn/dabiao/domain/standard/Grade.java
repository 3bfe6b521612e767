package cn.dabiao.domain.standard;

/** A grade (等级), best first. */
public enum Grade {
    /** 一级达标. */
    LEVEL_1,
    /** 二级达标. */
    LEVEL_2,
    /** 三级达标. */
    LEVEL_3,
    /** 不达标. */
    NOT_ATTAINED;

    public boolean attained() {
        return this != NOT_ATTAINED;
    }
}
