package cn.dabiao.command.standard;

import java.time.Clock;

import org.axonframework.spring.config.SpringAxonConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import cn.dabiao.command.Commands;
import cn.dabiao.command.Request;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.json.ShippedStandards;
import cn.dabiao.ledger.StreamId;

/** Publishes the standard of 2018 at the first start: after Axon can handle commands, before the first request can come. */
@Component
class ShippedStandardPublisher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ShippedStandardPublisher.class);
    /** Axon starts 1024 below the web server; this starts between the two. */
    private static final int BEFORE_THE_WEB = SpringAxonConfiguration.LIFECYCLE_PHASE + 512;

    private final Commands commands;
    private final Clock clock;
    private final BureauCode bureau;
    private volatile boolean running;

    ShippedStandardPublisher(Commands commands, Clock clock, @Value("${dabiao.bureau:320724}") String bureau) {
        this.commands = commands;
        this.clock = clock;
        this.bureau = new BureauCode(bureau);
    }

    @Override
    public void start() {
        Standard standard = ShippedStandards.guannan2018();
        Actor system = Actor.system(bureau);
        PublishStandard command = new PublishStandard(standard, bureau, Request.of(system, clock.instant()));
        // Looked up first, because at every start but the first it is there.
        if (commands.versionOf(StreamId.of(standard.standardId())) == 0
                && commands.open(command, system, Role.OFFICE).isPresent()) {
            LOG.info("Published the standard {} ({})", standard.standardId(), standard.name());
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB;
    }
}
