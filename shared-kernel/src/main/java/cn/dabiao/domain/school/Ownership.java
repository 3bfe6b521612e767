package cn.dabiao.domain.school;

/** Who runs the school (办学性质). */
public enum Ownership {
    /** 公办. */
    PUBLIC,
    /** 民办. */
    PRIVATE
}
