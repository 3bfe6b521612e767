package cn.dabiao.domain.explanation;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.GradeBands;
import cn.dabiao.domain.value.Points;

/**
 * The band a total falls in: half-open, its lower bound included (RULES.md §3).
 *
 * @param below the upper bound, which is not included; null for the best band, which ends with the standard's total
 */
public record Band(Grade grade, Points from, @Nullable Points below) {

    static Band of(GradeBands bands, Points total) {
        Points below = null;
        for (GradeBands.Band band : bands.value()) {
            if (total.atLeast(band.from())) {
                return new Band(band.grade(), band.from(), below);
            }
            below = band.from();
        }
        throw new IllegalStateException("the last band of a standard begins at zero");
    }
}
