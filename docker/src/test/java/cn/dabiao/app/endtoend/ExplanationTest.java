package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;
import cn.dabiao.app.endtoend.receipt.PublishedSchema;
import cn.dabiao.app.endtoend.receipt.Reckoning;

/** A grade is explained to whoever may read the assessment, by its own standard and by another. */
@DabiaoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplanationTest {

    private static final String SCHOOL = "2132074211";
    private static final String ANOTHER = "2132074212";
    private static final String LATER = "explained-later";

    @LocalServerPort
    private int port;

    private County county = new County(new Caller(0), "");
    private String path = "";

    /** 1.2 costs 2, 4.1 and 4.2 cost 6 of the 5 that item 4 is worth; then 4.1 is corrected to 1. */
    @BeforeAll
    void a_school_is_graded_and_corrected() {
        county = new County(new Caller(port), "explained").opened().withSchool(SCHOOL).withSchool(ANOTHER);
        path = county.assessment(SCHOOL);
        county.underReview(SCHOOL);
        county.accepted(ANOTHER);
        String[] inspectors = county.drawn(SCHOOL);
        for (int item = 1; item <= 15; item++) {
            county.step("inspector-" + inspectors[0], "PUT", path + "/reviews/1/items/" + item, switch (item) {
                case 1 -> "{\"deductions\": [" + off("1.2", "2") + "]}";
                case 4 -> "{\"deductions\": [" + off("4.1", "3.5") + ", " + off("4.2", "2.5") + "]}";
                default -> "{}";
            }, "If-Match", "\"r1-i%d-v0\"".formatted(item));
        }
        county.step("inspector-" + inspectors[0], "POST", path + "/reviews/1/signatures", "{}", "If-Match", "\"21\"");
        county.step("inspector-" + inspectors[1], "POST", path + "/reviews/1/signatures", "{}", "If-Match", "\"22\"");
        county.step("office", "POST", path + "/grade",
                "{\"round\": 1, \"opinion\": \"同意\", \"sealedBy\": \"陈余山\"}", "If-Match", "\"23\"");
        county.step("office", "POST", path + "/corrections",
                """
                {"itemNo": 4, "deductions": [%s, %s], "reason": "登记有误", "authority": "灌教安〔2018〕9号"}"""
                        .formatted(off("4.1", "1"), off("4.2", "2.5")),
                "If-Match", "\"24\"");
        ObjectNode standard = (ObjectNode)
                Caller.json(county.as("office", "GET", "/standards/guannan-2018", "")).get("standard");
        standard.put("standardId", LATER);
        ((ObjectNode) standard.at("/bands/0")).put("from", 95);
        ((ObjectNode) standard.at("/bands/1")).put("from", 94.5);
        county.step("office", "POST", "/standards", standard.toString());
    }

    @Test
    void the_receipt_adds_up_and_shows_what_was_corrected_away() {
        JsonNode receipt = receipt("office", "");
        JsonNode disk = receipt.at("/items/3");

        Reckoning.require(receipt);
        assertThat(receipt.get("total").decimalValue()).isEqualByComparingTo("94.5");
        assertThat(receipt.get("grade").asString()).isEqualTo("LEVEL_1");
        assertThat(receipt.at("/stated/revised").asBoolean()).isTrue();
        assertThat(disk.get("deductions").valueStream().map(it -> it.get("checkpoint").asString() + " "
                        + it.get("points").decimalValue() + " " + it.get("counted").asBoolean()))
                .containsExactlyInAnyOrder("4.1 1 true", "4.2 2.5 true", "4.1 3.5 false");
        assertThat(disk.get("changes").valueStream().map(it -> it.get("basis").asString()))
                .containsExactly("SCORING", "CORRECTION");
    }

    @Test
    void every_position_leads_to_the_stored_event() {
        for (JsonNode position : receipt("auditor", "").get("positions")) {
            JsonNode event = Caller.json(county.as("auditor", "GET", "/ledger/events/" + position.asLong(), ""));
            assertThat(event.get("streamId").asString()).isEqualTo("assessment:explained:" + SCHOOL);
        }
    }

    @Test
    void another_standard_gives_another_grade_and_both_are_shown() {
        JsonNode receipt = receipt("analyst", "?standard=" + LATER);

        Reckoning.require(receipt);
        assertThat(receipt.get("grade").asString()).isEqualTo("LEVEL_2");
        assertThat(receipt.at("/comparison/grade").asString()).isEqualTo("LEVEL_1");
        assertThat(receipt.at("/comparison/standardId").asString()).isEqualTo("guannan-2018");
        assertThat(receipt.at("/comparison/items")).hasSize(15);
        assertThat(receipt.at("/comparison/unmatched")).isEmpty();
    }

    @Test
    void the_receipt_of_the_moment_before_the_correction_is_the_one_that_was_given_then() {
        long corrected = receipt("office", "").at("/items/3/changes/1/position").asLong();
        JsonNode before = receipt("office", "?atPosition=" + (corrected - 1));

        Reckoning.require(before);
        assertThat(before.get("total").decimalValue()).isEqualByComparingTo("93");
        assertThat(before.at("/items/3/floor").asBoolean()).isTrue();
        assertThat(before.get("position").asLong()).isEqualTo(corrected - 1);
    }

    @Test
    void whoever_may_not_read_the_assessment_or_asks_for_what_is_not_there_is_told_so() {
        String explanation = path + "/explanation";
        BadInputTest.isProblem(county.as("school-" + ANOTHER, "GET", explanation, ""), 403, "another-school");
        BadInputTest.isProblem(county.as("office-320723", "GET", explanation, ""), 403, "another-bureau");
        BadInputTest.isProblem(county.as("operator", "GET", explanation, ""), 403, "forbidden");
        BadInputTest.isProblem(county.as("office", "GET", explanation + "?standard=nowhere", ""), 404, "not-found");
        BadInputTest.isProblem(county.as("office", "GET", explanation + "?standard=NO%20ID", ""), 400, "invalid-request");
        BadInputTest.isProblem(county.as("office", "GET", explanation + "?standart=x", ""), 400, "invalid-request");
        BadInputTest.isProblem(county.as("office", "GET", explanation + "?atPosition=-1", ""), 400, "invalid-request");
        BadInputTest.isProblem(county.as("office", "GET", explanation + "?asOf=spring", ""), 400, "invalid-request");
        BadInputTest.isProblem(
                county.as("office", "GET", county.assessment(ANOTHER) + "/explanation", ""), 404, "nothing-to-explain");
        BadInputTest.isProblem(
                county.as("office", "GET", county.assessment("2132074299") + "/explanation", ""), 404, "not-found");
    }

    @Test
    void the_schema_is_served_byte_for_byte_to_everybody_with_a_token() {
        for (String client : List.of("office", "analyst", "operator", "school-" + SCHOOL)) {
            HttpResponse<String> answer = county.as(client, "GET", "/schemas/receipt", "");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(
                    type -> assertThat(type).startsWith("application/schema+json"));
            assertThat(answer.body()).isEqualTo(PublishedSchema.text());
        }
        assertThat(new Caller(port).get("/api/v1/schemas/receipt").statusCode()).isEqualTo(401);
    }

    private JsonNode receipt(String client, String query) {
        HttpResponse<String> answer = county.as(client, "GET", path + "/explanation" + query, "",
                "Dabiao-Min-Position", Long.toString(county.reached()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Caller.json(answer);
    }

    private static String off(String checkpoint, String points) {
        return "{\"checkpoint\": \"%s\", \"points\": %s, \"reason\": \"现场不符\"}".formatted(checkpoint, points);
    }
}
