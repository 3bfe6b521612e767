package cn.dabiao.app.observing;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Contributes {@code ledger}: whether its database answers in time. */
@Component("ledgerHealthIndicator")
final class LedgerHealth implements HealthIndicator {

    private final LedgerProbe probe;

    LedgerHealth(LedgerProbe probe) {
        this.probe = probe;
    }

    @Override
    public Health health() {
        return switch (probe.standing()) {
            case Standing.Known(var lags) -> Health.up().withDetail("position", lags.size() - 1).build();
            case Standing.Away(var cause) -> Health.down(cause).build();
        };
    }
}
