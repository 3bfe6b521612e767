package cn.dabiao.query.statistics;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.statistics.CampaignComparison;
import cn.dabiao.api.statistics.CampaignComparison.ComparedCampaign;
import cn.dabiao.api.statistics.CampaignComparison.ComparedCategory;
import cn.dabiao.api.statistics.CampaignComparison.ComparedCheckpoint;
import cn.dabiao.api.statistics.CampaignComparison.ComparedGrade;
import cn.dabiao.api.statistics.CampaignComparison.ComparedItem;
import cn.dabiao.api.statistics.CampaignFigures;
import cn.dabiao.api.statistics.CampaignFigures.CategoryFigures;
import cn.dabiao.api.statistics.CampaignFigures.CheckpointFigures;
import cn.dabiao.api.statistics.CampaignFigures.ItemFigures;
import cn.dabiao.domain.standard.CategoryCode;
import cn.dabiao.domain.standard.CheckpointCode;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.value.Mean;

/** Two campaigns beside each other: {@link CampaignComparison} says how they are compared. */
record Comparison(Side before, Side after) {

    /** One of the two, with what it comes to. */
    record Side(Statistics statistics, Population population, CampaignFigures figures) {

        static Side of(Statistics statistics, Population population) {
            return new Side(statistics, population, statistics.overall(population));
        }

        Standard standard() {
            return statistics.standard();
        }

        /** The mean total in percent, rounded once. */
        @Nullable Mean meanPercent() {
            long sum = population.begun().stream()
                    .map(row -> row.standing().total())
                    .filter(Objects::nonNull)
                    .mapToLong(Integer::longValue)
                    .sum();
            return Shares.percent(sum, Halves.of(standard().total()) * figures.totals().schools());
        }

        ComparedCampaign shown() {
            return new ComparedCampaign(
                    statistics.campaign().campaignId(),
                    standard().standardId(),
                    standard().total(),
                    figures.progress().schools(),
                    figures.grades(),
                    figures.totals(),
                    meanPercent());
        }
    }

    CampaignComparison shown(long position) {
        boolean sameStandard = before.standard().standardId().equals(after.standard().standardId());
        return new CampaignComparison(
                before.shown(),
                after.shown(),
                Shares.change(before.meanPercent(), after.meanPercent()),
                grades(),
                categories(),
                sameStandard ? items() : List.of(),
                sameStandard ? checkpoints() : List.of(),
                new SchoolPairs(before, after).counted(),
                position);
    }

    private List<ComparedGrade> grades() {
        return Stream.iterate(0, i -> i < before.figures().grades().size(), i -> i + 1)
                .map(i -> grade(before.figures().grades().get(i), after.figures().grades().get(i)))
                .toList();
    }

    private static ComparedGrade grade(CampaignFigures.GradeShare was, CampaignFigures.GradeShare is) {
        return new ComparedGrade(was.grade(), was.schools(), is.schools(), Shares.change(was.percent(), is.percent()));
    }

    private List<ComparedCategory> categories() {
        Map<CategoryCode, CategoryFigures> was = by(before.figures().categories(), CategoryFigures::category);
        return Objects.requireNonNull(after.figures().categories()).stream()
                .filter(it -> was.containsKey(it.category()))
                .map(it -> category(Objects.requireNonNull(was.get(it.category())), it))
                .toList();
    }

    private static ComparedCategory category(CategoryFigures was, CategoryFigures is) {
        Mean wasReached = reached(was.lossPercent());
        Mean isReached = reached(is.lossPercent());
        return new ComparedCategory(is.category(), wasReached, isReached, Shares.change(wasReached, isReached));
    }

    private List<ComparedItem> items() {
        Map<?, ItemFigures> was = by(before.figures().items(), ItemFigures::itemNo);
        return Objects.requireNonNull(after.figures().items()).stream()
                .map(it -> item(Objects.requireNonNull(was.get(it.itemNo())), it))
                .toList();
    }

    private static ComparedItem item(ItemFigures was, ItemFigures is) {
        return new ComparedItem(
                is.itemNo(), was.meanScore(), is.meanScore(), Shares.change(was.meanScore(), is.meanScore()));
    }

    private List<ComparedCheckpoint> checkpoints() {
        Map<CheckpointCode, CheckpointFigures> was = by(before.figures().checkpoints(), CheckpointFigures::checkpoint);
        Map<CheckpointCode, CheckpointFigures> is = by(after.figures().checkpoints(), CheckpointFigures::checkpoint);
        return after.standard().items().stream()
                .flatMap(item -> item.codes().stream())
                .filter(code -> was.containsKey(code) || is.containsKey(code))
                .map(code -> checkpoint(code, failing(before, was.get(code)), failing(after, is.get(code))))
                .toList();
    }

    private static ComparedCheckpoint checkpoint(CheckpointCode code, @Nullable Mean was, @Nullable Mean is) {
        return new ComparedCheckpoint(code, was, is, Shares.change(was, is));
    }

    /** None failed where none is listed, unless nobody has been graded. */
    private static @Nullable Mean failing(Side side, @Nullable CheckpointFigures listed) {
        return listed == null ? Shares.percent(0, side.figures().totals().schools()) : listed.failingPercent();
    }

    private static @Nullable Mean reached(@Nullable Mean lossPercent) {
        return lossPercent == null ? null : Shares.ALL.minus(lossPercent);
    }

    private static <K, F> Map<K, F> by(@Nullable List<F> figures, Function<F, K> key) {
        return Objects.requireNonNull(figures).stream().collect(Collectors.toMap(key, Function.identity()));
    }
}
