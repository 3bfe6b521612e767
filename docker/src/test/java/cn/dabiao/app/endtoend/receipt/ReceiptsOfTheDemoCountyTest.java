package cn.dabiao.app.endtoend.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;

/** Every receipt of the demo county, in an installation of its own: sixty more schools would get into others' way. */
@DabiaoTest
@TestPropertySource(properties = "dabiao.demo=true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceiptsOfTheDemoCountyTest {

    private final List<JsonNode> assessments = new ArrayList<>();

    @LocalServerPort
    private int port;

    private Caller caller = new Caller(0);
    private String auditor = "";

    @BeforeAll
    void the_county_is_there() {
        caller = new Caller(port);
        auditor = caller.tokenOf("auditor");
        HttpResponse<String> made = caller.call(caller.tokenOf("operator"), "POST", "/api/v1/demo", "");
        String head = made.headers().firstValue("Dabiao-Position").orElseThrow();
        HttpResponse<String> page =
                caller.call(auditor, "GET", "/api/v1/assessments?limit=500", "", "Dabiao-Min-Position", head);
        Caller.json(page).get("items").forEach(assessments::add);
    }

    @Test
    void every_receipt_adds_up_from_its_own_lines_and_gives_the_grade_that_the_county_shows() {
        int graded = 0;
        for (JsonNode row : reviewed()) {
            JsonNode receipt = receipt(row, "");
            Reckoning.require(receipt);
            assertThat(receipt.path("grade")).isEqualTo(row.path("grade"));
            if (row.has("total")) {
                graded++;
                assertThat(receipt.get("total").decimalValue()).isEqualByComparingTo(row.get("total").decimalValue());
            }
        }
        assertThat(graded).isEqualTo(35);
    }

    @Test
    void every_position_that_a_receipt_names_is_that_of_a_fitting_event_of_its_history() {
        for (JsonNode row : reviewed()) {
            JsonNode receipt = receipt(row, "");
            Map<Long, String> history = history(row);
            Map<Long, List<String>> named = Reckoning.named(receipt);
            assertThat(named).allSatisfy((position, types) -> assertThat(types).contains(history.get(position)));
            assertThat(receipt.get("positions").valueStream().map(JsonNode::asLong))
                    .containsExactlyElementsOf(named.keySet().stream().sorted().toList());
        }
    }

    @Test
    void every_deduction_stands_in_the_stored_event_that_it_names() {
        for (JsonNode row : reviewed().subList(0, 8)) {
            for (JsonNode item : receipt(row, "").get("items")) {
                for (JsonNode line : item.get("deductions")) {
                    JsonNode event = get("/api/v1/ledger/events/" + line.get("position").asLong()).get("payloadJson");
                    assertThat(event.get("itemNo")).isEqualTo(item.get("itemNo"));
                    assertThat(event.get("deductions").valueStream()).anySatisfy(it -> {
                        assertThat(it.get("checkpoint")).isEqualTo(line.get("checkpoint"));
                        assertThat(it.get("points")).isEqualTo(line.get("points"));
                        assertThat(it.get("reason")).isEqualTo(line.get("reason"));
                    });
                }
            }
        }
    }

    @Test
    void the_standard_is_named_by_the_event_that_published_it() {
        long position = receipt(reviewed().getFirst(), "").at("/standard/position").asLong();

        assertThat(get("/api/v1/ledger/events/" + position).get("eventType").asString())
                .isEqualTo("standard.StandardPublished");
    }

    /** Under its own standard every counterfactual is the receipt again. */
    @Test
    void every_counterfactual_adds_up_too() {
        for (JsonNode row : reviewed()) {
            JsonNode receipt = receipt(row, "?standard=guannan-2018");
            Reckoning.require(receipt);
            assertThat(receipt.get("items")).isEqualTo(receipt(row, "").get("items"));
            assertThat(receipt.at("/comparison/unmatched")).isEmpty();
        }
    }

    @Test
    void before_its_review_a_school_has_no_receipt() {
        List<JsonNode> early = assessments.stream().filter(row -> !isReviewed(row)).toList();

        assertThat(early).isNotEmpty().allSatisfy(row -> {
            HttpResponse<String> answer = caller.getAs(auditor, path(row) + "/explanation");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("nothing-to-explain");
        });
    }

    private List<JsonNode> reviewed() {
        List<JsonNode> reviewed = assessments.stream().filter(ReceiptsOfTheDemoCountyTest::isReviewed).toList();
        assertThat(reviewed).hasSizeGreaterThan(35);
        return reviewed;
    }

    private static boolean isReviewed(JsonNode row) {
        return List.of("UNDER_REVIEW", "REVIEWED", "GRADED").contains(row.get("state").asString());
    }

    private JsonNode receipt(JsonNode row, String query) {
        return get(path(row) + "/explanation" + query);
    }

    /** The kinds of the events of an assessment, by their positions. */
    private Map<Long, String> history(JsonNode row) {
        return get(path(row) + "/history?limit=500").get("items").valueStream().collect(Collectors.toMap(
                entry -> entry.get("position").asLong(),
                entry -> entry.get("type").asString().replaceFirst("^assessment\\.", "")));
    }

    private JsonNode get(String path) {
        HttpResponse<String> answer = caller.getAs(auditor, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Caller.json(answer);
    }

    private static String path(JsonNode row) {
        return "/api/v1/assessments/" + row.get("assessmentId").asString();
    }
}
