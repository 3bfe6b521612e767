package cn.dabiao.domain.scoring;

import java.util.List;

/**
 * Scores a sheet as RULES.md §3 and the notice say, in whole half points and with tables of its own: it knows nothing
 * of the product's code, so that both would have to be wrong in the same way.
 */
final class Oracle {

    /** The points of the fifteen items, in half points, as the notice's table has them. */
    static final int[] ITEM = {20, 20, 10, 10, 10, 10, 10, 30, 10, 10, 10, 10, 20, 10, 10};
    /** The first and the last item of 硬件设施, 制度建设, 工作规范 and 管理维护. */
    static final int[][] CATEGORY = {{1, 4}, {5, 7}, {8, 12}, {13, 15}};

    private Oracle() {}

    static int score(int item, List<Integer> deductions) {
        int left = ITEM[item - 1];
        for (int deduction : deductions) {
            left -= deduction;
        }
        return left < 0 ? 0 : left;
    }

    /** @param sheet the deductions of each item, from item 1 on */
    static int total(List<List<Integer>> sheet) {
        return between(sheet, 1, 15);
    }

    static int category(List<List<Integer>> sheet, int number) {
        return between(sheet, CATEGORY[number][0], CATEGORY[number][1]);
    }

    static String grade(int halves) {
        if (halves >= 2 * 90) {
            return "LEVEL_1";
        }
        if (halves >= 2 * 80) {
            return "LEVEL_2";
        }
        return halves >= 2 * 70 ? "LEVEL_3" : "NOT_ATTAINED";
    }

    static boolean qualified(int halves) {
        return halves >= 140;
    }

    /** A half-point amount as the product writes it: {@code 179} is {@code 89.5}. */
    static String written(int halves) {
        return halves / 2 + (halves % 2 == 0 ? "" : ".5");
    }

    private static int between(List<List<Integer>> sheet, int first, int last) {
        int sum = 0;
        for (int item = first; item <= last; item++) {
            sum += score(item, sheet.get(item - 1));
        }
        return sum;
    }
}
