package cn.dabiao.domain.people;

/** What an identity may be in a bureau (RULES.md §6). */
public enum Role {
    /** A school's own account. */
    SCHOOL,
    /** Scores the rounds it was drawn for. */
    INSPECTOR,
    /** 安稳办: runs the campaign day to day. */
    OFFICE,
    /** A member of the leading group (领导小组). */
    LEADER,
    /** Reads and verifies everything, writes nothing. */
    AUDITOR,
    /** Reads figures, never the names and phones of persons. */
    ANALYST,
    /** Runs the installation; the only role that belongs to no bureau. */
    OPERATOR
}
