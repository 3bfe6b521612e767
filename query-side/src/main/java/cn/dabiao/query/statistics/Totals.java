package cn.dabiao.query.statistics;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.statistics.CampaignFigures.TotalFigures;
import cn.dabiao.domain.value.Mean;

/** Totals of graded schools, in halves of a point. */
final class Totals {

    private final List<Integer> all = new ArrayList<>();

    void add(int total) {
        all.add(total);
    }

    TotalFigures figures() {
        if (all.isEmpty()) {
            return new TotalFigures(0, null, null, null, null);
        }
        List<Integer> sorted = all.stream().sorted().toList();
        long sum = sorted.stream().mapToLong(Integer::longValue).sum();
        return new TotalFigures(
                sorted.size(),
                Shares.mean(sum, sorted.size()),
                median(sorted),
                Halves.points(sorted.getFirst()),
                Halves.points(sorted.getLast()));
    }

    private static @Nullable Mean median(List<Integer> sorted) {
        int upper = sorted.size() / 2;
        int lower = (sorted.size() - 1) / 2;
        return Shares.mean((long) sorted.get(lower) + sorted.get(upper), 2);
    }
}
