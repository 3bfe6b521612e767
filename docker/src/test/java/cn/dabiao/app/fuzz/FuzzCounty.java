package cn.dabiao.app.fuzz;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import cn.dabiao.app.Caller;
import cn.dabiao.app.endtoend.County;

/** A small county with a school in every phase, whose campaign and schools are nobody else's. */
final class FuzzCounty {

    private static final String CAMPAIGN = "wild-2018";
    private static final String GRADED = "2132075001";
    private static final String REVIEWED = "2132075002";
    private static final String ACCEPTED = "2132075003";
    private static final String PLANNED = "2132075004";
    private static final String REGISTERED = "2132075005";
    private static final List<String> SCHOOLS = List.of(GRADED, REVIEWED, ACCEPTED, PLANNED, REGISTERED);
    private static final String SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final String ROW =
            """
            学校标识码,学校名称,办学性质,学校类别,乡镇,学生数,教职工数,专任教师数,校长,校长电话,分管副校长,分管副校长电话
            2132075009,测试小学,公办,小学,新安镇,100,10,8,张三,0518-83220001,李四,0518-83220002
            """;

    private final County county;
    private final String lead;
    private final String second;

    FuzzCounty(Caller caller) {
        county = new County(caller, CAMPAIGN).opened();
        SCHOOLS.forEach(county::withSchool);
        county.graded(GRADED);
        county.underReview(REVIEWED);
        county.accepted(ACCEPTED);
        county.step("school-" + PLANNED, "PUT", county.assessment(PLANNED) + "/plan", County.PLAN);
        String[] drawn = county.drawn(REVIEWED);
        lead = drawn[0];
        second = drawn[1];
        county.step("office", "POST", county.assessment(GRADED) + "/measures",
                "{\"measureId\": \"m1\", \"kind\": \"INTERVIEW\", \"reason\": \"整改滞后\", \"interview\": "
                        + "{\"at\": \"2026-01-10T01:00:00Z\", \"place\": \"教育局\", \"attendees\": [\"张三\"]}}",
                "If-Match", "\"24\"");
    }

    /** Whose tokens there are, by role. */
    Map<String, List<String>> clients() {
        return Map.of(
                "OFFICE", List.of("office", "office", "office", "office-320799"),
                "LEADER", List.of("leader"),
                "AUDITOR", List.of("auditor"),
                "ANALYST", List.of("analyst"),
                "OPERATOR", List.of("operator"),
                "SCHOOL", SCHOOLS.stream().map("school-"::concat).toList(),
                "INSPECTOR", List.of("inspector-" + lead, "inspector-" + second));
    }

    Known known() {
        List<String> items = IntStream.rangeClosed(1, 15).mapToObj(Integer::toString).toList();
        List<String> one = List.of("1", "2");
        Map<String, List<String>> values = new HashMap<>();
        values.put("assessmentId", SCHOOLS.stream().map(school -> CAMPAIGN + "." + school).toList());
        List.of("campaignId", "campaign", "with").forEach(name -> values.put(name, List.of(CAMPAIGN)));
        List.of("schoolCode", "school", "into", "worksAt").forEach(name -> values.put(name, SCHOOLS));
        List.of("standardId", "standard").forEach(name -> values.put(name, List.of("guannan-2018")));
        List.of("inspectorId", "absent", "substitute", "inspector").forEach(name -> values.put(name, List.of(lead, second)));
        List.of("itemNo", "item").forEach(name -> values.put(name, items));
        values.put("checkpoint", IntStream.rangeClosed(1, 15).mapToObj(item -> item + ".1").toList());
        List.of("round", "drawNo", "publicationNo", "commitmentNo", "count").forEach(name -> values.put(name, one));
        List.of("position", "size", "after", "atPosition", "fromPosition", "toPosition").forEach(
                name -> values.put(name, List.of("0", "1", "5", "40", Long.toString(county.reached()))));
        values.put("orderId", List.of("r1"));
        values.put("appealId", List.of("a1"));
        values.put("measureId", List.of("m1"));
        values.put("webhookId", List.of("w1"));
        values.put("group", List.of("history", "assessments", "register"));
        values.put("url", List.of("https://hook.invalid/x"));
        values.put("sha256", List.of(SHA));
        values.put("planDeadline", List.of("2018-03-25"));
        values.put("visitOn", List.of("2018-04-10"));
        values.put("zone", List.of("Asia/Shanghai"));
        values.put("points", List.of("0.5", "1", "2"));
        values.put("township", List.of("新安镇", "百禄镇"));
        List.of("dueOn", "newDueOn", "newDeadline").forEach(
                name -> values.put(name, List.of(LocalDate.now(ZoneOffset.UTC).plusDays(20).toString())));
        return new Known(Map.copyOf(values), bodies());
    }

    private static Map<String, List<String>> bodies() {
        return Map.of(
                "filePlan", List.of(County.PLAN),
                "selfAssess", List.of(County.selfAssessment(), County.selfAssessment("1", "0.5")),
                "apply", List.of(County.APPLICATION),
                "scoreItem", List.of("{}", "{\"deductions\": [{\"checkpoint\": \"1.1\", \"points\": 0.5, \"reason\": \"面积8㎡\"}]}"),
                "signReview", List.of("{}"),
                "assignGrade", List.of("{\"round\": 1, \"opinion\": \"同意\", \"sealedBy\": \"陈余山\"}"),
                "registerSchool", List.of(County.school("2132075010"), County.school("2132075011")),
                "importSchools file", List.of(ROW),
                "storeEvidence file", List.of("\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR", "%PDF-1.4 x", "text"));
    }
}
