package cn.dabiao.command.assessment;

import java.time.Clock;
import java.util.OptionalLong;
import java.util.function.BiFunction;

import org.axonframework.common.caching.Cache;
import org.springframework.stereotype.Component;

import cn.dabiao.command.Commands;
import cn.dabiao.command.References;
import cn.dabiao.command.Request;
import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;

/** Sends an assessment what the calendar asks of it, in the name of the product itself. */
@Component
class CalendarDesk {

    private final Commands commands;
    private final References references;
    private final Cache cache;
    private final Clock clock;

    /** @param cache the one in which the assessments' repository keeps what it has loaded */
    CalendarDesk(Commands commands, References references, Cache cache, Clock clock) {
        this.commands = commands;
        this.references = references;
        this.cache = cache;
        this.clock = clock;
    }

    /** The campaign of an assessment, for its calendar: the zone and the number of days for appeals never change. */
    Campaign campaignOf(AssessmentEvent event) {
        return references.terms(event.assessmentId().campaignId(), event.at()).campaign();
    }

    /**
     * Answers the position of what was recorded; empty when nothing was due.
     *
     * @param asking makes the command, of the campaign as it is now and the request
     */
    OptionalLong settle(AssessmentId assessmentId, BiFunction<Campaign, Request, CalendarCommand> asking) {
        Campaign campaign = references.campaign(assessmentId.campaignId());
        Actor calendar = Actor.system(campaign.bureau());
        CalendarCommand command = asking.apply(campaign, Request.of(calendar, clock.instant()));
        // A copy in memory may know less than another node has written. To find nothing due is the end of a timer, so it
        // is found on the ledger's own events alone.
        cache.remove(command.streamId());
        return commands.settle(command, calendar, Role.OFFICE);
    }
}
