package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;

/** An operator looks after the projections, over HTTP and with the rights that the application's account has. */
@DabiaoTest
class ProjectionAdministrationTest {

    private static final String PATH = "/api/v1/admin/projections";
    private static final String SCHOOL = "2132074601";

    @LocalServerPort
    private int port;

    @Autowired
    private DataSource database;

    @Test
    void every_group_is_rebuilt_while_it_is_read() {
        Caller caller = new Caller(port);
        County county = new County(caller, "rebuilt").opened().withSchool(SCHOOL);
        county.step("school-" + SCHOOL, "PUT", county.assessment(SCHOOL) + "/plan", County.PLAN);
        String office = caller.tokenOf("office");
        String operator = caller.tokenOf("operator");
        String path = "/api/v1" + county.assessment(SCHOOL);
        Awaitility.await().until(() -> caller.getAs(office, path + "/history").statusCode() == 200);
        JsonNode before = Caller.json(caller.getAs(office, path + "/history")).get("items");

        List<String> groups = new ArrayList<>();
        Caller.json(caller.getAs(operator, PATH)).get("items").forEach(group -> groups.add(group.get("group").asString()));
        assertThat(groups).contains("register", "assessment", "ranking", "history");
        for (String group : groups) {
            HttpResponse<String> begun = caller.call(operator, "POST", PATH + "/" + group + "/rebuild", "");
            assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
            assertThat(begun.headers().firstValue("Location")).hasValue(PATH);
        }
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            assertThat(caller.getAs(office, path).statusCode()).isEqualTo(200);
            return rebuilds(caller, operator).stream().allMatch("DONE"::equals);
        });
        JsonNode history = group(caller, operator, "history");
        assertThat(history.get("status").asString()).isEqualTo("RUNNING");
        assertThat(history.get("segments").asInt()).isPositive();
        assertThat(history.get("rebuild").get("startedBy").asString()).isEqualTo("operator");
        assertThat(history.get("rebuild").get("position").asLong()).isNotNegative();
        assertThat(Caller.json(caller.getAs(office, path + "/history")).get("items"))
                .isEqualTo(before)
                .isNotEmpty();
    }

    /** A read that does not end keeps the new rows from taking the old ones' place, for as long as the test needs. */
    @Test
    void a_group_is_rebuilt_once_at_a_time() throws SQLException {
        Caller caller = new Caller(port);
        String operator = caller.tokenOf("operator");
        String rebuild = PATH + "/ranking/rebuild";
        try (Connection reader = database.getConnection(); Statement read = reader.createStatement()) {
            reader.setAutoCommit(false);
            read.execute("SELECT count(*) FROM view.ranking");
            // One that another test began may not be over yet.
            Awaitility.await().until(() -> caller.call(operator, "POST", rebuild, "").statusCode() == 202);

            HttpResponse<String> another = caller.call(operator, "POST", rebuild, "");
            assertThat(problem(another, 409)).isEqualTo("rebuild-under-way");
            assertThat(Caller.json(another).get("group").asString()).isEqualTo("ranking");
            assertThat(another.headers().firstValue("Retry-After")).isEmpty();
            reader.rollback();
        }
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(
                () -> group(caller, operator, "ranking").at("/rebuild/state").asString().equals("DONE"));
    }

    @Test
    void what_cannot_be_done_is_told() {
        Caller caller = new Caller(port);
        String operator = caller.tokenOf("operator");
        assertThat(problem(caller.call(operator, "POST", PATH + "/nothing/rebuild", ""), 404)).isEqualTo("not-found");
        assertThat(problem(caller.call(operator, "DELETE", PATH + "/ranking/rebuild", ""), 404)).isEqualTo("not-found");
        assertThat(problem(caller.getAs(operator, PATH + "/nothing/dead-letters"), 404)).isEqualTo("not-found");
        assertThat(Caller.json(caller.getAs(operator, PATH + "/history/dead-letters")).get("items").isEmpty()).isTrue();
        assertThat(problem(caller.getAs(operator, PATH + "/history/dead-letters?cursor=x"), 400))
                .isEqualTo("invalid-request");
        String letter = PATH + "/history/dead-letters/999999";
        assertThat(problem(caller.call(operator, "POST", letter + "/retry", ""), 404)).isEqualTo("not-found");
        assertThat(problem(caller.call(operator, "POST", letter + "/skip", "{\"reason\":\"测试\"}"), 404))
                .isEqualTo("not-found");
        assertThat(problem(caller.call(operator, "POST", letter + "/skip", "{}"), 400)).isEqualTo("invalid-request");
        for (String other : List.of("office", "leader", "auditor", "analyst")) {
            String token = caller.tokenOf(other);
            assertThat(problem(caller.getAs(token, PATH), 403)).isEqualTo("forbidden");
            assertThat(problem(caller.call(token, "POST", PATH + "/history/rebuild", ""), 403)).isEqualTo("forbidden");
        }
    }

    private static List<String> rebuilds(Caller caller, String operator) {
        List<String> states = new ArrayList<>();
        Caller.json(caller.getAs(operator, PATH)).get("items")
                .forEach(group -> states.add(group.get("rebuild").get("state").asString()));
        return states;
    }

    private static JsonNode group(Caller caller, String operator, String name) {
        for (JsonNode group : Caller.json(caller.getAs(operator, PATH)).get("items")) {
            if (group.get("group").asString().equals(name)) {
                return group;
            }
        }
        throw new AssertionError(name);
    }

    private static String problem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        String type = Caller.json(response).get("type").asString();
        return type.substring(type.lastIndexOf('/') + 1);
    }
}
