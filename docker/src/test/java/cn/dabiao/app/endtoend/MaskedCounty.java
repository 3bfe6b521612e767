package cn.dabiao.app.endtoend;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;

/**
 * A county in which something of everything has happened, and in which whatever names a person, or tells of persons, is
 * marked: a name or words by {@link #MARK}, a telephone number by {@link #NUMBER}.
 */
final class MaskedCounty {

    static final String CAMPAIGN = "masked";
    static final String SCHOOL = "2132074801";
    static final String OTHER = "2132074802";
    static final String MARK = "隐讳";
    static final String NUMBER = "83997";

    private static final String PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAfbLI3wAAAABJRU5ErkJggg==";

    private final County county;
    private final String campaign;
    private final String school;
    private final String other;
    private final String assessment;
    private String sha256 = "";
    private String lead = "";
    private long version;

    MaskedCounty(int port) {
        this(port, CAMPAIGN, SCHOOL, OTHER);
    }

    /** Another of its kind: with a campaign and schools of its own. */
    MaskedCounty(int port, String campaign, String school, String other) {
        this.county = new County(new Caller(port), campaign);
        this.campaign = campaign;
        this.school = school;
        this.other = other;
        this.assessment = "/assessments/" + campaign + "." + school;
    }

    /** The evidence that was stored. */
    String sha256() {
        return sha256;
    }

    /** An inspector of the round. */
    String inspector() {
        return lead;
    }

    County county() {
        return county;
    }

    /** Without {@code /api/v1}; {@code @} is the last position. */
    String path(String pattern) {
        return pattern.replace("/api/v1", "")
                .replace("@", Long.toString(county.reached()))
                .replace("{campaignId}", campaign)
                .replace("{assessmentId}", campaign + "." + school)
                .replace("{schoolCode}", school)
                .replace("{inspectorId}", lead)
                .replace("{standardId}", "guannan-2018")
                .replace("{publicationNo}", "1")
                .replace("{round}", "1")
                .replace("{itemNo}", "1")
                .replace("{drawNo}", "1")
                .replace("{sha256}", sha256)
                .replace("{position}", Long.toString(county.reached()))
                .replace("{group}", "history")
                .replace("{webhookId}", "none");
    }

    MaskedCounty lived() {
        registered();
        applied();
        reviewed();
        contested();
        mended();
        published();
        return this;
    }

    private void registered() {
        String facts = """
                {"campaignId": "%s", "name": "测试", "standardId": "guannan-2018", "planDeadline": "2018-03-25",
                 "annualWeight": 0.1, "leadingGroup": [{"name": "隐讳局长", "role": "HEAD"}]}""";
        created("/campaigns", facts.formatted(campaign));
        created("/campaigns", facts.formatted(campaign + "-before"));
        county.step("leader", "POST", "/campaigns/" + campaign + "/leading-group",
                "{\"leadingGroup\": [{\"name\": \"隐讳新局长\", \"role\": \"HEAD\"}], \"reason\": \"隐讳局长调任\"}",
                "If-Match", "\"1\"");
        for (int number = 1; number <= 4; number++) {
            created("/inspectors", """
                    {"inspectorId": "%s", "name": "隐讳考评员", "township": "百禄镇"}""".formatted(county.inspector(number)));
        }
        for (String code : new String[] {school, other}) {
            created("/schools", school(code, "83997001"));
        }
        HttpResponse<String> known = county.as("office", "GET", "/schools/" + school, "");
        county.step("office", "PUT", "/schools/" + school, updated(), "If-Match",
                known.headers().firstValue("ETag").orElse("\"1\""));
        String recusals = "/inspectors/" + county.inspector(4) + "/recusals";
        created("/inspectors/" + county.inspector(3) + "/recusals", recusal(other));
        county.step("school-" + school, "POST", recusals, recusal(school));
        county.step("leader", "POST", recusals + "/" + school + "/decision",
                "{\"outcome\": \"UPHELD\", \"reason\": \"经查与隐讳校长系夫妻\"}");
    }

    private static String school(String code, String phone) {
        return County.school(code)
                .replace("\"张三\"", "\"隐讳校长\"")
                .replace("\"李四\"", "\"隐讳副校长\"")
                .replace("83220001", phone)
                .replace("83220002", "83997002");
    }

    private String updated() {
        return school(school, "83997003").replaceFirst("\"schoolCode\": \"\\d+\", ", "");
    }

    private static String recusal(String school) {
        return "{\"schoolCode\": \"%s\", \"reason\": \"隐讳考评员的配偶在该校任教\"}".formatted(school);
    }

