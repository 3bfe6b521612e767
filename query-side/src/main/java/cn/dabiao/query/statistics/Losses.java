package cn.dabiao.query.statistics;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import cn.dabiao.api.statistics.CampaignFigures.CategoryFigures;
import cn.dabiao.api.statistics.CampaignFigures.CheckpointFigures;
import cn.dabiao.api.statistics.CampaignFigures.ItemFigures;
import cn.dabiao.domain.standard.Category;
import cn.dabiao.domain.standard.CheckpointCode;
import cn.dabiao.domain.standard.Item;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.standard.Standard;

/** What graded schools scored and lost, item by item and demand by demand; sums are in halves of a point. */
final class Losses {

    private static final int ITEMS = 100;
    private static final Comparator<CheckpointFigures> MOST_FAILING = Comparator
            .comparingInt(CheckpointFigures::failing)
            .thenComparing(CheckpointFigures::deducted)
            .reversed();

    /** How many schools lost points at a checkpoint, and how many in all. */
    private record Failing(int schools, long halves) {

        Failing plus(Failing other) {
            return new Failing(schools + other.schools, halves + other.halves);
        }
    }

    private final long[] scored = new long[ITEMS];
    private final long[] deducted = new long[ITEMS];
    private final int[] losing = new int[ITEMS];
    private final Map<String, Failing> failing = new HashMap<>();
    private final Map<String, Integer> notApplicable = new HashMap<>();
    private int schools;

    void add(Scores scores) {
        schools++;
        List<Integer> itemNos = scores.itemNos();
        for (int i = 0; i < itemNos.size(); i++) {
            int item = itemNos.get(i);
            int off = scores.deducted().get(i);
            scored[item] += scores.scores().get(i);
            deducted[item] += off;
            losing[item] += off > 0 ? 1 : 0;
        }
        for (int i = 0; i < scores.checkpoints().size(); i++) {
            failing.merge(scores.checkpoints().get(i), new Failing(1, scores.losses().get(i)), Failing::plus);
        }
        scores.notApplicable().forEach(checkpoint -> notApplicable.merge(checkpoint, 1, Integer::sum));
    }

    List<CategoryFigures> categories(Standard standard) {
        return standard.categories().stream().map(category -> figures(category, standard)).toList();
    }

    List<ItemFigures> items(Standard standard) {
        return standard.items().stream().map(this::figures).toList();
    }

    /** Those at which points were taken off, the most failing first and equal ones in the order of the standard. */
    List<CheckpointFigures> checkpoints(Standard standard) {
        return standard.items().stream()
                .flatMap(item -> item.codes().stream()
                        .filter(code -> failing.containsKey(code.value()))
                        .map(code -> figures(code, item.itemNo())))
                .sorted(MOST_FAILING)
                .toList();
    }

    private CategoryFigures figures(Category category, Standard standard) {
        long sum = standard.items().stream()
                .filter(item -> item.category().equals(category.category()))
                .mapToLong(item -> scored[item.itemNo().value()])
                .sum();
        int worth = Halves.of(category.points()) * schools;
        return new CategoryFigures(
                category.category(),
                category.name(),
                category.points(),
                schools,
                Shares.mean(sum, schools),
                Shares.percent(worth - sum, worth));
    }

    private ItemFigures figures(Item item) {
        int no = item.itemNo().value();
        int worth = Halves.of(item.points()) * schools;
        return new ItemFigures(
                item.itemNo(),
                item.category(),
                item.points(),
                schools,
                Shares.mean(scored[no], schools),
                Shares.percent(worth - scored[no], worth),
                losing[no],
                Shares.mean(deducted[no], schools));
    }

    private CheckpointFigures figures(CheckpointCode code, ItemNo itemNo) {
        Failing here = failing.getOrDefault(code.value(), new Failing(0, 0));
        int concerned = schools - notApplicable.getOrDefault(code.value(), 0);
        return new CheckpointFigures(
                code,
                itemNo,
                concerned,
                here.schools(),
                Shares.percent(here.schools(), concerned),
                Halves.points(here.halves()),
                Shares.mean(here.halves(), concerned));
    }
}
