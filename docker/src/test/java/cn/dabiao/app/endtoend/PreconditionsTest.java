package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;

/**
 * What a write rests on, told apart for every operation that asks for it: who names no version is told to (428), who names
 * an old one that it is old (412), and who names the current one what stands in the way (409).
 */
@DabiaoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreconditionsTest {

    private static final String CAMPAIGN = "doors";
    private static final String SCHOOL = "2132074821";
    private static final String OTHER = "2132074822";
    private static final String CEASED = "2132074823";
    private static final String OVER = CAMPAIGN + "-before";
    /** Of a school that has filed no more than its plan. */
    private static final String PLANNED = "/assessments/" + CAMPAIGN + "." + OTHER;

    private static final String A = "/assessments/{assessmentId}";
    private static final String C = "/campaigns/{campaignId}";
    private static final String OFFICE = "office";
    private static final String LEADER = "leader";
    private static final String THE_SCHOOL = "school-" + SCHOOL;
    private static final String THE_LEAD = "lead";
    private static final String REASON = "{\"reason\": \"情况有变\"}";
    private static final String DEDUCTION = "{\"checkpoint\": \"1.1\", \"points\": 1, \"reason\": \"未张贴\"}";

    @LocalServerPort
    private int port;

    private MaskedCounty county = new MaskedCounty(0);

    /**
     * A write that comes too late or too early.
     *
     * @param on   of what its version is, where that is no assessment of this school
     * @param type of the problem that it meets with the right version
     */
    record Write(String operation, String client, String body, String on, String type) {

        Write(String operation, String client, String body, String type) {
            this(operation, client, body, "", type);
        }

        String method() {
            return operation.substring(0, operation.indexOf(' '));
        }

        String pattern() {
            return operation.substring(operation.indexOf(' ') + 1);
        }

        @Override
        public String toString() {
            return operation;
        }
    }

    @BeforeAll
    void everything_has_happened_already() {
        county = new MaskedCounty(port, CAMPAIGN, SCHOOL, OTHER).lived();
        done(LEADER, A + "/determination", determination(), A);
        done(LEADER, A + "/measures/m1/withdrawal", REASON, A);
        done(OFFICE, C + "/close", "{\"force\": true, \"reason\": \"到期\"}", "/campaigns/" + OVER);
        county.county().withSchool(CEASED);
        county.county().step(OFFICE, "POST", "/schools/" + CEASED + "/closure", REASON);
    }

    static Stream<Write> writes() {
        String plan = County.PLAN;
        LocalDate later = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(30);
        return Stream.of(
                new Write("PUT " + A + "/plan", THE_SCHOOL, plan, "wrong-phase"),
                new Write("PUT " + A + "/self-assessment", THE_SCHOOL, County.selfAssessment(), "wrong-phase"),
                new Write("POST " + A + "/application", THE_SCHOOL, County.APPLICATION, "wrong-phase"),
                new Write("POST " + A + "/application/acceptance", OFFICE, "{}", "wrong-phase"),
                new Write("POST " + A + "/application/return", OFFICE, REASON, "wrong-phase"),
                new Write("POST " + A + "/application/withdrawal", THE_SCHOOL, REASON, "wrong-phase"),
                new Write("POST " + A + "/draws", OFFICE, "{\"count\": 2}", PLANNED, "wrong-phase"),
                new Write("POST " + A + "/reviews", OFFICE, "{\"visitOn\": \"2018-04-10\"}", "wrong-phase"),
                new Write("POST " + A + "/reviews/{round}/replacements", OFFICE,
                        "{\"inspectorId\": \"@lead\", \"reason\": \"突发疾病\"}", "wrong-phase"),
                new Write("PUT " + A + "/reviews/{round}/items/{itemNo}", THE_LEAD, "{}",
                        A + "/reviews/1/items/1", "round-already-signed"),
                new Write("POST " + A + "/reviews/{round}/signatures", THE_LEAD, "{}", "round-already-signed"),
                new Write("POST " + A + "/grade", OFFICE, "{\"round\": 1, \"opinion\": \"同意\", \"sealedBy\": \"陈余山\"}", "wrong-phase"),
                new Write("POST " + A + "/corrections", OFFICE, """
                        {"itemNo": 1, "deductions": [%s], "reason": "复核", "authority": "灌教发〔2018〕26号"}"""
                        .formatted(DEDUCTION), PLANNED, "wrong-phase"),
                new Write("POST " + A + "/determination", LEADER, determination(), "already-determined"),
                new Write("POST " + A + "/rectifications", OFFICE,
                        "{\"orderId\": \"r1\", \"items\": [1], \"dueOn\": \"%s\"}".formatted(later), "already-exists"),
                new Write("POST " + A + "/rectifications/{orderId}/report", THE_SCHOOL, "{\"report\": \"已整改。\"}", "nothing-to-rectify"),
                new Write("POST " + A + "/rectifications/{orderId}/verification", OFFICE,
                        "{\"outcome\": \"VERIFIED\", \"reason\": \"合格\"}", "nothing-reported"),
                new Write("POST " + A + "/appeals", THE_SCHOOL,
                        "{\"appealId\": \"a1\", \"items\": [1], \"grounds\": \"请予复核。\"}", "already-exists"),
                new Write("POST " + A + "/appeals/{appealId}/decision", LEADER,
                        "{\"outcome\": \"DISMISSED\", \"reason\": \"查无此事\"}", "no-open-appeal"),
                new Write("POST " + A + "/measures", OFFICE,
                        "{\"measureId\": \"m1\", \"kind\": \"NOTICE_LETTER\", \"reason\": \"整改滞后\"}", "already-exists"),
                new Write("POST " + A + "/measures/{measureId}/minutes", OFFICE, "{\"minutes\": \"说明原因。\"}", "no-interview-to-record"),
                new Write("POST " + A + "/measures/{measureId}/commitments/{commitmentNo}/confirmation", OFFICE, REASON,
                        "no-open-commitment"),
                new Write("POST " + A + "/measures/{measureId}/withdrawal", LEADER, REASON, "no-standing-measure"),
                new Write("POST " + C + "/leading-group", LEADER,
                        "{\"leadingGroup\": [{\"name\": \"隐讳新局长\", \"role\": \"HEAD\"}], \"reason\": \"调任\"}",
                        "/campaigns/" + CAMPAIGN, "leading-group-unchanged"),
                new Write("POST " + C + "/deadlines", OFFICE, "{\"planDeadline\": \"2099-12-31\", \"reason\": \"延期\"}",
                        "/campaigns/" + OVER, "campaign-is-closed"),
                new Write("POST " + C + "/close", OFFICE, "{\"force\": true, \"reason\": \"到期\"}",
                        "/campaigns/" + OVER, "campaign-is-closed"),
                new Write("POST " + C + "/publication", OFFICE, "{}", "/campaigns/" + OVER, "nothing-to-publish"),
                new Write("PUT /schools/{schoolCode}", OFFICE,
                        County.school(CEASED).replaceFirst("\"schoolCode\": \"\\d+\"", "\"reason\": \"更正\""),
                        "/schools/" + CEASED, "school-ceased"));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void no_version_an_old_one_and_the_wrong_moment_are_three_different_things(Write write) {
        String before = tag(write);

        HttpResponse<String> without = send(write);
        BadInputTest.isProblem(without, 428, "version-required");
        assertThat(Caller.json(without).get("actual").asString()).isEqualTo(before);
        BadInputTest.isProblem(send(write, "If-Match", "*"), 428, "version-required");

        HttpResponse<String> stale = send(write, "If-Match", "\"0\"");
        BadInputTest.isProblem(stale, 412, "stale-version");
        assertThat(Caller.json(stale).get("actual").asString()).isEqualTo(before);
        BadInputTest.isProblem(send(write, "If-Match", "W/\"" + before + "\""), 412, "stale-version");

        BadInputTest.isProblem(send(write, "If-Match", "\"" + before + "\""), 409, write.type());
        assertThat(tag(write)).as("nothing was written").isEqualTo(before);
    }

    @Test
    void every_operation_that_takes_a_version_is_tried() {
        Set<String> conditional = new TreeSet<>();
        Caller.json(new Caller(port).get("/v3/api-docs")).get("paths").properties().forEach(path -> path.getValue()
                .properties()
                .stream()
                .filter(operation -> operation.getValue().path("parameters").valueStream()
                        .anyMatch(parameter -> parameter.get("name").asString().equals("If-Match")))
                .forEach(operation -> conditional.add(
                        operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey().replace("/api/v1", ""))));

        Set<String> tried = writes().map(Write::operation).collect(Collectors.toSet());
        assertThat(conditional).hasSizeGreaterThan(25).isEqualTo(tried);
    }

    private static String determination() {
        return "{\"ground\": \"SLOW_PROGRESS\", \"reason\": \"进展迟缓\"}";
    }

    private void done(String client, String path, String body, String on) {
        Write write = new Write("POST " + path, client, body, on, "");
        county.county().step(client, "POST", path(write), body, "If-Match", "\"" + tag(write) + "\"");
    }

    private HttpResponse<String> send(Write write, String... headers) {
        String client = write.client().equals(THE_LEAD) ? "inspector-" + county.inspector() : write.client();
        return county.county().as(
                client, write.method(), path(write), write.body().replace("@lead", county.inspector()), headers);
    }

    /** The path of the operation, on what its version is of. */
    private String path(Write write) {
        String pattern = write.pattern();
        String on = write.on();
        if (on.startsWith("/campaigns/")) {
            pattern = pattern.replace(C, on);
        } else if (on.startsWith("/schools/")) {
            pattern = pattern.replace("/schools/{schoolCode}", on);
        } else if (!on.startsWith(A) && !on.isEmpty()) {
            pattern = pattern.replace(A, on);
        }
        return county.path(pattern.replace("{orderId}", "r1")
                .replace("{appealId}", "a1")
                .replace("{measureId}", "m1")
                .replace("{commitmentNo}", "1"));
    }

    /** The version that is current, without quotes. */
    private String tag(Write write) {
        String what = county.path(write.on().isEmpty() ? A : write.on());
        HttpResponse<String> shown = county.county().as(
                OFFICE, "GET", what, "", "Dabiao-Min-Position", Long.toString(county.county().reached()));
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        return shown.headers().firstValue("ETag").orElseThrow().replace("\"", "");
    }
}
