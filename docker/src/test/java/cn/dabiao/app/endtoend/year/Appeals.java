package cn.dabiao.app.endtoend.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import tools.jackson.databind.JsonNode;

/** From the twentieth of April: two schools appeal, the grades are made public in between, and the window ends. */
public final class Appeals {

    private static final int DISMISSED = 20;
    private static final int TOO_LATE = 21;
    private static final int UPHELD = 42;
    /** Where more was deducted than it is worth. */
    private static final int CONTESTED = 11;
    /** Its window began anew when the office put a score right. */
    private static final int LONGER = 12;

    private final Year year;
    private final Api api;
    private List<JsonNode> firstPublication = List.of();

    public Appeals(Year year) {
        this.year = year;
        this.api = year.api();
    }

    public void two_schools_appeal_and_nothing_goes_on_over_an_open_appeal() {
        year.comes(4, 20);
        Dossier dismissed = year.school(DISMISSED);
        Dossier upheld = year.school(UPHELD);
        lodges(dismissed, dismissed.school().sheet().itemLosing(1), "该设备当日正在升级，请予复测", "");
        lodges(upheld, CONTESTED, "室内电饭煲系施工队临时存放，当日已清出",
                Pictures.brought(api, upheld, upheld.account(), "清理后.png"));

        upheld.send(upheld.account(), "POST", "/appeals", appeal("a2", CONTESTED, "再次申诉", ""))
                .refused(409, "already-appealed");
        JsonNode refused = Draws.draws(upheld, "office", 2, "再次考评").refused(409, "appeals-open");
        assertThat(refused.get("appeals").valueStream().map(JsonNode::asString)).containsExactly("a1");
        upheld.send("office", "POST", "/appeals/a1/decision", decision("DISMISSED", "不成立", "[]"))
                .refused(403, "forbidden");
    }

    public void one_appeal_is_dismissed_and_changes_nothing() {
        year.comes(4, 24);
        Dossier school = year.school(DISMISSED);
        school.post("leader", "/appeals/a1/decision", decision("DISMISSED", "经复测，原评分准确", "[]"));
        assertThat(Grades.total(school)).isEqualTo("79.5");
        assertThat(school.seen().at("/appeals/0/outcome").asString()).isEqualTo("DISMISSED");
    }

    public void the_grades_are_made_public_with_one_appeal_open() {
        year.comes(4, 25);
        assertThat(api.rows(year.school(0).account(), Year.CAMPAIGN_PATH + "/ranking"))
                .as("nobody sees others before")
                .hasSizeLessThanOrEqualTo(1);
        JsonNode published = api.send("office", "POST", Year.CAMPAIGN_PATH + "/publication",
                        "{\"note\": \"现将首轮考评结果予以公示\"}", "If-Match", "\"" + year.campaignVersion() + "\"")
                .done().json();
        assertThat(published.get("publicationNo").asInt()).isEqualTo(1);

        firstPublication = api.rows(year.school(59).account(), Year.CAMPAIGN_PATH + "/publications/1");
        assertThat(firstPublication).hasSize(year.reviewed().size());
        assertThat(firstPublication.stream()
                        .filter(row -> row.get("pending").asBoolean())
                        .map(row -> row.get("schoolCode").asString()))
                .containsExactly(year.school(UPHELD).school().code());
    }

    public void the_other_is_upheld_and_lifts_the_school_over_the_line() {
        year.comes(4, 28);
        Dossier school = year.school(UPHELD);
        String fewer = new Loss("11.1", 6, "室内使用大功率对讲设备，情节较轻").json();
        school.post("leader", "/appeals/a1/decision", decision("UPHELD", "情况属实，予以更正",
                "[{\"itemNo\": %d, \"deductions\": [%s]}]".formatted(CONTESTED, fewer)));

        JsonNode seen = school.seen();
        assertThat(seen.get("grade").asString()).isEqualTo("LEVEL_3");
        assertThat(Grades.total(school)).isEqualTo("70.5");
        assertThat(seen.at("/assignedGrade/revised/appealId").asString()).isEqualTo("a1");
        assertThat(api.rows("office", Year.CAMPAIGN_PATH + "/publications/1")).isEqualTo(firstPublication);
    }

    public void after_fifteen_days_the_calendar_closes_the_window() {
        year.comes(5, 2);
        Dossier late = year.school(TOO_LATE);
        List<Dossier> closing = year.reviewed().stream()
                .filter(it -> it.school().number() != LONGER)
                .toList();
        year.each(closing, school -> year.calendarTold(school, "assessment.AppealWindowClosed"));
        late.send(late.account(), "POST", "/appeals", appeal("a1", 1, "错过期限", "")).refused(409, "appeal-window-over");
    }

    /** As it was read in April, by a school that is not in it. */
    List<JsonNode> firstPublication() {
        return firstPublication;
    }

    private static void lodges(Dossier school, int item, String grounds, String evidence) {
        Answer lodged = school.post(school.account(), "/appeals", appeal("a1", item, grounds, evidence));
        assertThat(lodged.state()).isEqualTo("GRADED");
    }

    private static String appeal(String id, int item, String grounds, String evidence) {
        return "{\"appealId\": \"%s\", \"items\": [%d], \"grounds\": \"%s\", \"evidence\": [%s]}"
                .formatted(id, item, grounds, evidence);
    }

    private static String decision(String outcome, String reason, String items) {
        return "{\"outcome\": \"%s\", \"reason\": \"%s\", \"items\": %s}".formatted(outcome, reason, items);
    }
}
