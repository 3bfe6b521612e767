package cn.dabiao.command.campaign;

import java.time.ZoneId;
import java.util.Objects;

import org.springframework.stereotype.Component;

import cn.dabiao.api.Written;
import cn.dabiao.api.campaign.CampaignRequest;
import cn.dabiao.command.Bureaus;
import cn.dabiao.command.Commands;
import cn.dabiao.command.References;
import cn.dabiao.command.Request;
import cn.dabiao.domain.campaign.AppealDays;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.person.Owner;
import cn.dabiao.person.Persons;

/** Opens campaigns. */
@Component
public class CampaignWriter {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Commands commands;
    private final References references;
    private final Persons persons;

    CampaignWriter(Commands commands, References references, Persons persons) {
        this.commands = commands;
        this.references = references;
        this.persons = persons;
    }

    public Written open(CampaignRequest body, Request request) {
        OpenCampaign command = new OpenCampaign(
                body.campaignId(),
                Bureaus.of(request.actor()),
                body.name(),
                references.standard(body.standardId(), request.actor()),
                body.planDeadline(),
                Objects.requireNonNullElse(body.appealWindowDays(), AppealDays.USUAL),
                Objects.requireNonNullElse(body.zone(), CHINA),
                body.annualWeight(),
                persons.sealGroup(Owner.of(body.campaignId()), body.leadingGroup()),
                request);
        String id = body.campaignId().value();
        long position = commands.open(command, request.actor(), Role.OFFICE)
                .orElseThrow(() -> new Refusal.AlreadyExists(Thing.CAMPAIGN, id).asException());
        return new Written(id, 1, position);
    }
}
