package cn.dabiao.domain.inspector;

/** How a leader decides a school's request that an inspector be recused. */
public enum RecusalOutcome {
    UPHELD,
    DISMISSED
}
