package cn.dabiao.command.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import cn.dabiao.api.demo.DemoResult;
import cn.dabiao.command.Commands;
import cn.dabiao.command.References;
import cn.dabiao.command.Request;
import cn.dabiao.command.assessment.AssessmentDesk;
import cn.dabiao.command.campaign.CampaignWriter;
import cn.dabiao.command.demo.DemoPlan.Turn;
import cn.dabiao.command.inspector.InspectorWriter;
import cn.dabiao.command.school.SchoolWriter;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.RefusedException;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.json.ShippedStandards;
import cn.dabiao.ledger.StreamId;

/**
 * Writes the demo county, or what is missing of it. What is there is skipped: of an assessment with n events, the first n
 * steps. So a writer that was killed, or two that write at once, end with the same county. An assessment that somebody
 * has meanwhile taken another way is left to them.
 */
@Component
class DemoCounty {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCounty.class);
    private static final int TELL_EVERY = 250;
    private static final long LEFT_ALONE = -1;

    private final CampaignWriter campaigns;
    private final SchoolWriter schools;
    private final InspectorWriter inspectors;
    private final AssessmentDesk desk;
    private final References references;
    private final Commands commands;
    private final BureauCode bureau;
    private final ReentrantLock oneWriter = new ReentrantLock();

    DemoCounty(
            CampaignWriter campaigns,
            SchoolWriter schools,
            InspectorWriter inspectors,
            AssessmentDesk desk,
            References references,
            Commands commands,
            @Value("${dabiao.bureau:320724}") String bureau) {
        this.campaigns = campaigns;
        this.schools = schools;
        this.inspectors = inspectors;
        this.desk = desk;
        this.references = references;
        this.commands = commands;
        this.bureau = new BureauCode(bureau);
    }

    /** @param goOn asked before each write; when it says no, the rest is left for another time */
    DemoResult write(BooleanSupplier goOn) {
        oneWriter.lock();
        try {
            DemoPlan plan = DemoPlan.of(County.read(), ShippedStandards.guannan2018());
            Performer performer = new Performer(desk, references, bureau);
            int written = register(plan, performer.office(), goOn) + perform(plan, performer, goOn);
            LOG.info("The demo county stands, {} events of it new. {}", written, plan.notice());
            return new DemoResult(
                    plan.notice(),
                    plan.campaign().campaignId(),
                    plan.schools().size(),
                    plan.inspectors().size(),
                    plan.scripts().size(),
                    written > 0);
        } finally {
            oneWriter.unlock();
        }
    }

    private int register(DemoPlan plan, Actor office, BooleanSupplier goOn) {
        int written = open(
                StreamId.of(plan.campaign().campaignId()),
                goOn,
                () -> campaigns.open(plan.campaign(), Request.of(office, Spring2018.OPENED)));
        for (int number = 0; number < plan.schools().size(); number++) {
            var school = plan.schools().get(number);
            Request request = Request.of(office, Spring2018.schoolRegistered(number));
            written += open(
                    StreamId.of(school.schoolCode()),
                    goOn,
                    () -> schools.register(school.schoolCode(), school.facts(), request));
        }
        for (int number = 0; number < plan.inspectors().size(); number++) {
            var inspector = plan.inspectors().get(number);
            Request request = Request.of(office, Spring2018.inspectorRegistered(number));
            written += open(
                    StreamId.of(bureau, inspector.inspectorId()),
                    goOn,
                    () -> inspectors.register(inspector, request));
        }
        return written;
    }

    /** Asks first: the ledger would refuse a second opening, too, but only after it had tried to write. */
    private int open(StreamId stream, BooleanSupplier goOn, Runnable opening) {
        if (!goOn.getAsBoolean() || commands.versionOf(stream) > 0) {
            return 0;
        }
        try {
            opening.run();
            return 1;
        } catch (RefusedException e) {
            if (e.refusal() instanceof Refusal.AlreadyExists) {
                return 0;
            }
            throw e;
        }
    }

    private int perform(DemoPlan plan, Performer performer, BooleanSupplier goOn) {
        Map<AssessmentId, Long> versions = new HashMap<>();
        plan.scripts().forEach(script ->
                versions.put(script.assessmentId(), commands.versionOf(StreamId.of(script.assessmentId()))));
        int written = 0;
        for (Turn turn : plan.turns()) {
            if (goOn.getAsBoolean() && versions.getOrDefault(turn.assessmentId(), LEFT_ALONE) == turn.number()) {
                versions.put(turn.assessmentId(), perform(turn, performer));
                written++;
                if (written % TELL_EVERY == 0) {
                    LOG.info("Writing the fictional demo county: {} steps so far", written);
                }
            }
        }
        return written;
    }

    /** The version after the step: the number of the next one. */
    private long perform(Turn turn, Performer performer) {
        try {
            return performer.perform(turn.assessmentId(), turn.step(), turn.number()).version();
        } catch (RefusedException e) {
            LOG.info("{} of the demo county has gone another way and is left so: {}", turn.assessmentId(), e.refusal());
            return LEFT_ALONE;
        }
    }
}
