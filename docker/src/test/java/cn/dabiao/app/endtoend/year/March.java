package cn.dabiao.app.endtoend.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/** March: the campaign opens and plans come in, most of them in time. */
public final class March {

    static final String PLAN =
            """
            {"title": "“视频监控中心（室）”达标创建活动方案", "document": {"name": "创建活动方案.pdf", "bytes": 182400,
              "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"},
             "leadingGroup": [{"name": "赵虚甲", "role": "HEAD"}, {"name": "钱虚乙", "role": "DEPUTY"}]}""";
    /** Where the inspectors live, one each; in the last two townships there is no school. */
    private static final List<String> HOMES = List.of(
            "新安镇", "堆沟港镇", "北陈集镇", "张店镇", "三口镇", "孟兴庄镇",
            "百禄镇", "百禄镇", "百禄镇", "李集镇", "李集镇", "李集镇");
    private static final int INSPECTORS = HOMES.size();

    private final Year year;
    private final Api api;

    public March(Year year) {
        this.year = year;
        this.api = year.api();
    }

    public void the_office_opens_the_campaign_and_brings_sixty_schools_and_twelve_inspectors() {
        year.comes(3, 9);
        api.send("office", "POST", "/campaigns",
                """
                {"campaignId": "%s", "name": "（虚构）学校“视频监控中心（室）”达标创建活动", "standardId": "guannan-2018",
                 "planDeadline": "%s", "appealWindowDays": 15, "annualWeight": 0.1,
                 "leadingGroup": [{"name": "孙虚丙", "role": "HEAD"}, {"name": "李虚丁", "role": "OFFICE_DIRECTOR"}]}"""
                        .formatted(Year.CAMPAIGN, year.day(3, 25)))
                .done();
        String file = year.schools().stream().map(it -> it.school().row()).collect(Collectors.joining("", School.HEADER, ""));
        assertThat(brought(file, "?dryRun=true").get("register").asInt()).isEqualTo(60);
        assertThat(brought(file, "").get("register").asInt()).as("the trial registered nobody").isEqualTo(60);
        assertThat(brought(file, "").get("unchanged").asInt()).isEqualTo(60);
        for (int number = 1; number <= INSPECTORS; number++) {
            api.send("office", "POST", "/inspectors", inspector(number)).done();
        }
    }

    public void fifty_five_schools_file_their_plans_in_time() {
        year.comes(3, 12);
        year.each(year.schools(0, 54), March::filesItsPlan);

        JsonNode first = year.school(0).seenBy("school-" + year.school(0).school().code());
        assertThat(first.get("state").asString()).isEqualTo("PLANNED");
        assertThat(first.at("/plan/late").asBoolean()).isFalse();
        assertThat(first.get("allowed").valueStream().map(JsonNode::asString))
                .contains("FILE_PLAN", "SELF_ASSESS").doesNotContain("APPLY", "ACCEPT_APPLICATION");
    }

    public void the_day_after_the_date_five_are_on_record_and_four_of_them_file_late() {
        year.comes(3, 26);
        List<JsonNode> told = await("recorded at midnight").atMost(Duration.ofSeconds(30)).until(
                () -> api.rows("auditor", Year.CAMPAIGN_PATH + "/history").stream()
                        .filter(entry -> entry.get("type").asString().equals("campaign.PlansOverdue"))
                        .toList(),
                entries -> !entries.isEmpty());
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().get("text").asString())
                .contains("系统自动登记")
                .contains(codes(year.schools(55, 59)))
                .doesNotContain(codes(year.schools(0, 54)));

        year.each(year.schools(55, 58), March::filesItsPlan);
        year.each(year.schools(55, 58), late -> {
            JsonNode plan = late.seen().get("plan");
            assertThat(plan.get("late").asBoolean()).isTrue();
            assertThat(plan.get("deadline").asString()).isEqualTo(year.day(3, 25).toString());
        });
        assertThat(api.rows("analyst", Year.CAMPAIGN_PATH + "/overdue").stream()
                        .map(row -> row.get("schoolCode").asString())
                        .filter(codes(year.schools())::contains))
                .as("one never filed any")
                .containsExactly(year.school(59).school().code());
    }

    private JsonNode brought(String file, String how) {
        return api.upload("office", "/schools/import" + how, "text/csv", BodyPublishers.ofString(file)).done().json();
    }

    /** The last one teaches at the first school, and lives elsewhere. */
    private String inspector(int number) {
        String worksAt = number == INSPECTORS ? "\"" + year.school(0).school().code() + "\"" : "null";
        return """
                {"inspectorId": "%s", "name": "考评员虚%d", "township": "%s", "worksAt": %s}"""
                .formatted(Draws.inspector(number), number, HOMES.get(number - 1), worksAt);
    }

    private static void filesItsPlan(Dossier school) {
        Answer filed = school.put(school.account(), "/plan", PLAN);
        assertThat(filed.state()).isEqualTo("PLANNED");
    }

    private static List<String> codes(List<Dossier> schools) {
        return schools.stream().map(it -> it.school().code()).toList();
    }
}