    private void applied() {
        String account = "school-" + school;
        version = 0;
        version = county.step(account, "PUT", assessment + "/plan",
                County.PLAN.replace("张三", "隐讳校长").replace("plan.pdf", "隐讳方案.pdf"));
        Form photo = Form.with(Base64.getDecoder().decode(PIXEL), "image/png", "隐讳照片.png").and("place", "隐讳家门口");
        sha256 = Caller.json(county.upload(account, assessment + "/evidence", photo)).get("sha256").asString();
        next(account, "PUT", "/self-assessment", County.selfAssessment("0.5").replace(
                "\"reason\": \"自查\"", "\"reason\": \"自查\", \"evidence\": [" + evidence() + "]"));
        next(account, "POST", "/application", County.APPLICATION.replace("张三", "隐讳校长"));
        next("office", "POST", "/application/acceptance", "{}");
    }

    private void reviewed() {
        next("office", "POST", "/draws", "{\"count\": 2, \"seed\": \"masked\"}");
        next("office", "POST", "/reviews", "{\"visitOn\": \"2018-04-10\"}");
        JsonNode round = seen().at("/rounds/0");
        String first = round.get("lead").asString();
        next("office", "POST", "/reviews/1/replacements",
                "{\"inspectorId\": \"%s\", \"reason\": \"隐讳考评员突发疾病\"}".formatted(first));
        round = seen().at("/rounds/0");
        lead = round.get("lead").asString();
        for (int item = 1; item <= 15; item++) {
            String found = item == 1 ? "{\"deductions\": [" + deduction(1) + "]}" : "{}";
            version = county.step("inspector-" + lead, "PUT", assessment + "/reviews/1/items/" + item, found,
                    "If-Match", "\"r1-i%d-v0\"".formatted(item));
        }
        for (JsonNode inspector : round.get("inspectors")) {
            next("inspector-" + inspector.asString(), "POST", "/reviews/1/signatures", "{}");
        }
        next("office", "POST", "/grade", "{\"round\": 1, \"opinion\": \"同意\", \"sealedBy\": \"隐讳局长\"}");
    }

    private void contested() {
        next("office", "POST", "/corrections", """
                {"itemNo": 1, "deductions": [%s], "reason": "复核", "authority": "灌教发〔2018〕26号"}"""
                .formatted(deduction(2)));
        next("school-" + school, "POST", "/appeals", """
                {"appealId": "a1", "items": [1], "grounds": "请予复核。", "evidence": [%s]}""".formatted(evidence()));
        next("leader", "POST", "/appeals/a1/decision", """
                {"outcome": "UPHELD", "reason": "情况属实", "items": [{"itemNo": 1, "deductions": [%s]}]}"""
                .formatted(deduction(1)));
    }

    private void mended() {
        next("office", "POST", "/rectifications", "{\"orderId\": \"r1\", \"items\": [1], \"dueOn\": \"%s\"}"
                .formatted(LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(30)));
        next("school-" + school, "POST", "/rectifications/r1/report",
                "{\"report\": \"已整改。\", \"evidence\": [%s]}".formatted(evidence()));
        next("office", "POST", "/rectifications/r1/verification", "{\"outcome\": \"VERIFIED\", \"reason\": \"合格\"}");
        next("office", "POST", "/measures", """
                {"measureId": "m1", "kind": "INTERVIEW", "reason": "整改滞后", "interview":
                 {"at": "2018-06-01T01:00:00Z", "place": "三楼会议室", "attendees": ["隐讳校长"]}}""");
        next("office", "POST", "/measures/m1/minutes", "{\"minutes\": \"隐讳校长说明整改滞后的原因。\"}");
        county.step("school-" + other, "PUT", "/assessments/" + campaign + "." + other + "/plan", County.PLAN);
    }

    private void published() {
        String path = "/campaigns/" + campaign;
        String tag = county.as("office", "GET", path, "").headers().firstValue("ETag").orElseThrow();
        county.step("office", "POST", path + "/publication", "{}", "If-Match", tag);
    }

    private String evidence() {
        return """
                {"sha256": "%s", "name": "隐讳照片.png", "place": "隐讳家门口"}""".formatted(sha256);
    }

    private String deduction(int points) {
        return """
                {"checkpoint": "1.1", "points": %d, "reason": "未张贴", "evidence": [%s]}""".formatted(points, evidence());
    }

    private void next(String client, String method, String path, String body) {
        version = county.step(client, method, assessment + path, body, "If-Match", "\"" + version + "\"");
    }

    private JsonNode seen() {
        return Caller.json(county.as(
                "office", "GET", assessment, "", "Dabiao-Min-Position", Long.toString(county.reached())));
    }

    private void created(String path, String body) {
        HttpResponse<String> response = county.as("office", "POST", path, body);
        if (response.statusCode() != 201) {
            throw new AssertionError(path + ": " + response.body());
        }
    }
}
