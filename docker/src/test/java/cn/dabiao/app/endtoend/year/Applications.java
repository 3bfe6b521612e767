package cn.dabiao.app.endtoend.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/** From the end of March: schools judge themselves, declare, and are taken or sent back. */
public final class Applications {

    private static final int UNQUALIFIED = 130;

    private final Year year;

    public Applications(Year year) {
        this.year = year;
    }

    public void all_that_planned_assess_themselves_and_three_find_themselves_unqualified() {
        year.comes(3, 28);
        year.each(year.schools(0, 58), it -> assesses(it, isUnqualified(it) ? UNQUALIFIED : own(it)));

        for (Dossier school : year.schools(52, 54)) {
            JsonNode refused = school.send(school.account(), "POST", "/application", declaration(3, 28))
                    .refused(409, "not-qualified");
            assertThat(refused.get("total").decimalValue()).isEqualByComparingTo("65");
            assertThat(refused.get("threshold").decimalValue()).isEqualByComparingTo("70");
            assertThat(school.seenBy(school.account()).get("allowed").valueStream().map(JsonNode::asString))
                    .contains("SELF_ASSESS").doesNotContain("APPLY");
        }
    }

    public void the_qualified_apply_and_one_of_the_others_mends_itself_first() {
        List<Dossier> applying = new ArrayList<>(year.schools(0, 51));
        applying.addAll(year.schools(55, 58));
        year.each(applying, it -> applies(it, 3, 28));

        year.comes(4, 1);
        assesses(year.school(52), own(year.school(52)));
        applies(year.school(52), 4, 1);
    }

    public void three_come_back_and_are_made_good_one_is_withdrawn_and_the_rest_is_taken() {
        year.comes(4, 2);
        for (Dossier school : year.schools(48, 50)) {
            Answer returned = school.post("office", "/application/return", "{\"reason\": \"申报表漏填分管副校长联系电话\"}");
            assertThat(returned.state()).isEqualTo("RETURNED");
            applies(school, 4, 2);
        }
        Dossier gone = year.school(51);
        assertThat(gone.post(gone.account(), "/application/withdrawal", "{\"reason\": \"校舍改造，监控室整体搬迁\"}").state())
                .isEqualTo("WITHDRAWN");
        gone.send("office", "POST", "/application/acceptance", "{}").refused(409, "wrong-phase");

        year.each(year.reviewed(), school -> {
            Answer taken = school.post("office", "/application/acceptance", "{\"reason\": \"材料齐全\"}");
            assertThat(taken.state()).isEqualTo("ACCEPTED");
            assertThat(taken.allowed()).contains("DRAW_INSPECTORS").doesNotContain("OPEN_REVIEW");
        });
    }

    private static boolean isUnqualified(Dossier school) {
        return school.school().number() >= 52 && school.school().number() <= 54;
    }

    /** Schools see half of what inspectors will, and none of the others finds itself below 75. */
    private static int own(Dossier school) {
        return Math.max(150, 100 + school.school().total() / 2);
    }

    private static void assesses(Dossier school, int total) {
        Sheet sheet = Sheet.of(total, school.school().number());
        Answer done = school.put(school.account(), "/self-assessment", sheet.selfAssessment());
        assertThat(done.state()).isEqualTo("SELF_ASSESSED");
    }

    private void applies(Dossier school, int month, int day) {
        assertThat(school.post(school.account(), "/application", declaration(month, day)).state()).isEqualTo("APPLIED");
    }

    private String declaration(int month, int day) {
        return "{\"declaredOn\": \"%s\", \"sealedBy\": \"赵虚甲\"}".formatted(year.day(month, day));
    }
}
