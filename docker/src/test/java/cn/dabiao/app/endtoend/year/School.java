package cn.dabiao.app.endtoend.year;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One of the county's sixty schools, all of them fictional.
 *
 * @param kind  as the API names it
 * @param total of the first review, in halves; 0 for the few that are never reviewed
 */
record School(int number, String code, String name, String kind, String word, String township, int total) {

    static final String HEADER =
            "学校标识码,学校名称,办学性质,学校类别,乡镇,学生数,教职工数,专任教师数,校长,校长电话,分管副校长,分管副校长电话\r\n";

    /** Where the inspectors measure: one threshold is missed and waived, another costs a point and a half. */
    static final int MEASURED = 8;

    private static final List<String> TOWNSHIPS = List.of("新安镇", "堆沟港镇", "北陈集镇", "张店镇", "三口镇", "孟兴庄镇");
    private static final List<String[]> KINDS = List.of(
            new String[] {"PRIMARY", "小学"},
            new String[] {"JUNIOR_HIGH", "初中"},
            new String[] {"KINDERGARTEN", "幼儿园"},
            new String[] {"PRIMARY", "小学"},
            new String[] {"NINE_YEAR", "九年一贯制学校"});

    /** What the first reviews give, school by school: three below 70, several alike, four never reviewed. */
    private static final String TOTALS =
            """
            98.5 97 95.5 95.5 93 91.5 90 88.5 94.5 89
            92 86 89.5 90 89.5 89.5 87 85 84.5 83
            79.5 80 81.5 82 82 77 75.5 75.5 75.5 78
            70 71.5 73 96 94 94 99 100 92.5 91
            65 60.5 68.5 84 91 88 83.5 86.5 79 90.5
            72.5 0 74 0 0 85.5 76 93.5 80.5 0""";

    static List<School> all() {
        String[] totals = TOTALS.strip().split("\\s+", -1);
        return IntStream.range(0, totals.length)
                .mapToObj(number -> of(number, Double.valueOf(2 * Double.parseDouble(totals[number])).intValue()))
                .toList();
    }

    private static School of(int number, int total) {
        String[] kind = KINDS.get(number % KINDS.size());
        String township = TOWNSHIPS.get(number % TOWNSHIPS.size());
        String name = "虚构·%s第%d%s".formatted(township, number + 1, kind[1].replace("九年一贯制", ""));
        return new School(number, "%d".formatted(2_132_078_001L + number), name, kind[0], kind[1], township, total);
    }

    boolean isReviewed() {
        return total > 0;
    }

    /** What the first review finds. */
    Sheet sheet() {
        Sheet sheet = Sheet.of(total, 2018_26L + number);
        return number == MEASURED ? sheet.with(3, 0).with(4, 3) : sheet;
    }

    /** A kindergarten has neither dormitories nor laboratories. */
    String notApplicable(int item) {
        return !kind.equals("KINDERGARTEN") || item != 2
                ? "[]"
                : """
                [{"checkpoint": "2.5", "reason": "幼儿园无学生宿舍"}, {"checkpoint": "2.9", "reason": "幼儿园无实验室"}]""";
    }

    /** Its line in the file that the office brings. */
    String row() {
        String phone = "0518-8322%04d";
        return "%s,%s,%s,%s,%s,%d,%d,%d,%s,%s,%s,%s\r\n".formatted(
                code, name, number % 7 == 6 ? "民办" : "公办", word, township,
                400 + 31 * number, 40 + number, 32 + number,
                "赵虚甲", phone.formatted(2 * number), "钱虚乙", phone.formatted(2 * number + 1));
    }
}
