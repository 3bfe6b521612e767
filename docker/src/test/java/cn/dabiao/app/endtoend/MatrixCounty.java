package cn.dabiao.app.endtoend;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The life of a county of a bureau of its own, in which every operation is called by everybody, first by those whom it
 * refuses, and goes on by those whom it serves.
 */
final class MatrixCounty {

    static final String SCHOOL = "2132077001";
    static final String OTHER_SCHOOL = "2132077002";
    static final String ANOTHER_BUREAUS_SCHOOL = "2132077101";

    /** A school of the bureau that files nothing. */
    static final String IDLE_SCHOOL = "2132077005";
    /** A campaign in which every school's plan is overdue. */
    static final String LATE = "mx-late";

    private static final String CAMPAIGN = "mx";
    private static final String ASSESSMENT = "/assessments/{assessmentId}";
    private static final String REASON = "{\"reason\": \"甲局决定\"}";
    private static final String PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAfbLI3wAAAABJRU5ErkJggg==";
    private static final String CSV =
            "学校标识码,学校名称,办学性质,学校类别,乡镇,学生数,教职工数,专任教师数,校长,校长电话,分管副校长,分管副校长电话\r\n%s,测试小学,民办,小学,新安镇,100,10,8,张三,13800000001,李四,0518-83223456\r\n";

    private final MatrixCalls calls;
    private long version;

    MatrixCounty(MatrixCalls calls) {
        this.calls = calls;
    }

    void lives() {
        registers();
        recuses();
        areSuspended();
        areErased();
        applies();
        isReviewed();
        goesOn();
        isPublished();
        hasWebhooks();
        isAdministered();
    }

    private void registers() {
        standard();
        campaigns();
        schools();
        calls.as("office", "POST", "/inspectors", inspector("mx-1"));
        calls.as("office", "POST", "/inspectors", inspector("mx-3"));
        calls.turn(MatrixCall.of("POST /inspectors", inspector("mx-2")).ofAnother(
                inspector("mxb-1").replace(MatrixCaller.BUREAUS, MatrixCaller.ANOTHER_BUREAUS)));
    }

    private void standard() {
        ObjectNode standard = (ObjectNode) calls.shipped().get("standard");
        String ours = standard.put("standardId", "mx-2018").toString();
        calls.turn(MatrixCall.of("POST /standards", ours).ofAnother(standard.put("standardId", "mx-2018-b").toString()));
    }

    private void campaigns() {
        String campaign = """
                {"campaignId": "%s", "name": "测试", "standardId": "%s", "planDeadline": "2018-03-25",
                 "annualWeight": 0.1, "leadingGroup": [{"name": "%s局长", "role": "HEAD"}]}""";
        calls.turn(MatrixCall.of("POST /campaigns", campaign.formatted(CAMPAIGN, "mx-2018", MatrixCaller.BUREAUS))
                .ofAnother(campaign.formatted("mx-b", "mx-2018-b", MatrixCaller.ANOTHER_BUREAUS)));
        calls.as("office", "POST", "/campaigns", campaign.formatted("mx-before", "mx-2018", MatrixCaller.BUREAUS));
        calls.as("office", "POST", "/campaigns", campaign.formatted(LATE, "mx-2018", MatrixCaller.BUREAUS));
        calls.turn(MatrixCall.of("POST /campaigns/{campaignId}/leading-group", """
                {"leadingGroup": [{"name": "甲局新长", "role": "HEAD"}], "reason": "甲局人事变动"}""").ifMatch("1"));
        calls.turn(MatrixCall.of("POST /campaigns/{campaignId}/deadlines", """
                {"planDeadline": "2099-12-31", "reason": "甲局决定延期"}""").ifMatch("2"));
        calls.turn(MatrixCall.of("POST /campaigns/{campaignId}/close", """
                {"force": true, "reason": "甲局决定提前结束"}""").with("campaignId", "mx-before").ifMatch("1"));
    }

    private void schools() {
        calls.turn(MatrixCall.of("POST /schools", school("2132077003", "丁"))
                .ofAnother(school(ANOTHER_BUREAUS_SCHOOL, MatrixCaller.ANOTHER_BUREAUS)));
        calls.as("office", "POST", "/schools", school(SCHOOL, MatrixCaller.SCHOOLS));
        calls.as("office", "POST", "/schools", school(OTHER_SCHOOL, MatrixCaller.OTHER_SCHOOLS));
        calls.as("office", "POST", "/schools", school("2132077004", "丁"));
        calls.turn(MatrixCall.of("POST /schools/import", CSV.formatted(IDLE_SCHOOL))
                .ofAnother(CSV.formatted("2132077105")).type("text/csv"));
        calls.turn(MatrixCall.of("PUT /schools/{schoolCode}", school(SCHOOL, MatrixCaller.SCHOOLS)
                        .replaceFirst("\"schoolCode\": \"\\d+\"", "\"reason\": \"甲密更正\"")
                        .replace("83220001", "83220009"))
                .ifMatch("1"));
        calls.turn(MatrixCall.of("POST /schools/{schoolCode}/merger",
                "{\"into\": \"2132077005\", \"reason\": \"布局调整\"}").with("schoolCode", "2132077003"));
        calls.turn(MatrixCall.of("POST /schools/{schoolCode}/closure", REASON).with("schoolCode", "2132077004"));
    }

