package cn.dabiao.api.projection;

/** How a rebuild stands. */
public enum RebuildState {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
}
