package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;

/** Rules that need a path of some length: qualification, two inspectors at once, what a signature closes. */
@DabiaoTest
class SignedRoundTest {

    @LocalServerPort
    private int port;

    @Test
    void a_school_with_69_5_points_cannot_apply_and_with_70_it_can() {
        County county = new County(new Caller(port), "qualified").opened().withSchool("2132072461");
        String path = county.assessment("2132072461");
        String school = "school-2132072461";
        county.step(school, "PUT", path + "/plan", County.PLAN);

        county.step(school, "PUT", path + "/self-assessment",
                County.selfAssessment("10", "10", "5", "5", "0.5"), "If-Match", "\"1\"");
        HttpResponse<String> refused =
                county.as(school, "POST", path + "/application", County.APPLICATION, "If-Match", "\"2\"");
        BadInputTest.isProblem(refused, 409, "not-qualified");
        assertThat(Caller.json(refused).get("total").decimalValue()).isEqualByComparingTo("69.5");
        assertThat(Caller.json(refused).get("threshold").decimalValue()).isEqualByComparingTo("70");

        county.step(school, "PUT", path + "/self-assessment",
                County.selfAssessment("10", "10", "5", "5"), "If-Match", "\"2\"");
        assertThat(county.step(school, "POST", path + "/application", County.APPLICATION, "If-Match", "\"3\"")).isEqualTo(4);
    }

    @Test
    void two_inspectors_score_different_items_at_once_and_a_signature_closes_the_scores() throws Exception {
        County county = new County(new Caller(port), "two-at-once").opened().withSchool("2132072462");
        county.underReview("2132072462");
        String path = county.assessment("2132072462");
        String[] drawn = county.drawn("2132072462");

        List<Callable<Integer>> scorings = new ArrayList<>();
        for (int item = 1; item <= 15; item++) {
            int itemNo = item;
            String client = "inspector-" + drawn[item % 2];
            scorings.add(() -> county.as(
                            client, "PUT", path + "/reviews/1/items/" + itemNo, "{}",
                            "If-Match", "\"r1-i%d-v0\"".formatted(itemNo))
                    .statusCode());
        }
        county.as("inspector-" + drawn[0], "GET", path, "");
        county.as("inspector-" + drawn[1], "GET", path, "");
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> scored : threads.invokeAll(scorings)) {
                assertThat(scored.get()).isEqualTo(200);
            }
        }

        String lead = "inspector-" + drawn[0];
        county.step(lead, "POST", path + "/reviews/1/signatures", "{}", "If-Match", "\"21\"");
        BadInputTest.isProblem(
                county.as(lead, "PUT", path + "/reviews/1/items/1", "{}", "If-Match", "\"r1-i1-v1\""),
                409, "round-already-signed");
        BadInputTest.isProblem(
                county.as(lead, "POST", path + "/reviews/1/signatures", "{}", "If-Match", "\"22\""),
                409, "already-signed");
        county.step("inspector-" + drawn[1], "POST", path + "/reviews/1/signatures", "{}", "If-Match", "\"22\"");
        BadInputTest.isProblem(
                county.as("office", "POST", path + "/grade",
                        "{\"round\": 1, \"opinion\": \"同意\", \"sealedBy\": \"陈余山\", \"grade\": \"LEVEL_2\"}",
                        "If-Match", "\"23\""),
                409, "grade-differs");
        assertThat(county.step("leader", "POST", path + "/grade",
                        "{\"round\": 1, \"opinion\": \"同意\", \"sealedBy\": \"陈余山\", \"grade\": \"LEVEL_1\"}",
                        "If-Match", "\"23\""))
                .isEqualTo(24);
    }
}
