package cn.dabiao.app.endtoend.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;

/** December: the year is counted again from its raw events, and what the product says of it has to be the same. */
public final class December {

    private final Year year;
    private final Api api;
    private final Appeals appeals;
    private final Map<String, List<RawEvent>> events = new TreeMap<>();
    private final Map<String, Recount> recounts = new TreeMap<>();

    public December(Year year, Appeals appeals) {
        this.year = year;
        this.api = year.api();
        this.appeals = appeals;
    }

    public void an_auditor_counts_again_from_the_bundles_of_all_schools(Archive archive) {
        year.comes(12, 20);
        events.putAll(archive.bundles());
        events.forEach((code, raw) -> recounts.put(code, new Recount(code, raw)));

        assertThat(standings()).hasSize(year.reviewed().size());
        assertThat(recounts.values().stream().mapToInt(Recount::beyond).sum())
                .as("items that lost more than they are worth")
                .isPositive();
    }

    public void the_ranking_is_the_one_that_follows_from_the_events() {
        List<JsonNode> rows = api.rows("office", Year.CAMPAIGN_PATH + "/ranking");
        assertThat(rows.stream().map(Standing::row)).containsExactlyElementsOf(Standing.ranking(standings()));
        assertThat(rows).noneMatch(row -> row.get("pending").asBoolean());
        assertThat(rows.stream().filter(row -> row.get("round").asInt() == 2).map(row -> row.get("schoolCode").asString()))
                .containsExactlyInAnyOrderElementsOf(
                        standings().stream().filter(it -> it.round() == 2).map(Standing::code).toList())
                .hasSize(3);
        assertThat(rows.getFirst().get("schoolCode").asString()).isEqualTo(code(37));
        assertThat(rows.stream().map(row -> row.get("rank").asInt()).distinct())
                .as("some share a place")
                .hasSizeLessThan(rows.size());
        assertThat(rows.reversed().stream().limit(2).map(row -> row.get("schoolCode").asString()))
                .containsExactly(code(Rectifications.SLOW), code(Autumn.DETERMINED));
    }

    public void the_second_publication_is_that_ranking_and_the_first_is_what_it_was() {
        List<JsonNode> first = api.rows("office", Year.CAMPAIGN_PATH + "/publications/1");
        api.send("office", "POST", Year.CAMPAIGN_PATH + "/publication", "{\"note\": \"年度最终考评结果\"}",
                        "If-Match", "\"" + year.campaignVersion() + "\"")
                .done();
        List<JsonNode> second = api.rows(year.school(59).account(), Year.CAMPAIGN_PATH + "/publications/2");

        assertThat(first).isEqualTo(appeals.firstPublication());
        assertThat(second.stream().map(Standing::row)).containsExactlyElementsOf(Standing.ranking(standings()));
        assertThat(second).noneMatch(row -> row.get("pending").asBoolean());
        assertThat(api.rows("analyst", Year.CAMPAIGN_PATH + "/publications").stream()
                        .map(it -> it.get("publicationNo").asInt() + " " + it.get("pending").asInt()))
                .containsExactly("2 0", "1 1");
    }

    public void the_campaign_is_closed_over_the_three_that_never_got_so_far() {
        String path = Year.CAMPAIGN_PATH + "/close";
        String version = "\"" + year.campaignVersion() + "\"";
        JsonNode refused = api.send("leader", "POST", path, "{}", "If-Match", version)
                .refused(409, "open-assessments-remain");
        assertThat(refused.get("open").valueStream().map(it -> it.get("schoolCode").asString()))
                .containsExactlyInAnyOrder(code(51), code(53), code(54));
        api.send("leader", "POST", path, "{\"force\": true, \"reason\": \"年度考评工作结束\"}", "If-Match", version).done();
        Dossier last = year.school(59);
        last.send(last.account(), "PUT", "/plan", March.PLAN).refused(409, "campaign-is-closed");
    }

    /** The raw events of each school's bundle, by its code. */
    Map<String, List<RawEvent>> events() {
        return events;
    }

    Map<String, Recount> recounts() {
        return recounts;
    }

    private List<Standing> standings() {
        return recounts.values().stream().flatMap(it -> it.standing().stream()).toList();
    }

    private String code(int number) {
        return year.school(number).school().code();
    }
}
