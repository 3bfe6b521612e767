package cn.dabiao.api.webhook;

/** Whether a webhook is sent to. */
public enum WebhookState {
    ACTIVE,
    /** By hand, or because the target answered 410 Gone. */
    PAUSED,
    /** It failed so often in a row that it is not tried any more. */
    DEAD
}
