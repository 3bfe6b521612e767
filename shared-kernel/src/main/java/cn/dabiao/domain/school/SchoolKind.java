package cn.dabiao.domain.school;

/** The kind of school (学校类别) among those the notice is addressed to. */
public enum SchoolKind {
    /** 幼儿园. */
    KINDERGARTEN,
    /** 小学. */
    PRIMARY,
    /** 初中. */
    JUNIOR_HIGH,
    /** 高中. */
    SENIOR_HIGH,
    /** 九年一贯制. */
    NINE_YEAR,
    /** 完全中学. */
    COMPLETE_SECONDARY,
    /** 中等职业学校, e.g. 灌南中专. */
    VOCATIONAL,
    /** 特殊教育学校. */
    SPECIAL_EDUCATION
}
