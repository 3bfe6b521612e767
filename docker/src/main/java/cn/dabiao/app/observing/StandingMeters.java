package cn.dabiao.app.observing;

import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import cn.dabiao.ledger.lag.Followers;
import cn.dabiao.ledger.lag.Lag;
import cn.dabiao.ledger.store.GroupCommit;

/** Gauges of the ledger and of those who follow it; one question to the database serves all of a scrape. */
@Component
final class StandingMeters implements MeterBinder {

    private final LedgerProbe probe;
    private final List<Followers> followers;
    private final GroupCommit commit;

    StandingMeters(LedgerProbe probe, ObjectProvider<Followers> followers, GroupCommit commit) {
        this.probe = probe;
        this.followers = followers.stream().toList();
        this.commit = commit;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("dabiao.ledger.position", probe, it -> it.standing().ofLedger(lags -> lags.size() - 1))
                .description("Position of the ledger's last event, whichever node appended it; -1 before the first")
                .register(registry);
        Gauge.builder("dabiao.ledger.waiting", commit, GroupCommit::waiting)
                .description("Units of work that wait for their turn to be written")
                .register(registry);
        followers.stream().flatMap(each -> each.groups().stream()).forEach(group -> bind(group, registry));
    }

    private void bind(String group, MeterRegistry registry) {
        Gauge.builder("dabiao.projection.lag", probe, it -> it.standing().ofGroup(group, Lag::behind))
                .description("Events that the group has not seen yet")
                .baseUnit("events")
                .tag("group", group)
                .register(registry);
        Gauge.builder(
                        "dabiao.projection.lag.seconds",
                        probe,
                        it -> it.standing().ofGroup(group, lag -> lag.delay().toMillis() / 1_000.0))
                .description("How long ago the first event was recorded that the group has not seen yet")
                .tag("group", group)
                .register(registry);
        Gauge.builder("dabiao.projection.deadletters", probe, it -> it.standing().ofGroup(group, Lag::parked))
                .description("Events that the group could not take, with those that wait behind them")
                .tag("group", group)
                .register(registry);
    }
}
