package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;

/** Analysts ask what a campaign comes to, how it was before, and how it stands beside another one. */
@DabiaoTest
class StatisticsTest {

    private static final String GRADED = "2132074301";
    private static final String PLANNED = "2132074302";

    @LocalServerPort
    private int port;

    @Test
    void a_campaign_is_told_in_figures_now_then_and_beside_another() {
        County before = new County(new Caller(port), "stats-1").opened().withSchool(GRADED).withSchool(PLANNED);
        before.graded(GRADED);
        before.step("school-" + PLANNED, "PUT", before.assessment(PLANNED) + "/plan", County.PLAN);
        County after = new County(new Caller(port), "stats-2").opened();
        after.graded(GRADED);
        String path = "/campaigns/stats-1/statistics";

        JsonNode figures = read(after, path + "?by=township,kind,ownership,item");
        JsonNode progress = figures.at("/overall/progress");
        assertThat(progress.get("planned").asInt()).isEqualTo(2);
        assertThat(progress.get("latePlans").asInt()).isEqualTo(2);
        assertThat(progress.get("graded").asInt()).isEqualTo(1);
        assertThat(progress.get("overduePlans").asInt()).isEqualTo(progress.get("withoutPlan").asInt());
        assertThat(progress.get("schools").asInt()).isEqualTo(2 + progress.get("withoutPlan").asInt());
        assertThat(figures.at("/overall/grades/0").toString())
                .isEqualTo("{\"grade\":\"LEVEL_1\",\"schools\":1,\"percent\":100}");
        assertThat(figures.at("/overall/totals").toString())
                .isEqualTo("{\"schools\":1,\"mean\":100,\"median\":100,\"least\":100,\"most\":100}");
        assertThat(figures.at("/overall/categories")).hasSize(4);
        assertThat(figures.at("/overall/checkpoints")).isEmpty();
        assertThat(figures.get("groups").valueStream()
                        .filter(group -> group.get("township").asString().equals("新安镇")
                                && group.get("kind").asString().equals("PRIMARY"))
                        .findFirst().orElseThrow()
                        .at("/figures/items")).hasSize(15);
        assertThat(figures.has("publicationNo")).isFalse();

        JsonNode then = read(after, path + "?atPosition=" + (before.reached() - 1));
        assertThat(then.at("/overall/progress/planned").asInt()).isEqualTo(1);
        assertThat(then.get("position").asLong()).isEqualTo(before.reached() - 1);
        JsonNode nowAgain = read(after, path + "?atPosition=" + before.reached());
        assertThat(nowAgain.at("/overall/totals")).isEqualTo(figures.at("/overall/totals"));

        JsonNode comparison = read(after, "/campaigns/stats-2/statistics/comparison?with=stats-1");
        assertThat(comparison.get("change").asInt()).isZero();
        assertThat(comparison.at("/schools/equal").asInt()).isEqualTo(1);
        JsonNode schools = read(after, "/campaigns/stats-2/statistics/comparison/schools?with=stats-1");
        assertThat(schools.get("items")).hasSize(1);
        assertThat(schools.at("/items/0/schoolCode").asString()).isEqualTo(GRADED);
    }

    @Test
    void whoever_does_not_see_all_of_it_and_whoever_asks_wrongly_is_refused_clearly() {
        County county = new County(new Caller(port), "stats-3").opened().withSchool("2132074303");
        String path = "/campaigns/stats-3/statistics";

        for (String reader : new String[] {"school-2132074303", "inspector-" + county.inspector(1), "operator"}) {
            BadInputTest.isProblem(county.as(reader, "GET", path, ""), 403, "forbidden");
            BadInputTest.isProblem(
                    county.as(reader, "GET", path + "/comparison?with=guannan-2018", ""), 403, "forbidden");
        }
        BadInputTest.isProblem(county.as("office-320723", "GET", path, ""), 403, "another-bureau");
        BadInputTest.isProblem(county.as("analyst", "GET", "/campaigns/nowhere/statistics", ""), 404, "not-found");
        BadInputTest.isProblem(county.as("analyst", "GET", path + "/comparison?with=nowhere", ""), 404, "not-found");
        refused(county, path + "?by=colour", "by", "StatisticsBy");
        refused(county, path + "?by=kind,", "by", "StatisticsBy");
        refused(county, path + "?kind=UNIVERSITY", "kind", "one-of");
        refused(county, path + "?grade=LEVEL_1", "grade", "unknown-parameter");
        refused(county, path + "?asOf=2018-03-20T00:00:00Z&atPosition=1", "atPosition", "one-moment");
        refused(county, path + "?atPosition=-1", "atPosition", "Min");
        refused(county, path + "?atPosition=99999999", "atPosition", "Max");
        refused(county, path + "?asOf=2099-01-01T00:00:00Z", "asOf", "not-future");
        refused(county, path + "/comparison", "with", "required");
        refused(county, path + "/comparison?with=stats-3", "with", "another-campaign");
        refused(county, path + "/comparison?with=!", "with", "CampaignId");
        refused(county, path + "/comparison/schools?with=stats-3&limit=501", "limit", "Max");
        assertThat(county.as("analyst", "GET", path + "?asOf=2018-03-20T00:00:00Z", "").statusCode()).isEqualTo(404);
    }

    private static void refused(County county, String path, String field, String rule) {
        HttpResponse<String> answer = county.as("analyst", "GET", path, "");
        BadInputTest.isProblem(answer, 400, "invalid-request");
        JsonNode error = Caller.json(answer).at("/errors/0");
        assertThat(error.get("field").asString()).as(answer.body()).isEqualTo(field);
        assertThat(error.get("rule").asString()).as(answer.body()).isEqualTo(rule);
        assertThat(error.get("expected").asString()).as(answer.body()).isNotBlank();
    }

    private static JsonNode read(County county, String path) {
        HttpResponse<String> answer =
                county.as("analyst", "GET", path, "", "Dabiao-Min-Position", Long.toString(county.reached()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Caller.json(answer);
    }
}
