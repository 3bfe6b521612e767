package cn.dabiao.app.endtoend.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import tools.jackson.databind.JsonNode;

/** From May to July: three schools mend what was found, one of them not before it was written to, summoned and named. */
public final class Rectifications {

    static final int UP = 40;
    static final int SLOW = 41;
    static final int DOWN = 43;

    private final Year year;
    private final Api api;

    public Rectifications(Year year) {
        this.year = year;
        this.api = year.api();
    }

    public void three_schools_are_ordered_to_mend_and_are_not_reviewed_again_before_they_have() {
        year.comes(5, 3);
        for (int number : new int[] {UP, SLOW, DOWN}) {
            Dossier school = year.school(number);
            school.post("office", "/rectifications", """
                    {"orderId": "r1", "items": %s, "hazards": ["室内使用电炉、电饭煲等电器"], "dueOn": "%s"}""".formatted(
                    Arrays.toString(Autumn.again(school).itemsOtherThanIn(school.school().sheet())), year.day(5, 20)));
        }
        JsonNode refused = Draws.draws(year.school(UP), "office", 2, "再次考评").refused(409, "rectifications-open");
        assertThat(refused.get("orders").valueStream().map(JsonNode::asString)).containsExactly("r1");
    }

    public void two_report_in_time_and_one_of_the_reports_is_sent_back() {
        year.comes(5, 10);
        for (int number : new int[] {UP, DOWN}) {
            reports(year.school(number), "已更换设备并清理监控室", "整改后.png");
        }
        year.comes(5, 12);
        verifies(year.school(DOWN), "\"VERIFIED\", \"reason\": \"现场核查，已整改到位\"").done();
        Dossier up = year.school(UP);
        verifies(up, "\"SENT_BACK\"").refused(422, "sending-back-incomplete");
        verifies(up, "\"SENT_BACK\", \"reason\": \"防雷接地未做\", \"newDueOn\": \"%s\"".formatted(year.day(6, 5))).done();
        assertThat(up.seen().at("/rectifications/0/dueOn").asString()).isEqualTo(year.day(6, 5).toString());
        verifies(year.school(DOWN), "\"VERIFIED\"").refused(409, "nothing-reported");
    }

    public void the_calendar_records_who_let_the_date_pass_and_a_letter_goes_out() {
        year.comes(5, 21);
        Dossier slow = year.school(SLOW);
        year.calendarTold(slow, "assessment.RectificationOverdue");
        assertThat(slow.seen().at("/rectifications/0/overdue").asBoolean()).isTrue();
        assertThat(overdue(slow)).containsExactly("RECTIFICATION r1");
        assertThat(api.rows("office", "/assessments?campaign=" + Year.CAMPAIGN + "&overdue=true").stream()
                        .map(row -> row.get("schoolCode").asString()))
                .contains(slow.school().code(), year.school(55).school().code())
                .doesNotContain(year.school(UP).school().code());

        year.comes(5, 22);
        measure(slow, "m1", "NOTICE_LETTER", "").refused(422, "measure-needs-reason");
        measure(slow, "m1", "NOTICE_LETTER", ", \"reason\": \"整改逾期未报告\"").done();
    }

    public void the_head_of_the_slow_school_is_summoned_and_commits_the_school() {
        year.comes(5, 25);
        Dossier slow = year.school(SLOW);
        String summons = ", \"interview\": {\"at\": \"%sT01:00:00Z\", \"place\": \"县教育局三楼会议室\", \"attendees\": [\"赵虚甲\"]}"
                .formatted(year.day(6, 1));
        measure(slow, "m2", "INTERVIEW", summons).refused(422, "measure-needs-reason");
        measure(slow, "m2", "INTERVIEW", summons + ", \"reason\": \"函告后仍未整改\"").done();

        year.comes(6, 1);
        reports(year.school(UP), "防雷接地已完成并检测合格", "接地检测.png");
        year.comes(6, 2);
        slow.post("office", "/measures/m2/minutes", """
                {"minutes": "学校说明整改滞后原因，局领导提出明确要求。", "commitments": [
                 {"commitment": "落实专人负责整改", "dueOn": "%s"}, {"commitment": "全部隐患整改到位", "dueOn": "%s"}]}"""
                .formatted(year.day(6, 10), year.day(6, 18)));
        year.comes(6, 3);
        verifies(year.school(UP), "\"VERIFIED\", \"reason\": \"复查合格\"").done();
    }

    public void it_is_criticised_in_a_circular_and_mends_at_last() {
        year.comes(6, 20);
        Dossier slow = year.school(SLOW);
        assertThat(overdue(slow)).containsExactly("RECTIFICATION r1", "COMMITMENT m2/1", "COMMITMENT m2/2");
        measure(slow, "m3", "CIRCULAR_CRITICISM", ", \"reason\": \"约谈承诺到期仍未兑现\"").done();
        year.comes(7, 1);
        reports(slow, "全部隐患已整改", "整改照片.png");
        year.comes(7, 3);
        verifies(slow, "\"VERIFIED\", \"reason\": \"逾期四十二天，现已整改到位\"").done();
        slow.post("office", "/measures/m2/commitments/1/confirmation", "{\"reason\": \"已明确副校长专职负责\"}");

        assertThat(overdue(slow)).containsExactly("COMMITMENT m2/2");
        JsonNode measures = slow.seen().get("measures");
        assertThat(measures.valueStream().map(it -> it.get("kind").asString()))
                .containsExactly("NOTICE_LETTER", "INTERVIEW", "CIRCULAR_CRITICISM");
        assertThat(measures.valueStream()).allMatch(it -> it.get("stands").asBoolean());
    }

    /** What the campaign's list says that a school owes. */
    private List<String> overdue(Dossier school) {
        return api.rows("office", Year.CAMPAIGN_PATH + "/overdue").stream()
                .filter(row -> row.get("schoolCode").asString().equals(school.school().code()))
                .map(row -> row.get("what").asString() + " " + (row.hasNonNull("orderId")
                        ? row.get("orderId").asString()
                        : row.path("measureId").asString() + "/" + row.path("commitmentNo").asInt()))
                .toList();
    }

    private void reports(Dossier school, String report, String picture) {
        String evidence = Pictures.brought(api, school, school.account(), picture);
        school.post(school.account(), "/rectifications/r1/report",
                "{\"report\": \"%s\", \"evidence\": [%s]}".formatted(report, evidence));
    }

    private static Answer verifies(Dossier school, String outcome) {
        return school.send("office", "POST", "/rectifications/r1/verification", "{\"outcome\": %s}".formatted(outcome));
    }

    private static Answer measure(Dossier school, String id, String kind, String more) {
        return school.send(
                "office", "POST", "/measures", "{\"measureId\": \"%s\", \"kind\": \"%s\"%s}".formatted(id, kind, more));
    }
}