    private void recuses() {
        calls.turn(MatrixCall.of("POST /inspectors/{inspectorId}/recusals", recusal(SCHOOL)).with("inspectorId", "mx-3"));
        calls.as("other-school", "POST", "/inspectors/mx-3/recusals", recusal(OTHER_SCHOOL));
        calls.turn(MatrixCall.of("POST /inspectors/{inspectorId}/recusals/{schoolCode}/decision",
                        "{\"outcome\": \"UPHELD\", \"reason\": \"情况属实\"}")
                .with("inspectorId", "mx-3").with("schoolCode", OTHER_SCHOOL));
    }

    private void areSuspended() {
        String inspector = "/inspectors/{inspectorId}";
        calls.as("office", "POST", "/inspectors", inspector("mx-5"));
        calls.turn(MatrixCall.of("POST " + inspector + "/suspension", REASON).with("inspectorId", "mx-5"));
        calls.turn(MatrixCall.of("POST " + inspector + "/reinstatement", REASON).with("inspectorId", "mx-5"));
        calls.as("office", "POST", "/inspectors/mx-5/suspension", REASON);
    }

    /** Nobody of that name is there: who may ask hears so. */
    private void areErased() {
        String nobody = "{\"name\": \"查无此人\", \"reason\": \"本人书面申请\"}";
        calls.turn(MatrixCall.of("POST /schools/{schoolCode}/erasures", nobody).absent());
        calls.turn(MatrixCall.of("POST /campaigns/{campaignId}/erasures", nobody).absent());
        calls.turn(MatrixCall.of("POST /inspectors/{inspectorId}/erasures", nobody).with("inspectorId", "mx-5").absent());
    }

    private void applies() {
        turn("PUT", "/plan", County.PLAN.replace("张三", "甲密校长"));
        calls.as("other-school", "PUT", "/assessments/mx." + OTHER_SCHOOL + "/plan", County.PLAN.replace("张三", "乙密校长"));
        calls.as("school-b", "PUT", "/assessments/mx-b." + ANOTHER_BUREAUS_SCHOOL + "/plan",
                County.PLAN.replace("张三", "丙密校长"));
        turn("PUT", "/self-assessment", County.selfAssessment("0.5"));
        turn("POST", "/application", County.APPLICATION.replace("张三", "甲密校长"));
        turn("POST", "/application/return", "{\"reason\": \"甲密材料不全\"}");
        step("school", "POST", "/application", County.APPLICATION);
        turn("POST", "/application/withdrawal", "{\"reason\": \"甲密补充材料\"}");
        step("school", "POST", "/application", County.APPLICATION);
        turn("POST", "/application/acceptance", "{}");
    }

    private void isReviewed() {
        turn("POST", "/draws", "{\"count\": 2, \"seed\": \"mx\"}");
        turn("POST", "/reviews", "{\"visitOn\": \"2018-04-10\"}");
        Form photo = Form.with(Base64.getDecoder().decode(PIXEL), "image/png", "甲密.png");
        JsonNode stored = calls.turn(MatrixCall.of("POST " + ASSESSMENT + "/evidence", photo));
        calls.known("sha256", stored.get("sha256").asString());
        calls.as("office", "POST", "/inspectors", inspector("mx-4"));
        turn("POST", "/reviews/{round}/replacements", "{\"inspectorId\": \"mx-2\", \"reason\": \"甲密考评员突发疾病\"}");
        JsonNode scored = calls.turn(MatrixCall.of("PUT " + ASSESSMENT + "/reviews/{round}/items/{itemNo}", """
                {"deductions": [{"checkpoint": "1.1", "points": 1, "reason": "甲密未张贴"}]}""").ifMatch("r1-i1-v0"));
        version = scored.get("version").asLong();
        for (int item = 2; item <= 15; item++) {
            String path = "/assessments/mx.%s/reviews/1/items/%d".formatted(SCHOOL, item);
            version = calls.as("inspector", "PUT", path, "{}", "If-Match", "\"r1-i%d-v0\"".formatted(item))
                    .get("version").asLong();
        }
        turn("POST", "/reviews/{round}/signatures", "{}");
        version = calls.asInspector("mx-4", "POST", "/assessments/mx." + SCHOOL + "/reviews/1/signatures", "{}",
                "If-Match", "\"%d\"".formatted(version)).get("version").asLong();
        turn("POST", "/grade", "{\"round\": 1, \"opinion\": \"甲密同意\", \"sealedBy\": \"甲局长\"}");
    }

