package cn.dabiao.app.endtoend.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import tools.jackson.databind.JsonNode;

/** The middle of April: grades are derived from the scores, and one score is put right. */
public final class Grades {

    private static final int BEST = 37;
    private static final int CORRECTED = 12;

    private final Year year;
    private final Api api;

    public Grades(Year year) {
        this.year = year;
        this.api = year.api();
    }

    static String grade(int round) {
        return "{\"round\": %d, \"opinion\": \"同意考评组意见\", \"sealedBy\": \"周虚戊\"}".formatted(round);
    }

    public void every_reviewed_school_is_graded_as_its_scores_say_and_three_stay_below_seventy() {
        year.comes(4, 16);
        JsonNode refused = year.school(BEST)
                .send("office", "POST", "/grade", grade(1).replace("}", ", \"grade\": \"LEVEL_2\"}"))
                .refused(409, "grade-differs");
        assertThat(refused.get("total").decimalValue()).isEqualByComparingTo("100");

        year.each(year.reviewed(), school -> {
            assertThat(school.post("office", "/grade", grade(1)).state()).isEqualTo("GRADED");
            assertThat(total(school)).isEqualTo(Loss.points(school.school().sheet().total()));
        });

        List<Integer> below = year.reviewed().stream()
                .filter(it -> it.seen().get("grade").asString().equals("NOT_ATTAINED"))
                .map(it -> it.school().number())
                .toList();
        assertThat(below).containsExactly(40, 41, 42);
    }

    public void the_office_corrects_a_score_by_a_named_act_and_the_grade_follows() {
        year.comes(4, 18);
        Dossier school = year.school(CORRECTED);
        Sheet sheet = school.school().sheet();
        int item = sheet.itemLosing(2);
        Sheet corrected = sheet.with(item, sheet.lost(item) - 2);
        String correction = """
                {"itemNo": %d, "deductions": %s, "reason": "经复核，该处缺陷系同一问题重复扣分"%s}""";

        school.send("office", "POST", "/corrections", correction.formatted(item, corrected.deductions(item), ""))
                .refused(400, "invalid-request");
        school.post("office", "/corrections", correction.formatted(
                item, corrected.deductions(item), ", \"authority\": \"%s\"".formatted(year.document(7))));

        JsonNode seen = school.seen();
        assertThat(seen.get("grade").asString()).isEqualTo("LEVEL_1");
        assertThat(total(school)).isEqualTo("90.5");
        JsonNode revised = seen.at("/assignedGrade/revised");
        assertThat(revised.get("gradeBefore").asString()).isEqualTo("LEVEL_2");
        assertThat(revised.get("totalBefore").decimalValue()).isEqualByComparingTo("89.5");
        assertThat(revised.get("authority").asString()).isEqualTo(year.document(7));
        assertThat(api.rows("analyst", Year.CAMPAIGN_PATH + "/ranking")).hasSize(year.reviewed().size());
    }

    static String total(Dossier school) {
        return Loss.points(Recount.halves(school.seen().get("total")));
    }
}
