package cn.dabiao.query.webhook;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

import cn.dabiao.api.Answers;
import cn.dabiao.api.Page;
import cn.dabiao.api.webhook.ReplayRequest;
import cn.dabiao.api.webhook.WebhookId;
import cn.dabiao.api.webhook.WebhookIssued;
import cn.dabiao.api.webhook.WebhookReads;
import cn.dabiao.api.webhook.WebhookRequest;
import cn.dabiao.api.webhook.WebhookView;
import cn.dabiao.api.webhook.WebhookWrites;
import cn.dabiao.domain.people.Actor;

@RestController
class WebhookController implements WebhookReads, WebhookWrites {

    private final Webhooks webhooks;

    WebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public ResponseEntity<Page<WebhookView>> list(int limit, @Nullable String cursor, Actor actor) {
        Page<WebhookView> page = webhooks.list(limit, cursor, actor);
        return Answers.shown(page.position(), page);
    }

    @Override
    public ResponseEntity<WebhookView> get(WebhookId webhookId, Actor actor) {
        return Answers.kept().body(webhooks.get(webhookId, actor));
    }

    @Override
    public ResponseEntity<WebhookIssued> create(WebhookRequest request, Actor actor) {
        return ResponseEntity.created(URI.create("/api/v1/webhooks/" + request.webhookId()))
                .cacheControl(CacheControl.noStore())
                .body(webhooks.create(request, actor));
    }

    @Override
    public ResponseEntity<WebhookView> pause(WebhookId webhookId, Actor actor) {
        return ResponseEntity.ok(webhooks.pause(webhookId, actor));
    }

    @Override
    public ResponseEntity<WebhookView> resume(WebhookId webhookId, Actor actor) {
        return ResponseEntity.ok(webhooks.resume(webhookId, actor));
    }

    @Override
    public ResponseEntity<WebhookView> replay(WebhookId webhookId, ReplayRequest request, Actor actor) {
        return ResponseEntity.ok(webhooks.replay(webhookId, request.from(), actor));
    }

    @Override
    public ResponseEntity<WebhookIssued> rotate(WebhookId webhookId, Actor actor) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(webhooks.rotate(webhookId, actor));
    }

    @Override
    public ResponseEntity<WebhookView> delete(WebhookId webhookId, Actor actor) {
        return ResponseEntity.ok(webhooks.delete(webhookId, actor));
    }
}