    private void goesOn() {
        String deductions = "[{\"checkpoint\": \"1.1\", \"points\": %d, \"reason\": \"甲密未张贴\"}]";
        turn("POST", "/corrections", """
                {"itemNo": 1, "deductions": %s, "reason": "甲密复核", "authority": "灌教发〔2018〕26号"}"""
                .formatted(deductions.formatted(2)));
        turn("POST", "/appeals", "{\"appealId\": \"a1\", \"items\": [1], \"grounds\": \"甲密请予复核。\"}");
        turn("POST", "/appeals/{appealId}/decision", """
                {"outcome": "UPHELD", "reason": "甲密属实", "items": [{"itemNo": 1, "deductions": %s}]}"""
                .formatted(deductions.formatted(1)));
        LocalDate later = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(30);
        turn("POST", "/rectifications", "{\"orderId\": \"r1\", \"items\": [1], \"dueOn\": \"%s\"}".formatted(later));
        turn("POST", "/rectifications/{orderId}/report", "{\"report\": \"甲密已整改。\"}");
        turn("POST", "/rectifications/{orderId}/verification", "{\"outcome\": \"VERIFIED\", \"reason\": \"甲密合格\"}");
        turn("POST", "/measures", """
                {"measureId": "m1", "kind": "INTERVIEW", "reason": "甲密滞后", "interview":
                 {"at": "2018-06-01T01:00:00Z", "place": "三楼会议室", "attendees": ["甲密校长"]}}""");
        turn("POST", "/measures/{measureId}/minutes", """
                {"minutes": "甲密校长说明原因。", "commitments": [{"commitment": "甲密承诺", "dueOn": "2018-07-01"}]}""");
        turn("POST", "/measures/{measureId}/commitments/{commitmentNo}/confirmation", "{\"reason\": \"甲密落实\"}");
        turn("POST", "/measures/{measureId}/withdrawal", "{\"reason\": \"甲密撤回\"}");
        turn("POST", "/determination", "{\"ground\": \"SLOW_PROGRESS\", \"reason\": \"甲密进展迟缓\"}");
    }

    private void isPublished() {
        calls.turn(MatrixCall.of("POST /campaigns/{campaignId}/publication", "{}").ifMatch("3"));
    }

    /** The office's webhook; and an analyst's, which the office looks after, too. To others there is nothing by its id. */
    private void hasWebhooks() {
        String webhook = """
                {"webhookId": "%s", "url": "https://9.9.9.9/in", "filter": {"campaign": "mx-none"}}""";
        calls.as("analyst", "POST", "/webhooks", webhook.formatted("mx-analyst"));
        calls.as("office", "POST", "/webhooks", webhook.formatted("mx-office"));
        calls.as("office-b", "POST", "/webhooks", webhook.formatted("mx-office-b"));
        calls.turn(MatrixCall.of("POST /webhooks", webhook.formatted("mx-another")).ofAnother(webhook.formatted("mx-b")));
        for (Map.Entry<String, String> each : Map.of("mx-office", "", "mx-analyst", " of an analyst").entrySet()) {
            String path = "/webhooks/{webhookId}";
            webhook(MatrixCall.of("GET " + path, ""), each);
            webhook(MatrixCall.of("POST " + path + "/pause", ""), each);
            webhook(MatrixCall.of("POST " + path + "/resume", ""), each);
            webhook(MatrixCall.of("POST " + path + "/replay", "{\"from\": 1}"), each);
            webhook(MatrixCall.of("POST " + path + "/secret", ""), each);
        }
        webhook(MatrixCall.of("DELETE /webhooks/{webhookId}", ""), Map.entry("mx-office", ""));
    }

    private void webhook(MatrixCall call, Map.Entry<String, String> which) {
        calls.turn(call.with("webhookId", which.getKey()).called(which.getValue()));
    }

    /** There is no letter, and maybe no rebuild any more: who is told so was let in. */
    private void isAdministered() {
        String group = "/admin/projections/{group}";
        calls.turn(MatrixCall.of("POST " + group + "/dead-letters/{position}/retry", "").with("position", "999999").absent());
        calls.turn(MatrixCall.of("POST " + group + "/dead-letters/{position}/skip", REASON).with("position", "999999").absent());
        calls.turn(MatrixCall.of("POST " + group + "/rebuild", ""));
        calls.turn(MatrixCall.of("DELETE " + group + "/rebuild", "").absent());
        // A county of sixty schools would get into other tests' way: whoever may make one is told of the parameter instead.
        calls.turn(MatrixCall.of("POST /demo" + MatrixCalls.UNKNOWN_PARAMETER, "").absent());
    }

    private void turn(String method, String path, String body) {
        MatrixCall call = MatrixCall.of(method + " " + ASSESSMENT + path, body);
        version = calls.turn(version == 0 ? call : call.ifMatch(Long.toString(version))).get("version").asLong();
    }

    private void step(String caller, String method, String path, String body) {
        version = calls.as(caller, method, "/assessments/mx." + SCHOOL + path, body, "If-Match", "\"%d\"".formatted(version))
                .get("version").asLong();
    }

    private static String school(String code, String mark) {
        return County.school(code).replace("张三", mark + "校长").replace("李四", mark + "副校长");
    }

    private static String inspector(String id) {
        return "{\"inspectorId\": \"%s\", \"name\": \"甲局考评员\", \"township\": \"百禄镇\"}".formatted(id);
    }

    private static String recusal(String school) {
        return "{\"schoolCode\": \"%s\", \"reason\": \"配偶在该校任教\"}".formatted(school);
    }
}
