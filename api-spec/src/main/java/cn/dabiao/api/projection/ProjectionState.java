package cn.dabiao.api.projection;

/** How a group of projections stands. */
public enum ProjectionState {
    /** A node is at every segment of it. */
    RUNNING,
    /** The same, and it is being rebuilt beside that. */
    REBUILDING,
    /** There is a segment that no node is at: it waits after an error, or no node runs. */
    ERROR
}
