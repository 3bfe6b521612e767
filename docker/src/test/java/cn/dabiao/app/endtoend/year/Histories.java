package cn.dabiao.app.endtoend.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/** What a year left on record of a school, as a reader of Chinese finds it. */
public final class Histories {

    private static final String HAN = "(?s).*\\p{IsHan}.*";

    private final Year year;
    private final Api api;

    public Histories(Year year) {
        this.year = year;
        this.api = year.api();
    }

    public void the_slow_school_finds_every_step_of_its_year_in_chinese() {
        Dossier slow = year.school(Rectifications.SLOW);
        List<JsonNode> entries = api.rows(slow.account(), "/schools/" + slow.school().code() + "/history");

        assertThat(steps(entries)).containsExactly(
                "SchoolRegistered", "PlanSubmitted", "SelfAssessed", "ApplicationSubmitted", "ApplicationAccepted",
                "InspectorsDrawn", "ReviewOpened", "ItemScored", "ReviewSigned", "GradeAssigned", "AppealWindowClosed",
                "RectificationOrdered", "RectificationOverdue", "MeasureIssued", "InterviewHeld", "MeasureIssued",
                "EvidenceStored", "RectificationReported", "RectificationVerified", "CommitmentFulfilled",
                "InspectorsDrawn", "ReviewOpened", "ItemScored", "ReviewSigned", "GradeAssigned", "AppealWindowClosed");
        assertThat(entries).allSatisfy(entry -> assertThat(entry.get("text").asString()).matches(HAN));
        assertThat(entries.stream().map(entry -> entry.get("text").asString()).toList())
                .anySatisfy(text -> assertThat(text).contains("自评合格"))
                .anySatisfy(text -> assertThat(text).contains("按第1轮考评评定为不达标：总分60.5"))
                .anySatisfy(text -> assertThat(text).contains("整改通知r1", "到期未报告，系统自动记录"))
                .anySatisfy(text -> assertThat(text).contains("函告", "原因：整改逾期未报告"))
                .anySatisfy(text -> assertThat(text).contains("约谈", "县教育局三楼会议室"))
                .anySatisfy(text -> assertThat(text).contains("通报批评"))
                .anySatisfy(text -> assertThat(text).contains("第2轮考评", "整改后复评"))
                .anySatisfy(text -> assertThat(text).contains("按第2轮考评评定为不达标：总分66"));
    }

    public void every_change_of_a_score_names_its_reason_and_what_it_rests_on() {
        year.each(year.reviewed(), school -> {
            List<JsonNode> changes = api.rows("auditor", school.path() + "/score-changes");
            assertThat(changes).hasSizeGreaterThanOrEqualTo(Sheet.ITEMS).allSatisfy(change -> {
                assertThat(change.get("authority").asString()).isNotBlank();
                assertThat(change.get("actor").asString()).isNotBlank();
                assertThat(change.get("at").asString()).isNotBlank();
                int worth = Faults.at(change.get("itemNo").asInt()).worth();
                int before = change.hasNonNull("before") ? Recount.halves(change.get("before")) : worth;
                if (before != Recount.halves(change.get("after"))) {
                    assertThat(change.path("reason").asString("")).as(change.toString()).isNotBlank();
                }
            });
        });
        assertThat(authorities(12)).contains(year.document(7));
        assertThat(authorities(42)).contains("申诉a1");
    }

    private List<String> authorities(int number) {
        return api.rows("auditor", year.school(number).path() + "/score-changes").stream()
                .map(change -> change.get("authority").asString())
                .toList();
    }

    /** What happened, in its order; what happened several times in a row once. */
    private static List<String> steps(List<JsonNode> entries) {
        List<String> steps = new ArrayList<>();
        for (JsonNode entry : entries) {
            String type = entry.get("type").asString();
            String step = type.substring(type.indexOf('.') + 1);
            if (steps.isEmpty() || !steps.getLast().equals(step)) {
                steps.add(step);
            }
        }
        return steps;
    }
}
