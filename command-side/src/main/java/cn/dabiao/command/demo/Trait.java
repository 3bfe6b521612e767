package cn.dabiao.command.demo;

/** What is unusual about a school's way. */
enum Trait {
    LATE_PLAN,
    /** The declaration came back once and was made good. */
    RETURNED_ONCE,
    /** The office had taken the declaration before the school withdrew it. */
    ACCEPTED_BEFORE,
    REDRAWN,
    THREE_INSPECTORS,
    /** Scored on site without a network, sent in the evening. */
    OFFLINE,
    /** An inspector corrected an item before anyone signed. */
    RESCORED
}
