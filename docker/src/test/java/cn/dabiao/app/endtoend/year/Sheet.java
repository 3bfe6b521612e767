package cn.dabiao.app.endtoend.year;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How many halves a school loses at each item of the standard. */
final class Sheet {

    static final int ITEMS = 15;
    private static final int FULL = 200;
    /** From here on something is so bad that more is deducted than the item is worth. */
    private static final int POOR = 40;
    private static final int POOR_ITEM = 11;
    private static final int BEYOND = 3;

    private final int[] lost;

    private Sheet(int[] lost) {
        this.lost = lost;
    }

    /** Spreads a loss over the items, always alike for the same seed. */
    static Sheet of(int total, long seed) {
        int[] lost = new int[ITEMS];
        int left = FULL - total;
        if (left >= POOR) {
            lost[POOR_ITEM - 1] = Faults.at(POOR_ITEM).worth() + BEYOND;
            left -= Faults.at(POOR_ITEM).worth();
        }
        Random random = new Random(seed);
        while (left > 0) {
            int item = 1 + random.nextInt(ITEMS);
            int free = Math.max(0, Faults.at(item).worth() - lost[item - 1]);
            int more = Math.min(Math.min(free, left), 1 + random.nextInt(4));
            lost[item - 1] += more;
            left -= more;
        }
        return new Sheet(lost);
    }

    int lost(int item) {
        return lost[item - 1];
    }

    /** What is left of all items; none goes below nothing. */
    int total() {
        return FULL - IntStream.rangeClosed(1, ITEMS).map(this::counted).sum();
    }

    Sheet with(int item, int halves) {
        int[] changed = Arrays.copyOf(lost, ITEMS);
        changed[item - 1] = halves;
        return new Sheet(changed);
    }

    /** So many halves better, the first items first. */
    Sheet better(int halves) {
        Sheet sheet = this;
        for (int item = 1; item <= ITEMS && sheet.total() < total() + halves; item++) {
            int gain = Math.min(counted(item), total() + halves - sheet.total());
            sheet = gain == 0 ? sheet : sheet.with(item, counted(item) - gain);
        }
        return sheet;
    }

    /** So many halves worse, the first items first. */
    Sheet worse(int halves) {
        Sheet sheet = this;
        for (int item = 1; item <= ITEMS && sheet.total() > total() - halves; item++) {
            int free = Faults.at(item).worth() - counted(item);
            int loss = Math.min(free, sheet.total() - total() + halves);
            sheet = loss == 0 ? sheet : sheet.with(item, counted(item) + loss);
        }
        return sheet;
    }

    /** The first item that loses at least so much. */
    int itemLosing(int halves) {
        return IntStream.rangeClosed(1, ITEMS).filter(item -> lost(item) >= halves).findFirst().orElseThrow();
    }

    int[] itemsOtherThanIn(Sheet before) {
        return IntStream.rangeClosed(1, ITEMS).filter(item -> lost(item) != before.lost(item)).toArray();
    }

    /** The deductions of an item in JSON. */
    String deductions(int item) {
        return Faults.at(item).losses(lost(item)).stream().map(Loss::json).collect(Collectors.joining(", ", "[", "]"));
    }

    /** The whole as a school's own assessment. */
    String selfAssessment() {
        return IntStream.rangeClosed(1, ITEMS)
                .mapToObj(item -> "{\"itemNo\": %d, \"deductions\": %s}".formatted(item, deductions(item)))
                .collect(Collectors.joining(", ", "{\"items\": [", "]}"));
    }

    private int counted(int item) {
        return Math.min(lost(item), Faults.at(item).worth());
    }
}
