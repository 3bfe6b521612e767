package cn.dabiao.domain.standard;

/** What is measured. */
public enum Quantity {
    AREA,
    LIVE_RESOLUTION,
    PLAYBACK_RESOLUTION,
    RESOLUTION,
    RETENTION
}
