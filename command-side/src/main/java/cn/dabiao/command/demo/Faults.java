package cn.dabiao.command.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import cn.dabiao.command.demo.County.Fault;
import cn.dabiao.domain.standard.CheckpointCode;
import cn.dabiao.domain.standard.Item;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.value.Points;

/** Which faults a school has, so that its total is exactly what the data says. Points are counted in halves. */
final class Faults {

    /** A fault and the points it costs. */
    record Found(Fault fault, Points points) {}

    private final Standard standard;
    private final Random chance;
    private final Map<ItemNo, Integer> left = new HashMap<>();
    private final List<Found> found = new ArrayList<>();
    private int toLose;

    private Faults(Standard standard, Points total, Random chance) {
        this.standard = standard;
        this.chance = chance;
        this.toLose = halves(standard.total()) - halves(total);
        standard.items().forEach(item -> left.put(item.itemNo(), halves(item.points())));
    }

    static List<Found> of(Standard standard, List<Fault> possible, Points total, Random chance) {
        Faults faults = new Faults(standard, total, chance);
        if (!total.atLeast(standard.qualifyingTotal())) {
            faults.ruinRecording(possible);
        }
        faults.shuffled(possible).forEach(fault -> faults.add(fault, faults.cost(fault)));
        if (faults.toLose > 0) {
            throw new IllegalStateException("the faults of the data do not suffice for a total of " + total);
        }
        return List.copyOf(faults.found);
    }

    /** Where nothing is attained, the recording costs more than its item is worth: the floor has to show somewhere. */
    private void ruinRecording(List<Fault> possible) {
        possible.stream()
                .filter(fault -> itemOf(fault.checkpoint()).itemNo().value() == 4)
                .sorted(Comparator.comparing((Fault fault) -> fault.most()).reversed())
                .forEach(fault -> add(fault, halves(fault.most())));
    }

    /** Adds a fault that is not there yet and counts what it takes from the total, which an item's floor may lessen. */
    private void add(Fault fault, int cost) {
        ItemNo itemNo = itemOf(fault.checkpoint()).itemNo();
        int rest = left.getOrDefault(itemNo, 0);
        int points = Math.min(cost, toLose);
        boolean known = found.stream().anyMatch(it -> it.fault().equals(fault));
        if (points > 0 && rest > 0 && !known) {
            found.add(new Found(fault, Points.of(points / 2.0)));
            left.put(itemNo, Math.max(0, rest - points));
            toLose -= Math.min(points, rest);
        }
    }

    private int cost(Fault fault) {
        int least = halves(fault.least());
        return least + chance.nextInt(halves(fault.most()) - least + 1);
    }

    private Item itemOf(CheckpointCode code) {
        return standard.items().stream()
                .filter(item -> item.checkpoint(code).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private List<Fault> shuffled(List<Fault> faults) {
        List<Fault> rest = new ArrayList<>(faults);
        List<Fault> shuffled = new ArrayList<>();
        while (!rest.isEmpty()) {
            shuffled.add(rest.remove(chance.nextInt(rest.size())));
        }
        return shuffled;
    }

    private static int halves(Points points) {
        return points.value().movePointRight(1).intValueExact() / 5;
    }
}
