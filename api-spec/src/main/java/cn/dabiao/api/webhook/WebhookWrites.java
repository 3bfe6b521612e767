package cn.dabiao.api.webhook;

import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import cn.dabiao.api.Permitted;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;

/** Having events sent: configuration, which is not of the ledger. */
@Tag(name = "webhooks")
public interface WebhookWrites {

    @Operation(
            operationId = "createWebhook",
            summary = "Have events sent to an address, as they come",
            description = "The feed of the caller's role, posted as JSON (`WebhookDelivery`: up to 100 events, in the "
                    + "ledger's order) and signed as Standard Webhooks has it: `webhook-id`, `webhook-timestamp` (seconds) "
                    + "and `webhook-signature`, `v1,` and base64 of the HMAC-SHA-256 with the secret's bytes over id, dot, "
                    + "timestamp, dot and body. Check it, and refuse an old timestamp. A 2xx takes it. Anything else, or "
                    + "no answer in time, is tried again after a while, twice as long each time, with the same `webhook-id`; "
                    + "nothing later is sent before. So the events of a school, and of all schools, come in order, and some "
                    + "may come more than once: know them by their position. Redirects are not followed. 410 pauses the "
                    + "webhook; too many failures in a row end it (`DEAD`) until it is resumed. Addresses of private "
                    + "networks are refused, now and at each connection. The answer alone has the secret.")
    @PostMapping("/api/v1/webhooks")
    @Permitted({Role.OFFICE, Role.ANALYST})
    ResponseEntity<WebhookIssued> create(@Valid @RequestBody WebhookRequest request, Actor actor);

    @Operation(operationId = "pauseWebhook", summary = "Send nothing more until the webhook is resumed")
    @PostMapping("/api/v1/webhooks/{webhookId}/pause")
    @Permitted({Role.OFFICE, Role.ANALYST})
    ResponseEntity<WebhookView> pause(@PathVariable WebhookId webhookId, Actor actor);

    @Operation(
            operationId = "resumeWebhook",
            summary = "Go on sending, at once",
            description = "From where it stopped: what came meanwhile is sent too. Also for one that is tried again only "
                    + "later.")
    @PostMapping("/api/v1/webhooks/{webhookId}/resume")
    @Permitted({Role.OFFICE, Role.ANALYST})
    ResponseEntity<WebhookView> resume(@PathVariable WebhookId webhookId, Actor actor);

    @Operation(
            operationId = "replayWebhook",
            summary = "Send everything from a position on once more",
            description = "Also forward, to leave something out. The deliveries have ids of their own. A webhook that is "
                    + "paused or dead stays so.")
    @PostMapping("/api/v1/webhooks/{webhookId}/replay")
    @Permitted({Role.OFFICE, Role.ANALYST})
    ResponseEntity<WebhookView> replay(
            @PathVariable WebhookId webhookId, @Valid @RequestBody ReplayRequest request, Actor actor);

    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Sign with another secret from now on",
            description = "For a day deliveries carry two signatures, of the new secret and of the one before.")
    @PostMapping("/api/v1/webhooks/{webhookId}/secret")
    @Permitted({Role.OFFICE, Role.ANALYST})
    ResponseEntity<WebhookIssued> rotate(@PathVariable WebhookId webhookId, Actor actor);

    @Operation(operationId = "deleteWebhook", summary = "Forget a webhook; answers how it was")
    @DeleteMapping("/api/v1/webhooks/{webhookId}")
    @Permitted({Role.OFFICE, Role.ANALYST})
    ResponseEntity<WebhookView> delete(@PathVariable WebhookId webhookId, Actor actor);
}
