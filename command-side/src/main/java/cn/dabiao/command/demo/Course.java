package cn.dabiao.command.demo;

/** How far a school of the demo county has come, in the order of the path. */
enum Course {
    NO_PLAN,
    PLANNED,
    SELF_ASSESSED,
    APPLIED,
    RETURNED,
    WITHDRAWN,
    ACCEPTED,
    DRAWN,
    /** The inspectors are there and have scored nothing yet. */
    VISITED,
    HALF_SCORED,
    SCORED,
    HALF_SIGNED,
    REVIEWED,
    GRADED
}
