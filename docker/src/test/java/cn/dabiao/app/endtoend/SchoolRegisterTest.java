package cn.dabiao.app.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;

/** The register of schools over HTTP: a school changes, ceases, and comes from a file. */
@DabiaoTest
class SchoolRegisterTest {

    private static final String HEADER =
            "学校标识码,学校名称,办学性质,学校类别,乡镇,学生数,教职工数,专任教师数,校长,校长电话,分管副校长,分管副校长电话\r\n";
    private static final String REASON = "{\"reason\": \"布局调整\"}";

    @LocalServerPort
    private int port;

    private Caller caller;

    @BeforeEach
    void caller() {
        caller = new Caller(port);
    }

    @Test
    void a_school_is_renamed_by_whoever_saw_it_last_and_its_history_tells() {
        String school = "2132072501";
        County county = new County(caller, "renamed").withSchool(school);
        String path = "/schools/" + school;
        String renamed = update("测试第一小学");

        BadInputTest.isProblem(county.as("office", "PUT", path, renamed), 428, "version-required");
        BadInputTest.isProblem(county.as("office", "PUT", path, renamed, "If-Match", "\"7\""), 412, "stale-version");
        BadInputTest.isProblem(county.as("leader", "PUT", path, renamed, "If-Match", "\"1\""), 403, "forbidden");
        BadInputTest.isProblem(
                county.as("office-320723", "PUT", path, renamed, "If-Match", "\"1\""), 403, "another-bureau");
        BadInputTest.isProblem(
                county.as("office", "PUT", "/schools/2132072599", renamed, "If-Match", "\"1\""), 404, "not-found");

        HttpResponse<String> changed = county.as("office", "PUT", path, renamed, "If-Match", "\"1\"");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag")).hasValue("\"2\"");
        HttpResponse<String> again = county.as("office", "PUT", path, renamed, "If-Match", "\"2\"");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(Caller.json(again)).isEqualTo(Caller.json(changed));

