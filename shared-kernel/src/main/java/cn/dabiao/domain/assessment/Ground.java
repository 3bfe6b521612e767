package cn.dabiao.domain.assessment;

/** Why a bureau determines NOT_ATTAINED whatever the score (notice §5.1, RULES.md §4.7). */
public enum Ground {
    /** 思想不重视. */
    POOR_AWARENESS,
    /** 措施不得力. */
    WEAK_MEASURES,
    /** 开展不到位. */
    NOT_CARRIED_OUT,
    /** 行动进展缓慢. */
    SLOW_PROGRESS
}
