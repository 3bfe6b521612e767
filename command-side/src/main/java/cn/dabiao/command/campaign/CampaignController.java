package cn.dabiao.command.campaign;

import java.time.Clock;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

import cn.dabiao.api.Answers;
import cn.dabiao.api.Written;
import cn.dabiao.api.campaign.CampaignRequest;
import cn.dabiao.api.campaign.CampaignWrites;
import cn.dabiao.command.Request;
import cn.dabiao.domain.people.Actor;

@RestController
class CampaignController implements CampaignWrites {

    private final CampaignWriter writer;
    private final Clock clock;

    CampaignController(CampaignWriter writer, Clock clock) {
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public ResponseEntity<Written> open(CampaignRequest request, Actor actor) {
        Written written = writer.open(request, Request.of(actor, clock.instant()));
        return Answers.created("/api/v1/campaigns/" + written.id(), written);
    }
}
