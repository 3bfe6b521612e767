package cn.dabiao.app.endtoend.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;

/** The tenth of April: fifty-six schools are visited, and not all goes smoothly. */
public final class Reviews {

    private static final int REPLACED = 7;
    private static final int PICTURED = 9;
    private static final int OFFLINE = 10;
    private static final int MISTAKEN = 11;
    private static final List<Integer> SPECIAL = List.of(REPLACED, School.MEASURED, PICTURED, OFFLINE, MISTAKEN);

    private final Year year;
    private final Api api;

    public Reviews(Year year) {
        this.year = year;
        this.api = year.api();
    }

    public void most_reviews_are_scored_and_signed_in_a_day() {
        year.comes(4, 10);
        List<Dossier> usual = year.reviewed().stream()
                .filter(it -> !SPECIAL.contains(it.school().number()))
                .toList();
        year.each(usual, school -> {
            scores(school, 1, IntStream.rangeClosed(1, Sheet.ITEMS).toArray(), school.school().sheet(), "");
            signs(school, 1);
        });
    }

    public void a_missed_threshold_costs_points_or_is_waived_in_writing() {
        Dossier school = year.school(School.MEASURED);
        String small = "{\"checkpoint\": \"3.3\", \"value\": 320, \"by\": 240, \"unit\": \"px\"%s}";
        String few = "{\"checkpoint\": \"4.2\", \"value\": 22, \"unit\": \"days\"}";

        scores(school, 1, 3, measured("[]", small.formatted(""))).refused(422, "threshold-missed");
        scores(school, 1, 3, measured("[]", small.formatted(", \"waiver\": \"设备已列入暑期更新计划\""))).done();
        scores(school, 1, 4, measured(school.school().sheet().deductions(4), few)).done();
        scores(school, 1, new int[] {1, 2, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, school.school().sheet(), "");
        signs(school, 1);
    }

    public void a_deduction_rests_on_a_picture_that_was_brought() {
        Dossier school = year.school(PICTURED);
        Sheet sheet = school.school().sheet();
        int pictured = sheet.itemLosing(1);
        String picture = Pictures.brought(api, school, "inspector-" + school.inspectors().getFirst(), "现场.png");
        List<String> losses = Faults.at(pictured).losses(sheet.lost(pictured)).stream()
                .map(it -> new Loss(it.checkpoint(), it.halves(), it.reason(), picture).json())
                .toList();

        scores(school, 1, IntStream.rangeClosed(1, Sheet.ITEMS).toArray(), sheet, "");
        scores(school, 1, pictured, "{\"deductions\": %s, \"notApplicable\": %s, \"reason\": \"补充现场照片\"}"
                .formatted(losses, school.school().notApplicable(pictured))).done();
        signs(school, 1);

        assertThat(api.rows("auditor", school.path() + "/evidence")).hasSize(1);
    }

    public void an_item_is_scored_anew_until_somebody_signs_and_then_no_more() {
        Dossier school = year.school(MISTAKEN);
        Sheet sheet = school.school().sheet();
        String stranger = IntStream.rangeClosed(1, 12)
                .mapToObj(Draws::inspector)
                .filter(it -> !school.inspectors().contains(it))
                .findFirst()
                .orElseThrow();
        school.send("inspector-" + stranger, "PUT", "/reviews/1/items/1", "{}").refused(403, "not-inspector-of-round");
        int item = sheet.itemLosing(1);
        scores(school, 1, item, "{}").done();
        signature(school, 1, 0).refused(409, "round-incomplete");

        scores(school, 1, new int[] {item}, sheet, "复核时发现漏扣");
        int[] others = IntStream.rangeClosed(1, Sheet.ITEMS).filter(it -> it != item).toArray();
        scores(school, 1, others, sheet, "");
        signature(school, 1, 0).done();
        scores(school, 1, item, "{}").refused(409, "round-already-signed");
        school.send("office", "POST", "/grade", Grades.grade(1)).refused(409, "signatures-missing");
        assertThat(signature(school, 1, 1).done().state()).isEqualTo("REVIEWED");
    }

    public void an_inspector_falls_ill_and_another_is_drawn_who_goes_on() {
        Dossier school = year.school(REPLACED);
        String ill = school.inspectors().getFirst();
        scores(school, 1, IntStream.rangeClosed(1, 8).toArray(), school.school().sheet(), "");

        school.post("office", "/reviews/1/replacements",
                "{\"inspectorId\": \"%s\", \"reason\": \"突发疾病\", \"seed\": \"replacement\"}".formatted(ill));

        String replacement = school.seen().at("/rounds/0/lead").asString();
        school.send("inspector-" + ill, "PUT", "/reviews/1/items/9", "{}").refused(403, "not-inspector-of-round");
        school.replaced(ill, replacement);
        scores(school, 1, IntStream.rangeClosed(9, Sheet.ITEMS).toArray(), school.school().sheet(), "");
        signs(school, 1);
    }

    public void what_was_scored_without_a_network_comes_a_day_later() {
        year.comes(4, 11);
        Dossier school = year.school(OFFLINE);
        Sheet sheet = school.school().sheet();
        for (int item = 1; item <= Sheet.ITEMS; item++) {
            scores(school, 1, item, "{\"deductions\": %s, \"scoredAt\": \"%sT02:%02d:00Z\"}"
                    .formatted(sheet.deductions(item), year.day(4, 10), item)).done();
        }
        signs(school, 1);
    }

    public void every_draw_can_be_drawn_again() {
        year.each(year.reviewed(), school -> {
            JsonNode seen = school.seen();
            for (JsonNode draw : seen.get("draws")) {
                JsonNode replay = api.read("auditor", school.path() + "/draws/" + draw.get("drawNo").asInt() + "/replay");
                assertThat(replay.get("matches").asBoolean()).isTrue();
                assertThat(replay.get("replayed")).isEqualTo(replay.get("recorded")).isEqualTo(draw.get("drawn"));
            }
        });
        assertThat(year.school(REPLACED).seen().get("draws")).hasSize(2);
    }

    /** The inspectors take turns. */
    static void scores(Dossier school, int round, int[] items, Sheet sheet, String reason) {
        String why = reason.isEmpty() ? "" : ", \"reason\": \"%s\"".formatted(reason);
        for (int item : items) {
            scores(school, round, item, "{\"deductions\": %s, \"notApplicable\": %s%s}"
                    .formatted(sheet.deductions(item), school.school().notApplicable(item), why)).done();
        }
    }

    static void signs(Dossier school, int round) {
        signature(school, round, 0).done();
        assertThat(signature(school, round, 1).done().state()).isEqualTo("REVIEWED");
    }

    private static Answer scores(Dossier school, int round, int item, String body) {
        String inspector = school.inspectors().get(item % 2);
        return school.send("inspector-" + inspector, "PUT", "/reviews/%d/items/%d".formatted(round, item), body);
    }

    private static Answer signature(Dossier school, int round, int number) {
        return school.send("inspector-" + school.inspectors().get(number), "POST", "/reviews/" + round + "/signatures",
                "{\"opinion\": \"评分属实\"}");
    }

    private static String measured(String deductions, String measurement) {
        return "{\"deductions\": %s, \"measurements\": [%s]}".formatted(deductions, measurement);
    }
}
