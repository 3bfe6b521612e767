package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;

/** Whoever is recused does not inspect (RULES.md §4.4): who may say so, when it stands, and what it does to draws. */
@DabiaoTest
class RecusalTest {

    private static final String REASON = "\"reason\": \"配偶在该校任教\"";

    @LocalServerPort
    private int port;

    @Test
    void whoever_is_recused_is_not_drawn_and_a_draw_overtaken_by_a_recusal_opens_no_review() {
        String school = "2132072681";
        County county = new County(new Caller(port), "recused").opened().withInspector(3).withSchool(school);
        String path = county.assessment(school);
        county.accepted(school);
        assertThat(recuse(county, "office", county.inspector(3), school).statusCode()).isEqualTo(201);

        HttpResponse<String> first =
                county.as("office", "POST", path + "/draws", "{\"count\": 2}", "If-Match", "\"4\"");
        JsonNode draw = county.seen(first, path).at("/draws/0");
        String lead = draw.get("lead").asString();
        assertThat(reasonFor(county.inspector(3), draw)).isEqualTo("RECUSAL_DECLARED");
        county.step("inspector-" + lead, "POST", "/inspectors/" + lead + "/recusals", body(school));

        HttpResponse<String> refused = county.as(
                "office", "POST", path + "/reviews", "{\"visitOn\": \"2018-04-10\"}", "If-Match", "\"5\"");
        BadInputTest.isProblem(refused, 409, "drawn-inspector-recused");
        assertThat(Caller.json(refused).get("inspectors").get(0).asString()).isEqualTo(lead);

        county.withInspector(4);
        HttpResponse<String> second = county.as("office", "POST", path + "/draws",
                "{\"count\": 2, \"reason\": \"组长回避\"}", "If-Match", "\"5\"");
        assertThat(reasonFor(lead, county.seen(second, path).at("/draws/1"))).isEqualTo("RECUSAL_DECLARED");
        county.step("office", "POST", path + "/reviews", "{\"visitOn\": \"2018-04-10\"}", "If-Match", "\"6\"");

        JsonNode replay = Caller.json(county.as("auditor", "GET", path + "/draws/2/replay", ""));
        assertThat(replay.get("matches").asBoolean()).isTrue();
        assertThat(replay.get("recorded")).isEqualTo(replay.get("replayed"));
        BadInputTest.isProblem(county.as("auditor", "GET", path + "/draws/3/replay", ""), 404, "not-found");
    }

    @Test
    void what_a_school_asks_for_stands_when_a_leader_upholds_it() {
        String school = "2132072682";
        County county = new County(new Caller(port), "asked").opened().withSchool(school);
        String inspector = county.inspector(1);
        String decision = "/inspectors/%s/recusals/%s/decision".formatted(inspector, school);
        String upheld = "{\"outcome\": \"UPHELD\", \"reason\": \"情况属实\"}";

        BadInputTest.isProblem(county.as("leader", "POST", decision, upheld), 409, "no-recusal-requested");
        HttpResponse<String> asked = recuse(county, "school-" + school, inspector, school);
        assertThat(asked.statusCode()).isEqualTo(201);
        assertThat(standing(county, asked, inspector)).isEqualTo("REQUESTED");
        BadInputTest.isProblem(recuse(county, "school-" + school, inspector, school), 409, "already-recused");
        BadInputTest.isProblem(county.as("office", "POST", decision, upheld), 403, "forbidden");
        HttpResponse<String> decided = county.as("leader", "POST", decision, upheld);
        assertThat(decided.statusCode()).isEqualTo(200);
        assertThat(Caller.json(decided).get("version").asLong()).isEqualTo(3);
        assertThat(standing(county, decided, inspector)).isEqualTo("UPHELD");
        BadInputTest.isProblem(county.as("leader", "POST", decision, upheld), 409, "recusal-already-decided");
        BadInputTest.isProblem(recuse(county, "office", inspector, school), 409, "already-recused");
    }

    @Test
    void nobody_speaks_for_others() {
        String school = "2132072683";
        String neighbour = "2132072684";
        County county =
                new County(new Caller(port), "others").opened().withSchool(school).withSchool(neighbour);
        String first = county.inspector(1);

        BadInputTest.isProblem(recuse(county, "school-" + neighbour, first, school), 403, "another-school");
        BadInputTest.isProblem(
                recuse(county, "inspector-" + county.inspector(2), first, school), 403, "another-inspector");
        BadInputTest.isProblem(recuse(county, "office-320723", first, school), 403, "another-bureau");
        BadInputTest.isProblem(recuse(county, "auditor", first, school), 403, "forbidden");
        BadInputTest.isProblem(recuse(county, "leader", first, school), 403, "forbidden");
        BadInputTest.isProblem(recuse(county, "office", "nobody", school), 404, "not-found");
        BadInputTest.isProblem(recuse(county, "office", first, "2132072699"), 404, "not-found");
        assertThat(Caller.json(county.as("office", "GET", "/inspectors/" + first, "")).get("recusals")).isEmpty();
    }

    private static HttpResponse<String> recuse(County county, String client, String inspector, String school) {
        return county.as(client, "POST", "/inspectors/" + inspector + "/recusals", body(school));
    }

    private static String body(String school) {
        return "{\"schoolCode\": \"%s\", %s}".formatted(school, REASON);
    }

    private static String standing(County county, HttpResponse<String> written, String inspector) {
        return county.seen(written, "/inspectors/" + inspector).at("/recusals/0/standing").asString();
    }

    private static String reasonFor(String inspector, JsonNode draw) {
        List<String> reasons = draw.get("exclusions").valueStream()
                .filter(exclusion -> exclusion.get("inspectorId").asString().equals(inspector))
                .map(exclusion -> exclusion.get("reason").asString())
                .toList();
        assertThat(reasons).hasSize(1);
        return reasons.getFirst();
    }
}