        JsonNode entries = county.seen(changed, path + "/history").get("items");
        assertThat(entries).hasSize(2);
        assertThat(entries.get(1).get("text").asString()).contains("校名由“测试小学”改为“测试第一小学”", "原因：更名");
        assertThat(county.seen(changed, path).get("name").asString()).isEqualTo("测试第一小学");
    }

    @Test
    void a_school_that_was_merged_goes_its_way_to_the_end_and_begins_nothing_new() {
        String school = "2132072502";
        String other = "2132072503";
        County county = new County(caller, "merged").opened().withSchool(school).withSchool(other);
        county.step("school-" + school, "PUT", county.assessment(school) + "/plan", County.PLAN);
        String merger = "/schools/" + school + "/merger";

        BadInputTest.isProblem(county.as("office", "POST", merger, into(school)), 422, "merged-into-itself");
        BadInputTest.isProblem(county.as("office", "POST", merger, into("2132072599")), 404, "not-found");
        BadInputTest.isProblem(county.as("office-320723", "POST", merger, into(other)), 403, "another-bureau");
        HttpResponse<String> merged = county.as("office", "POST", merger, into(other));
        assertThat(merged.statusCode()).isEqualTo(200);
        JsonNode view = county.seen(merged, "/schools/" + school);
        assertThat(view.get("status").asString()).isEqualTo("MERGED");
        assertThat(view.get("mergedInto").asString()).isEqualTo(other);

        HttpResponse<String> refused = county.as("office", "POST", merger, into(other));
        BadInputTest.isProblem(refused, 409, "school-ceased");
        assertThat(Caller.json(refused).get("into").asString()).isEqualTo(other);
        BadInputTest.isProblem(
                county.as("office", "PUT", "/schools/" + school, update("又名"), "If-Match", "\"2\""), 409, "school-ceased");

        // Its running assessment goes on, as its own account sees and does; another campaign it does not enter.
        county.step("school-" + school, "PUT", county.assessment(school) + "/plan", County.PLAN, "If-Match", "\"1\"");
        BadInputTest.isProblem(
                county.as("school-" + school, "PUT", county.assessment(school) + "/plan", County.PLAN),
                428, "version-required");
        County next = new County(caller, "merged-next").opened();
        BadInputTest.isProblem(
                next.as("school-" + school, "PUT", next.assessment(school) + "/plan", County.PLAN), 409, "school-ceased");
        JsonNode overdue = next.seen(merged, "/campaigns/merged-next/overdue?limit=500").get("items");
        assertThat(overdue.valueStream().map(row -> row.get("schoolCode").asString())).contains(other)
                .doesNotContain(school);
        JsonNode absorbed = county.seen(merged, "/schools/" + other + "/history").get("items");
        assertThat(absorbed.valueStream().map(entry -> entry.get("type").asString()))
                .containsExactly("school.SchoolRegistered", "school.SchoolMerged");
    }

    @Test
    void a_school_is_closed_once_and_takes_no_other_in() {
        String school = "2132072504";
        String other = "2132072505";
        County county = new County(caller, "closed").withSchool(school).withSchool(other);

        HttpResponse<String> closed = county.as("office", "POST", "/schools/" + school + "/closure", REASON);
        assertThat(closed.statusCode()).isEqualTo(200);
        BadInputTest.isProblem(
                county.as("office", "POST", "/schools/" + school + "/closure", REASON), 409, "school-ceased");
        BadInputTest.isProblem(
                county.as("office", "POST", "/schools/" + other + "/merger", into(school)), 409, "school-ceased");
        JsonNode listed = county.seen(closed, "/schools?status=CLOSED&q=" + school).get("items");
        assertThat(listed).hasSize(1);
        assertThat(county.seen(closed, "/schools?status=OPEN&q=" + school).get("items")).isEmpty();
        JsonNode entries = county.seen(closed, "/schools/" + school + "/history").get("items");
        assertThat(entries.get(1).get("text").asString()).isEqualTo("学校撤销，原因：布局调整");
    }

    @Test
    void a_file_is_tried_then_imported_and_imported_again_without_a_change() {
        String file = HEADER + row("2132073001", "虚构一小", 100) + row("2132073002", "虚构二小", 200);

        HttpResponse<String> tried = send(file, UTF_8, "?dryRun=true");
        assertThat(tried.statusCode()).isEqualTo(200);
        assertThat(outcomes(tried)).containsExactly("REGISTER", "REGISTER");
        assertThat(outcomes(send(file, UTF_8, "?dryRun=true"))).containsExactly("REGISTER", "REGISTER");

        HttpResponse<String> imported = send(file, Charset.forName("GBK"), "?reason=%E5%AD%A6%E7%B1%8D%E6%9B%B4%E6%96%B0");
        assertThat(imported.statusCode()).isEqualTo(200);
        assertThat(Caller.json(imported).get("register").asInt()).isEqualTo(2);
        HttpResponse<String> again = send(file, UTF_8, "");
        assertThat(outcomes(again)).containsExactly("UNCHANGED", "UNCHANGED");
        assertThat(Caller.json(again).get("position").asLong())
                .isGreaterThanOrEqualTo(Caller.json(imported).get("position").asLong());

        HttpResponse<String> changed =
                send(file.replace("虚构二小", "虚构第二小学"), UTF_8, "?reason=%E5%AD%A6%E7%B1%8D%E6%9B%B4%E6%96%B0");
        assertThat(outcomes(changed)).containsExactly("UNCHANGED", "UPDATE");
        assertThat(Caller.json(changed).at("/rows/1/changes/0/before").asString()).isEqualTo("虚构二小");
        JsonNode entries = new County(caller, "none").seen(changed, "/schools/2132073002/history").get("items");
        assertThat(entries.get(1).get("text").asString()).isEqualTo("学校信息变更：校名由“虚构二小”改为“虚构第二小学”，原因：学籍更新");
    }

    @Test
    void a_file_with_a_bad_row_stores_nothing_unless_the_good_ones_alone_are_asked_for() {
        String file = HEADER + row("2132073011", "虚构三小", 100) + row("2132073012", "虚构四小", 100_001);

        HttpResponse<String> refused = send(file, UTF_8, "");
        BadInputTest.isProblem(refused, 422, "rows-refused");
        assertThat(outcomes(refused)).containsExactly("REGISTER", "REFUSED");
        assertThat(Caller.json(refused).at("/rows/1/errors/0/field").asString()).isEqualTo("students");
        assertThat(Caller.json(refused).at("/rows/1/errors/0/expected").asString()).isEqualTo("应为 0 到 100000 之间的整数");
        assertThat(outcomes(send(file, UTF_8, "?dryRun=true"))).containsExactly("REGISTER", "REFUSED");

        HttpResponse<String> partly = send(file, UTF_8, "?partial=true");
        assertThat(partly.statusCode()).isEqualTo(200);
        assertThat(outcomes(partly)).containsExactly("REGISTER", "REFUSED");
        assertThat(outcomes(send(file, UTF_8, "?dryRun=true"))).containsExactly("UNCHANGED", "REFUSED");
    }

    @Test
    void a_form_brings_a_file_as_its_part_and_what_is_no_file_is_told() {
        String part = "--x\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"schools.csv\"\r\n\r\n%s\r\n--x--\r\n";
        String file = HEADER + row("2132073021", "虚构五小", 100);

        assertThat(outcomes(form(part.formatted("file", file)))).containsExactly("REGISTER");
        HttpResponse<String> misnamed = form(part.formatted("other", file));
        BadInputTest.isProblem(misnamed, 400, "invalid-request");
        assertThat(Caller.json(misnamed).at("/errors/0/field").asString()).isEqualTo("file");
        BadInputTest.isProblem(form("no form at all"), 400, "invalid-request");

        HttpResponse<String> columns = send(file.replace("乡镇", "镇"), UTF_8, "");
        BadInputTest.isProblem(columns, 400, "invalid-request");
        assertThat(Caller.json(columns).get("errors")).hasSize(2);
        BadInputTest.isProblem(send("", UTF_8, ""), 400, "invalid-request");
        BadInputTest.isProblem(send(file, UTF_8, "?charset=klingon"), 400, "invalid-request");
        BadInputTest.isProblem(send(file, UTF_8, "?dryRun=maybe"), 400, "invalid-request");
        HttpResponse<String> json = upload("{}".getBytes(UTF_8), "application/json", "");
        BadInputTest.isProblem(json, 415, "unsupported-media-type");
        assertThat(Caller.json(json).get("detail").asString()).contains("text/csv", "multipart/form-data");
        BadInputTest.isProblem(upload(new byte[(8 << 20) + 1], "text/csv", ""), 413, "file-too-large");
        assertThat(caller.upload(caller.tokenOf("leader"), "/api/v1/schools/import", "text/csv", file.getBytes(UTF_8))
                .statusCode()).isEqualTo(403);
    }

    @Test
    void a_file_of_five_thousand_schools_takes_seconds() {
        String file = HEADER + IntStream.range(0, 5_000)
                .mapToObj(number -> row("21320" + (80_000 + number), "虚构第" + number + "小学", number))
                .collect(Collectors.joining());
        long began = System.nanoTime();
        HttpResponse<String> imported = send(file, UTF_8, "");
        Duration registering = Duration.ofNanos(System.nanoTime() - began);
        HttpResponse<String> changed = send(file.replace("民办", "公办"), UTF_8, "");
        Duration updating = Duration.ofNanos(System.nanoTime() - began).minus(registering);

        assertThat(Caller.json(imported).get("register").asInt()).isEqualTo(5_000);
        assertThat(Caller.json(changed).get("update").asInt()).isEqualTo(5_000);
        assertThat(registering).as("registering, then updating in %s", updating).isLessThan(Duration.ofMinutes(1));
        assertThat(updating).as("updating, after registering in %s", registering).isLessThan(Duration.ofMinutes(1));
    }

    private HttpResponse<String> send(String text, Charset charset, String query) {
        return upload(text.getBytes(charset), "text/csv", query);
    }

    private HttpResponse<String> form(String body) {
        return upload(body.getBytes(UTF_8), "multipart/form-data; boundary=x", "?dryRun=true");
    }

    private HttpResponse<String> upload(byte[] body, String type, String query) {
        return caller.upload(caller.tokenOf("office"), "/api/v1/schools/import" + query, type, body);
    }

    private static List<String> outcomes(HttpResponse<String> imported) {
        return Caller.json(imported).get("rows").valueStream().map(row -> row.get("outcome").asString()).toList();
    }

    private static String row(String code, String name, int students) {
        return "%s,%s,民办,小学,新安镇,%d,10,8,张三,13800000001,李四,0518-83223456\r\n".formatted(code, name, students);
    }

    private static String into(String school) {
        return "{\"into\": \"%s\", \"reason\": \"布局调整\"}".formatted(school);
    }

    /** The school of {@link County#school} under another name. */
    private static String update(String name) {
        return County.school("2132072501")
                .replace("\"schoolCode\": \"2132072501\",", "\"reason\": \"更名\",")
                .replace("测试小学", name);
    }
}
