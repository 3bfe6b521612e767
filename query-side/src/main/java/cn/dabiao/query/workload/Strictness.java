package cn.dabiao.query.workload;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

import org.apache.commons.statistics.distribution.TDistribution;

import cn.dabiao.api.inspector.StrictnessInterval;
import cn.dabiao.domain.value.Mean;

/** Computes a {@link StrictnessInterval}, which says by what method. */
final class Strictness {

    /** Of a two-sided interval of 95 %. */
    private static final double QUANTILE = 0.975;
    private static final int DECIMALS = 2;

    private Strictness() {}

    static Optional<StrictnessInterval> interval(Sample own, Sample others) {
        if (own.count() < 2 || others.count() < 2) {
            return Optional.empty();
        }
        double ownError = own.variance() / own.count();
        double othersError = others.variance() / others.count();
        double error = ownError + othersError;
        if (error == 0) {
            // Everybody always took off the same: how far that is chance cannot be said.
            return Optional.empty();
        }
        double freedom = error * error
                / (ownError * ownError / (own.count() - 1) + othersError * othersError / (others.count() - 1));
        double reach = TDistribution.of(freedom).inverseCumulativeProbability(QUANTILE) * Math.sqrt(error);
        double difference = own.mean() - others.mean();
        double share = (double) others.count() / (own.count() + others.count());
        return Optional.of(new StrictnessInterval(
                bound(share * (difference - reach)),
                bound(share * (difference + reach)),
                own.count(),
                others.count(),
                Math.abs(difference) > reach));
    }

    private static Mean bound(double value) {
        return new Mean(BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP));
    }
}
