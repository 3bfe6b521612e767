package cn.dabiao.app.observing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

import cn.dabiao.ledger.lag.Lag;

/**
 * Contributes {@code projections}: whether readers are shown what was recorded no longer ago than the limit. A node without
 * projections is well. Parked events do not count: the rest is shown as ever, and they are alarmed of by their own figure.
 */
@Component("projectionsHealthIndicator")
final class ProjectionsHealth implements HealthIndicator {

    private final LedgerProbe probe;
    private final Duration maxLag;

    ProjectionsHealth(LedgerProbe probe, HealthProperties settings) {
        this.probe = probe;
        this.maxLag = settings.maxLag();
    }

    @Override
    public Health health() {
        return switch (probe.standing()) {
            case Standing.Known(var lags) -> of(lags.groups(), maxLag);
            case Standing.Away _ -> Health.unknown().build();
        };
    }

    static Health of(List<Lag> lags, Duration maxLag) {
        boolean late = lags.stream().anyMatch(lag -> lag.delay().compareTo(maxLag) > 0);
        Map<String, Object> details = new LinkedHashMap<>();
        lags.forEach(lag -> details.put(
                lag.group(),
                Map.of("behind", lag.behind(), "seconds", lag.delay().toMillis() / 1_000.0, "parked", lag.parked())));
        return Health.status(late ? Status.OUT_OF_SERVICE : Status.UP).withDetails(details).build();
    }
}
