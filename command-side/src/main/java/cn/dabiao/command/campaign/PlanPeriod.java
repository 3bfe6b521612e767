package cn.dabiao.command.campaign;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import cn.dabiao.command.Commands;
import cn.dabiao.command.References;
import cn.dabiao.command.Request;
import cn.dabiao.command.timers.Beginnings;
import cn.dabiao.command.timers.Ending;
import cn.dabiao.command.timers.Period;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignOpened;
import cn.dabiao.domain.campaign.CampaignEvent.PlanDeadlineExtended;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.campaign.PlanDeadline;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.ledger.StreamId;

/** The time that schools have to file their plans (RULES.md §4.1): at its end it is recorded which have not. */
@Component
class PlanPeriod implements Period {

    private static final Logger LOG = LoggerFactory.getLogger(PlanPeriod.class);

    private final Commands commands;
    private final References references;
    private final LedgerReader ledger;
    private final Clock clock;
    private final Beginnings beginnings;

    PlanPeriod(Commands commands, References references, LedgerReader ledger, Clock clock) {
        this.commands = commands;
        this.references = references;
        this.ledger = ledger;
        this.clock = clock;
        this.beginnings = Beginnings.NONE
                .with(CampaignOpened.class, opened -> until(new PlanDeadline(opened.planDeadline(), opened.zone())))
                .with(PlanDeadlineExtended.class, extended -> until(new PlanDeadline(
                        extended.planDeadline(), references.campaign(extended.campaignId()).zone())));
    }

    @Override
    public String name() {
        return "campaign.plans";
    }

    @Override
    public Beginnings beginnings() {
        return beginnings;
    }

    @Override
    public void ended(StreamId stream, String about) {
        Campaign campaign = references.campaign(new CampaignId(stream.subject()));
        List<SchoolCode> withoutPlan = ledger.schoolsWithoutPlan(campaign.bureau(), campaign.campaignId());
        Actor calendar = Actor.system(campaign.bureau());
        commands.settle(
                        new RecordOverduePlans(
                                campaign.campaignId(), withoutPlan, Request.of(calendar, clock.instant())),
                        calendar,
                        Role.OFFICE)
                .ifPresent(position -> LOG.info(
                        "{} schools have filed no plan in {} in time", withoutPlan.size(), campaign.campaignId()));
    }

    private static Optional<Ending> until(PlanDeadline deadline) {
        return Optional.of(new Ending(deadline.endsAt(), ""));
    }
}
