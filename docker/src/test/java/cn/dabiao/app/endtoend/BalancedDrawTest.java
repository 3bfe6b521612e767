package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;

/** Among the eligible the least loaded come first (RULES.md §4.4), by what the ledger holds at that moment. */
@DabiaoTest
class BalancedDrawTest {

    private static final String FIRST = "2132072891";
    private static final String SECOND = "2132072892";

    @LocalServerPort
    private int port;

    @Test
    void who_was_drawn_for_one_school_comes_last_for_the_next_and_a_redraw_gives_nobody_its_own_load() {
        County county = new County(new Caller(port), "balanced").opened().withInspector(3).withInspector(4)
                .withSchool(FIRST).withSchool(SECOND);
        county.accepted(FIRST);
        county.accepted(SECOND);

        JsonNode first = draw(county, FIRST, "{\"count\": 2, \"seed\": \"same\"}", 4);
        assertThat(loads(first).values()).containsOnly(0);

        JsonNode second = draw(county, SECOND, "{\"count\": 2, \"seed\": \"same\"}", 4);
        assertThat(drawn(second)).doesNotContainAnyElementsOf(drawn(first));
        assertThat(drawn(first)).allSatisfy(id -> assertThat(loads(second)).containsEntry(id, 1));

        // Another campaign's draws weigh nothing here, and neither does the draw that is replaced.
        JsonNode again = draw(county, SECOND, "{\"count\": 2, \"seed\": \"same\", \"reason\": \"重抽\"}", 5);
        assertThat(loads(again)).isEqualTo(loads(second));
        assertThat(drawn(again)).isEqualTo(drawn(second));

        JsonNode replay = Caller.json(county.as("auditor", "GET", county.assessment(SECOND) + "/draws/2/replay", ""));
        assertThat(replay.get("matches").asBoolean()).isTrue();
        assertThat(replay.get("loads")).isEqualTo(again.get("loads"));
    }

    private static JsonNode draw(County county, String school, String body, int version) {
        String path = county.assessment(school);
        HttpResponse<String> drawn =
                county.as("office", "POST", path + "/draws", body, "If-Match", "\"" + version + "\"");
        assertThat(drawn.statusCode()).isEqualTo(200);
        JsonNode draws = county.seen(drawn, path).get("draws");
        return draws.get(draws.size() - 1);
    }

    private static List<String> drawn(JsonNode draw) {
        return draw.get("drawn").valueStream().map(JsonNode::asString).toList();
    }

    private static Map<String, Integer> loads(JsonNode draw) {
        return draw.get("loads").valueStream().collect(Collectors.toMap(
                load -> load.get("inspectorId").asString(), load -> load.get("assignments").asInt()));
    }
}
