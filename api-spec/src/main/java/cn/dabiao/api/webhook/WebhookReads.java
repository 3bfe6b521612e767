package cn.dabiao.api.webhook;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import cn.dabiao.api.Page;
import cn.dabiao.api.Permitted;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;

/** Looking after webhooks: the office all of its bureau's, an analyst those that analysts made. */
@Tag(name = "webhooks")
public interface WebhookReads {

    @Operation(operationId = "listWebhooks", summary = "The webhooks of the bureau, and how each fares")
    @GetMapping("/api/v1/webhooks")
    @Permitted({Role.OFFICE, Role.ANALYST})
    ResponseEntity<Page<WebhookView>> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor);

    @Operation(operationId = "getWebhook", summary = "A webhook, and how it fares")
    @GetMapping("/api/v1/webhooks/{webhookId}")
    @Permitted({Role.OFFICE, Role.ANALYST})
    ResponseEntity<WebhookView> get(@PathVariable WebhookId webhookId, Actor actor);
}
