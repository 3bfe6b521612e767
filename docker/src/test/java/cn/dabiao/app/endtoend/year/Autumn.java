package cn.dabiao.app.endtoend.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/** September and October: the three are reviewed again, for better and for worse, and one is determined. */
public final class Autumn {

    static final int DETERMINED = 44;
    /** What the second round finds, in halves, school by school. */
    private static final Map<Integer, Integer> AGAIN =
            Map.of(Rectifications.UP, 164, Rectifications.SLOW, 132, Rectifications.DOWN, 149);
    private static final Map<Integer, String> GRADES = Map.of(
            Rectifications.UP, "LEVEL_2", Rectifications.SLOW, "NOT_ATTAINED", Rectifications.DOWN, "LEVEL_3");

    private final Year year;

    public Autumn(Year year) {
        this.year = year;
    }

    /** What is found at a school that is reviewed a second time; what nobody looks at again stays. */
    static Sheet again(Dossier school) {
        Sheet first = school.school().sheet();
        int change = AGAIN.getOrDefault(school.school().number(), first.total()) - first.total();
        return change > 0 ? first.better(change) : first.worse(-change);
    }

    public void the_three_that_mended_are_reviewed_again_item_by_item_where_it_mattered() {
        year.comes(9, 10);
        for (int number : AGAIN.keySet()) {
            Dossier school = year.school(number);
            Draws.draws(school, "office", 2, "").done();
            school.draw(2);
            school.post("office", "/reviews", "{\"visitOn\": \"%s\"}".formatted(year.day(9, 12)));
        }
        year.comes(9, 12);
        for (int number : AGAIN.keySet()) {
            Dossier school = year.school(number);
            int[] changed = again(school).itemsOtherThanIn(school.school().sheet());
            Reviews.scores(school, 2, changed, again(school), "整改后复评");
            Reviews.signs(school, 2);
            assertThat(school.seen().at("/rounds/1/items").valueStream().filter(it -> it.hasNonNull("carriedFrom")))
                    .as("what nobody looked at again")
                    .hasSize(Sheet.ITEMS - changed.length);
        }
    }

    public void one_goes_up_one_goes_down_and_one_stays_below_seventy() {
        year.comes(9, 15);
        year.school(Rectifications.UP).send("office", "POST", "/grade", Grades.grade(1)).refused(409, "not-current-round");
        GRADES.forEach((number, grade) -> {
            Dossier school = year.school(number);
            school.post("leader", "/grade", Grades.grade(2));
            assertThat(school.seen().get("grade").asString()).isEqualTo(grade);
            assertThat(Grades.total(school)).isEqualTo(Loss.points(again(school).total()));
        });
    }

    public void a_school_with_good_scores_is_determined_not_to_have_attained() {
        year.comes(10, 9);
        AGAIN.keySet().forEach(number -> year.calendarTold(year.school(number), "assessment.AppealWindowClosed"));
        Dossier school = year.school(DETERMINED);
        String ground = "{\"ground\": \"SLOW_PROGRESS\", \"reason\": \"两次督查均未落实值班监看人员\"}";
        school.send("office", "POST", "/determination", ground).refused(403, "forbidden");
        school.post("leader", "/determination", ground);
        school.send("leader", "POST", "/determination", ground).refused(409, "already-determined");

        JsonNode seen = school.seen();
        assertThat(seen.get("grade").asString()).isEqualTo("NOT_ATTAINED");
        assertThat(Grades.total(school)).as("its scores stand").isEqualTo("91");
        List<JsonNode> ranking = year.api().rows("leader", Year.CAMPAIGN_PATH + "/ranking");
        assertThat(ranking.get(ranking.size() - 2).get("schoolCode").asString())
                .as("after all that attained, before those with fewer points")
                .isEqualTo(school.school().code());
    }
}
