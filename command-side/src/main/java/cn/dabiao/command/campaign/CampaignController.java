package cn.dabiao.command.campaign;

import java.time.Clock;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

import cn.dabiao.api.Answers;
import cn.dabiao.api.Written;
import cn.dabiao.api.campaign.CampaignRequest;
import cn.dabiao.api.campaign.CampaignWrites;
import cn.dabiao.api.campaign.CampaignWritten;
import cn.dabiao.api.campaign.ClosingRequest;
import cn.dabiao.api.campaign.DeadlineRequest;
import cn.dabiao.api.campaign.LeadingGroupRequest;
import cn.dabiao.api.campaign.PublicationRequest;
import cn.dabiao.api.campaign.PublicationWritten;
import cn.dabiao.api.person.ErasureRequest;
import cn.dabiao.command.Request;
import cn.dabiao.domain.assessment.Precondition;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.people.Actor;

/** Translates the calls on a campaign into commands, with the time that they bring along. */
@RestController
class CampaignController implements CampaignWrites {

    private final CampaignWriter writer;
    private final CampaignDesk desk;
    private final Clock clock;

    CampaignController(CampaignWriter writer, CampaignDesk desk, Clock clock) {
        this.writer = writer;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public ResponseEntity<Written> open(CampaignRequest request, Actor actor) {
        Written written = writer.open(request, Request.of(actor, clock.instant()));
        return Answers.created("/api/v1/campaigns/" + written.id(), written);
    }

    @Override
    public ResponseEntity<CampaignWritten> changeLeadingGroup(
            CampaignId campaignId, LeadingGroupRequest request, Precondition precondition, Actor actor) {
        return ok(desk.changeLeadingGroup(campaignId, request, now(actor, precondition)));
    }

    @Override
    public ResponseEntity<CampaignWritten> extendDeadline(
            CampaignId campaignId, DeadlineRequest request, Precondition precondition, Actor actor) {
        return ok(desk.extendDeadline(campaignId, request, now(actor, precondition)));
    }

    @Override
    public ResponseEntity<CampaignWritten> close(
            CampaignId campaignId, ClosingRequest request, Precondition precondition, Actor actor) {
        return ok(desk.close(campaignId, request, now(actor, precondition)));
    }

    @Override
    public ResponseEntity<PublicationWritten> publish(
            CampaignId campaignId, PublicationRequest request, Precondition precondition, Actor actor) {
        PublicationWritten written = desk.publish(campaignId, request, now(actor, precondition));
        return Answers.ok(Long.toString(written.version()), written.position(), written);
    }

    @Override
    public ResponseEntity<CampaignWritten> erase(CampaignId campaignId, ErasureRequest request, Actor actor) {
        return ok(desk.erase(campaignId, request.name(), request.reason(), Request.of(actor, clock.instant())));
    }

    private Request now(Actor actor, Precondition precondition) {
        return new Request(actor, clock.instant(), precondition);
    }

    private static ResponseEntity<CampaignWritten> ok(CampaignWritten written) {
        return Answers.ok(Long.toString(written.version()), written.position(), written);
    }
}
