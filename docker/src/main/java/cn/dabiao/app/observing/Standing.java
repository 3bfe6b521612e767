package cn.dabiao.app.observing;

import java.sql.SQLException;
import java.util.function.ToDoubleFunction;

import cn.dabiao.ledger.lag.Lag;
import cn.dabiao.ledger.lag.Lags;

/** What the ledger's database answered when it was asked how things stand, or why it did not answer. */
sealed interface Standing {

    record Known(Lags lags) implements Standing {}

    record Away(SQLException cause) implements Standing {}

    /** A figure about the ledger; not a number while nobody knows. */
    default double ofLedger(ToDoubleFunction<Lags> figure) {
        return switch (this) {
            case Known(Lags lags) -> figure.applyAsDouble(lags);
            case Away _ -> Double.NaN;
        };
    }

    /** A figure about one who follows it. */
    default double ofGroup(String group, ToDoubleFunction<Lag> figure) {
        return ofLedger(lags -> lags.groups().stream()
                .filter(lag -> lag.group().equals(group))
                .mapToDouble(figure)
                .findFirst()
                .orElse(Double.NaN));
    }
}
