package cn.dabiao.api.campaign;

/** What a school owes by a date; a school's overdue tasks are listed in this order. */
public enum OverdueTask {
    /** The plan (创建活动方案) that every school has to file. */
    PLAN,
    /** The report on a rectification order (整改通知), the first one or one anew. */
    RECTIFICATION,
    /** What it committed itself to in an interview (约谈), and nobody has found kept. */
    COMMITMENT
}
