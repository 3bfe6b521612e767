package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;

/** A school without a plan by the date shows as overdue (RULES.md §4.1), and one that filed late does not. */
@DabiaoTest
class OverduePlansTest {

    private static final String FILED = "2132072471";
    private static final String SILENT = "2132072472";

    @LocalServerPort
    private int port;

    @Test
    void a_school_without_a_plan_by_the_date_shows_as_overdue_until_it_files_one() {
        County county = new County(new Caller(port), "overdue").opened().withSchool(FILED).withSchool(SILENT);
        String path = "/campaigns/overdue/overdue?limit=500";
        HttpResponse<String> filed =
                county.as("school-" + FILED, "PUT", county.assessment(FILED) + "/plan", County.PLAN);
        String position = filed.headers().firstValue("Dabiao-Position").orElseThrow();

        JsonNode overdue = Caller.json(county.as("office", "GET", path, "", "Dabiao-Min-Position", position));
        assertThat(codes(overdue)).contains(SILENT).doesNotContain(FILED);
        long days = ChronoUnit.DAYS.between(LocalDate.of(2018, 3, 25), LocalDate.now(ZoneId.of("Asia/Shanghai")));
        assertThat(overdue.get("items").get(0).get("daysOverdue").asLong()).isBetween(days - 1, days);

        assertThat(codes(Caller.json(county.as("school-" + SILENT, "GET", path, "")))).containsExactly(SILENT);
        assertThat(codes(Caller.json(county.as("school-" + FILED, "GET", path, "")))).isEmpty();
        BadInputTest.isProblem(county.as("office-320723", "GET", path, ""), 403, "another-bureau");
        BadInputTest.isProblem(county.as("inspector-" + county.inspector(1), "GET", path, ""), 403, "forbidden");
    }

    private static List<String> codes(JsonNode page) {
        return page.get("items").valueStream().map(row -> row.get("schoolCode").asString()).toList();
    }
}
