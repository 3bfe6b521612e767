package cn.dabiao.app.endtoend;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;

/**
 * A small county over HTTP for one test: its own campaign, schools and inspectors, so that tests that share the
 * application do not meet each other.
 */
public final class County {

    public static final String PLAN =
            """
            {"title": "创建方案", "document": {"name": "plan.pdf", "bytes": 12345,
              "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"},
             "leadingGroup": [{"name": "张三", "role": "HEAD"}]}""";

    public static final String APPLICATION = "{\"declaredOn\": \"2018-03-24\", \"sealedBy\": \"张三\"}";

    private final Caller caller;
    private final String campaign;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    /** Where the last of the county's steps stands: what is read afterwards has to show it. */
    private final AtomicLong reached = new AtomicLong();

    public County(Caller caller, String campaign) {
        this.caller = caller;
        this.campaign = campaign;
    }

    /** Opens the campaign, with two inspectors of its own who live nowhere near any school. */
    public County opened() {
        return opened(LocalDate.of(2018, 3, 25));
    }

    County opened(LocalDate planDeadline) {
        created(as("office", "POST", "/campaigns",
                """
                {"campaignId": "%s", "name": "测试", "standardId": "guannan-2018", "planDeadline": "%s",
                 "annualWeight": 0.1, "leadingGroup": [{"name": "周达华", "role": "HEAD"}]}"""
                        .formatted(campaign, planDeadline)));
        return withInspector(1).withInspector(2);
    }

    County withInspector(int number) {
        created(as("office", "POST", "/inspectors",
                """
                {"inspectorId": "%s", "name": "王五", "township": "百禄镇"}""".formatted(inspector(number))));
        return this;
    }

    public County withSchool(String code) {
        created(as("office", "POST", "/schools", school(code)));
        return this;
    }

    public static String school(String code) {
        return """
                {"schoolCode": "%s", "name": "测试小学", "ownership": "PUBLIC", "kind": "PRIMARY", "township": "新安镇",
                 "students": 100, "staff": 10, "teachers": 8, "principal": {"name": "张三", "phone": "0518-83220001"},
                 "vicePrincipal": {"name": "李四", "phone": "0518-83220002"}}""".formatted(code);
    }

    public String inspector(int number) {
        return "%s-i%d".formatted(campaign, number);
    }

    public String assessment(String school) {
        return "/assessments/" + campaign + "." + school;
    }

    /** A self-assessment of all 15 items that takes so many points off item 8 and, beyond its 15, off item 1. */
    public static String selfAssessment(String... deductions) {
        StringBuilder items = new StringBuilder();
        for (int item = 1; item <= 15; item++) {
            String off = item <= deductions.length ? deductions[item - 1] : "";
            items.append(item == 1 ? "" : ", ").append("""
                    {"itemNo": %d, "deductions": [%s]}""".formatted(item, off.isEmpty() ? "" : """
                    {"checkpoint": "%d.1", "points": %s, "reason": "自查"}""".formatted(item, off)));
        }
        return "{\"items\": [" + items + "]}";
    }

    /** A request as a demo client; headers come in pairs. */
    public HttpResponse<String> as(String client, String method, String path, String body, String... headers) {
        String token = tokens.computeIfAbsent(client, caller::tokenOf);
        return caller.call(token, method, "/api/v1" + path, body, headers);
    }

    /** A form with a file as a demo client. */
    HttpResponse<String> upload(String client, String path, Form form) {
        String token = tokens.computeIfAbsent(client, caller::tokenOf);
        return caller.send(token, "/api/v1" + path, form.contentType(), form.body());
    }

    HttpResponse<byte[]> download(String client, String path, String... headers) {
        return caller.download(tokens.computeIfAbsent(client, caller::tokenOf), "/api/v1" + path, headers);
    }

    /** What office sees of what this answer says to have been written. */
    JsonNode seen(HttpResponse<String> written, String path) {
        String position = written.headers().firstValue("Dabiao-Position").orElseThrow();
        return Caller.json(as("office", "GET", path, "", "Dabiao-Min-Position", position));
    }

    /** A step that has to succeed: the version it answers. */
    public long step(String client, String method, String path, String body, String... headers) {
        HttpResponse<String> response = as(client, method, path, body, headers);
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError(method + " " + path + ": " + response.body());
        }
        JsonNode written = Caller.json(response);
        reached.accumulateAndGet(written.get("position").asLong(), Math::max);
        return written.get("version").asLong();
    }

    /** The position of the last step. */
    public long reached() {
        return reached.get();
    }

    /** Walks a school's assessment up to an open review of round 1; answers the version. */
    public long underReview(String school) {
        String path = assessment(school);
        accepted(school);
        step("office", "POST", path + "/draws",
                "{\"count\": 2, \"seed\": \"%s\"}".formatted(campaign), "If-Match", "\"4\"");
        return step("office", "POST", path + "/reviews", "{\"visitOn\": \"2018-04-10\"}", "If-Match", "\"5\"");
    }

    /** Walks a school's assessment up to the accepted declaration: version 4. */
    public void accepted(String school) {
        String path = assessment(school);
        String account = "school-" + school;
        step(account, "PUT", path + "/plan", PLAN);
        step(account, "PUT", path + "/self-assessment", selfAssessment(), "If-Match", "\"1\"");
        step(account, "POST", path + "/application", APPLICATION, "If-Match", "\"2\"");
        step("office", "POST", path + "/application/acceptance", "{}", "If-Match", "\"3\"");
    }

    /** Walks a school's assessment up to the grade of round 1, which nothing was deducted in: version 24. */
    public void graded(String school) {
        String path = assessment(school);
        underReview(school);
        String[] inspectors = drawn(school);
        for (int item = 1; item <= 15; item++) {
            step("inspector-" + inspectors[0], "PUT", path + "/reviews/1/items/" + item, "{}",
                    "If-Match", "\"r1-i%d-v0\"".formatted(item));
        }
        step("inspector-" + inspectors[0], "POST", path + "/reviews/1/signatures", "{}", "If-Match", "\"21\"");
        step("inspector-" + inspectors[1], "POST", path + "/reviews/1/signatures", "{}", "If-Match", "\"22\"");
        step("office", "POST", path + "/grade",
                "{\"round\": 1, \"opinion\": \"同意\", \"sealedBy\": \"陈余山\"}", "If-Match", "\"23\"");
    }

    /** The inspectors that the first draw drew, the lead first. */
    public String[] drawn(String school) {
        JsonNode draw = Caller.json(as(
                        "office", "GET", assessment(school), "", "Dabiao-Min-Position", Long.toString(reached.get())))
                .at("/draws/0/drawn");
        return draw.valueStream().map(JsonNode::asString).toArray(String[]::new);
    }

    private static void created(HttpResponse<String> response) {
        if (response.statusCode() != 201) {
            throw new AssertionError(response.body());
        }
    }
}
