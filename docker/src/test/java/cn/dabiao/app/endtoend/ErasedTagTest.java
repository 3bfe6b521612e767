package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;

/** An erasure moves no version of the assessments that name the person, and yet nobody is told that what they kept still holds. */
@DabiaoTest
class ErasedTagTest {

    private static final String SCHOOL = "2132089001";

    @LocalServerPort
    private int port;

    @Test
    void who_kept_an_erased_name_is_shown_the_assessment_anew_and_its_tag_is_good_for_a_write() {
        County county = new County(new Caller(port), "erased-tag").opened().withSchool(SCHOOL);
        String path = county.assessment(SCHOOL);
        HttpResponse<String> filed = county.as("office", "GET", path, "", "Dabiao-Min-Position", filed(county, path));
        assertThat(filed.body()).contains("张三");
        assertThat(tag(filed)).isEqualTo("\"1\"");
        assertThat(county.as("office", "GET", path, "", "If-None-Match", "\"1\"").statusCode()).isEqualTo(304);

        county.step("office", "POST", "/schools/" + SCHOOL + "/erasures", "{\"name\": \"张三\", \"reason\": \"本人书面申请\"}");

        HttpResponse<String> anew = county.as("office", "GET", path, "", "If-None-Match", "\"1\"");
        assertThat(anew.statusCode()).isEqualTo(200);
        assertThat(anew.body()).contains("已删除").doesNotContain("张三");
        assertThat(tag(anew)).isEqualTo("\"1.e1\"");
        assertThat(county.as("office", "GET", path, "", "If-None-Match", tag(anew)).statusCode()).isEqualTo(304);
        HttpResponse<String> written = county.as(
                "school-" + SCHOOL, "PUT", path + "/self-assessment", County.selfAssessment(), "If-Match", tag(anew));
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        BadInputTest.isProblem(
                county.as("school-" + SCHOOL, "POST", path + "/application", County.APPLICATION, "If-Match", tag(anew)),
                412, "stale-version");
    }

    private static String filed(County county, String path) {
        HttpResponse<String> plan = county.as("school-" + SCHOOL, "PUT", path + "/plan", County.PLAN);
        assertThat(plan.statusCode()).as(plan.body()).isEqualTo(201);
        return plan.headers().firstValue("Dabiao-Position").orElseThrow();
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
