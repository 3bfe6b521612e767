package cn.dabiao.app.observing;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.springframework.stereotype.Component;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import cn.dabiao.ledger.store.CommitListener;

/** Counts and times what is appended. No percentiles: they would cost on the way of every write. */
@Component
final class LedgerMeters implements CommitListener {

    private final Map<Ending, Timer> appends = new EnumMap<>(Ending.class);
    private final DistributionSummary units;
    private final DistributionSummary events;

    LedgerMeters(MeterRegistry registry) {
        for (Ending ending : Ending.values()) {
            appends.put(ending, Timer.builder("dabiao.ledger.append")
                    .description("From a unit of work's being handed in until it is known to be stored, or not")
                    .tag("outcome", ending.name().toLowerCase(Locale.ROOT))
                    .register(registry));
        }
        units = DistributionSummary.builder("dabiao.ledger.batch.units")
                .description("Units of work that one commit stored")
                .register(registry);
        events = DistributionSummary.builder("dabiao.ledger.batch.events")
                .description("Events that one commit stored")
                .register(registry);
    }

    @Override
    public void appended(Ending ending, long nanos) {
        Objects.requireNonNull(appends.get(ending)).record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void committed(int stored, int withEvents) {
        units.record(stored);
        events.record(withEvents);
    }
}
