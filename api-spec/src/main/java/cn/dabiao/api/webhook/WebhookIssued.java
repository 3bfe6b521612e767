package cn.dabiao.api.webhook;

/**
 * A webhook with the secret its deliveries are signed with from now on.
 *
 * @param secret {@code whsec_} and base64 of 32 bytes, as Standard Webhooks has it; shown this once
 */
public record WebhookIssued(String secret, WebhookView webhook) {

    /** Keeps it out of logs. */
    @Override
    public String toString() {
        return "WebhookIssued[" + webhook + "]";
    }
}
