package cn.dabiao.api.webhook;

/** Why a delivery was not taken. No more is told: what lies behind a target is not the caller's to explore. */
public enum DeliveryFault {
    /** It answered with another status than 2xx. */
    STATUS,
    /** Nobody answered in time. */
    TIMEOUT,
    /** There is no such host. */
    UNKNOWN_HOST,
    /** The host has an address that must not be sent to. */
    ADDRESS_NOT_ALLOWED,
    /** No connection, or it broke. */
    CONNECTION,
    /** Its certificate or its encryption is not to be trusted. */
    TLS
}
