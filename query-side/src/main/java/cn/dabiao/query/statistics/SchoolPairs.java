package cn.dabiao.query.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.statistics.CampaignComparison.ComparedSchool;
import cn.dabiao.api.statistics.CampaignComparison.ComparedSchools;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.value.Mean;
import cn.dabiao.domain.value.Points;
import cn.dabiao.query.statistics.Comparison.Side;

/** The schools that have an assessment in both campaigns. */
record SchoolPairs(Side before, Side after) {

    private record Pair(StatisticsRow before, StatisticsRow after) {}

    /** Every one of them, by its code. */
    Stream<ComparedSchool> listed() {
        return pairs().sorted(Comparator.comparing(pair -> pair.after().school().code())).map(this::shown);
    }

    ComparedSchools counted() {
        List<Pair> pairs = pairs().toList();
        int[] scored = signs(pairs, pair -> scored(pair) ? compareShares(pair) : null);
        // The best grade comes first.
        int[] graded = signs(pairs, pair -> graded(pair)
                ? Objects.requireNonNull(pair.before().standing().grade())
                        .compareTo(Objects.requireNonNull(pair.after().standing().grade()))
                : null);
        return new ComparedSchools(
                pairs.size(),
                scored[0] + scored[1] + scored[2], scored[2], scored[1], scored[0],
                graded[0] + graded[1] + graded[2], graded[2], graded[1], graded[0]);
    }

    private Stream<Pair> pairs() {
        Map<String, StatisticsRow> was = before.population().begun().stream()
                .collect(Collectors.toMap(row -> row.school().code(), Function.identity()));
        return after.population().begun().stream()
                .flatMap(row -> Stream.ofNullable(was.get(row.school().code())).map(other -> new Pair(other, row)));
    }

    private ComparedSchool shown(Pair pair) {
        Mean was = percent(pair.before(), before.standard());
        Mean is = percent(pair.after(), after.standard());
        return new ComparedSchool(
                pair.after().school().schoolCode(),
                pair.after().school().schoolName(),
                points(pair.before()),
                points(pair.after()),
                was,
                is,
                Shares.change(was, is),
                pair.before().standing().grade(),
                pair.after().standing().grade());
    }

    /** Exactly, by the shares of the two standards: rounded ones could be equal where these are not. */
    private int compareShares(Pair pair) {
        long is = (long) total(pair.after()) * Halves.of(before.standard().total());
        long was = (long) total(pair.before()) * Halves.of(after.standard().total());
        return Long.compare(is, was);
    }

    private static boolean scored(Pair pair) {
        return pair.before().standing().total() != null && pair.after().standing().total() != null;
    }

    private static boolean graded(Pair pair) {
        return pair.before().standing().grade() != null && pair.after().standing().grade() != null;
    }

    /** How many are below, at and above zero; null counts nowhere. */
    private static int[] signs(List<Pair> pairs, Function<Pair, @Nullable Integer> compared) {
        int[] counts = new int[3];
        pairs.stream()
                .map(compared)
                .filter(Objects::nonNull)
                .forEach(sign -> counts[Integer.signum(sign) + 1]++);
        return counts;
    }

    private static int total(StatisticsRow row) {
        return Objects.requireNonNull(row.standing().total());
    }

    private static @Nullable Points points(StatisticsRow row) {
        Integer total = row.standing().total();
        return total == null ? null : Halves.points(total.intValue());
    }

    private static @Nullable Mean percent(StatisticsRow row, Standard standard) {
        Integer total = row.standing().total();
        return total == null ? null : Shares.percent(total, Halves.of(standard.total()));
    }
}
