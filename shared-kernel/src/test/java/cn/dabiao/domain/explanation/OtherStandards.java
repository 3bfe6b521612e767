package cn.dabiao.domain.explanation;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import cn.dabiao.domain.standard.Category;
import cn.dabiao.domain.standard.Checkpoint;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.GradeBands;
import cn.dabiao.domain.standard.Item;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Title;
import cn.dabiao.examples.Guannan;

/** Versions of the standard of 2018 that differ in one thing. */
final class OtherStandards {

    private OtherStandards() {}

    static Standard withItem(int itemNo, UnaryOperator<Item> change) {
        return of(Guannan.STANDARD.deductionStep(), Guannan.STANDARD.bands(), Guannan.STANDARD.items().stream()
                .map(item -> item.itemNo().equals(Guannan.item(itemNo)) ? change.apply(item) : item)
                .toList());
    }

    static Standard withStep(String step) {
        return of(new Points(step), Guannan.STANDARD.bands(), Guannan.STANDARD.items());
    }

    static Standard withBands(String first, String second, String third) {
        return of(Guannan.STANDARD.deductionStep(), new GradeBands(List.of(
                new GradeBands.Band(Grade.LEVEL_1, new Points(first)),
                new GradeBands.Band(Grade.LEVEL_2, new Points(second)),
                new GradeBands.Band(Grade.LEVEL_3, new Points(third)),
                new GradeBands.Band(Grade.NOT_ATTAINED, Points.ZERO))), Guannan.STANDARD.items());
    }

    static Standard withoutTheLastItem() {
        List<Item> items = Guannan.STANDARD.items();
        return of(Guannan.STANDARD.deductionStep(), Guannan.STANDARD.bands(), items.subList(0, items.size() - 1));
    }

    static Standard withASixteenthItem() {
        Item last = Guannan.STANDARD.items().getLast();
        Checkpoint one = new Checkpoint(Guannan.checkpoint("16.1"), last.text(), null);
        Item more = new Item(Guannan.item(16), last.category(), new Points("5"), last.text(), List.of(one));
        return of(
                Guannan.STANDARD.deductionStep(),
                Guannan.STANDARD.bands(),
                Stream.concat(Guannan.STANDARD.items().stream(), Stream.of(more)).toList());
    }

    static Item worth(Item item, String points) {
        return new Item(item.itemNo(), item.category(), new Points(points), item.text(), item.checkpoints());
    }

    static Item withCheckpoints(Item item, List<Checkpoint> checkpoints) {
        return new Item(item.itemNo(), item.category(), item.points(), item.text(), checkpoints);
    }

    private static Standard of(Points step, GradeBands bands, List<Item> items) {
        List<Category> categories = Guannan.STANDARD.categories().stream()
                .map(it -> new Category(it.category(), it.name(), Points.sum(items.stream()
                        .filter(item -> item.category().equals(it.category()))
                        .map(Item::points)
                        .toList())))
                .toList();
        Points total = Points.sum(items.stream().map(Item::points).toList());
        return new Standard(
                new StandardId("guannan-2022"), new Title("2022年版"), null, total, step, bands, categories, items);
    }
}
