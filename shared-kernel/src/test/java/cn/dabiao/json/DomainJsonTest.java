package cn.dabiao.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

import cn.dabiao.domain.people.Contact;
import cn.dabiao.domain.refusal.RefusedException;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.scoring.Evidence;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.scoring.MeasuredValue;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.GradeBands;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.domain.value.Points;
import cn.dabiao.examples.Guannan;

/** How strictly the language is read: exactly as it is written, and every fault with the path to it. */
class DomainJsonTest {

    private static final JsonMapper JSON = DomainJson.mapper();
    private static final String CONTACT = "{\"name\":\"王志强\",\"phone\":\"13805120001\"}";
    private static final String FACTS =
            """
            {"name":"灌南县实验小学","ownership":"PUBLIC","kind":"PRIMARY","township":"新安镇",
             "students":2860,"staff":168,"teachers":151,
             "principal":{"name":"王志强","phone":"13805120001"},
             "vicePrincipal":{"name":"李秀英","phone":"0518-83223456"}}
            """;

    @Test
    void a_value_is_read_from_the_json_it_is_written_as() {
        assertThat(JSON.readValue(FACTS, SchoolFacts.class)).isEqualTo(Guannan.schoolFacts());
        assertThat(JSON.writeValueAsString(Guannan.schoolFacts())).isEqualTo(FACTS.replaceAll("\\s", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"students\":2860', '\"students\":\"2860\"', students",
        "'\"students\":2860', '\"students\":2860.0', students",
        "'\"students\":2860', '\"students\":true', students",
        "'\"students\":2860', '\"students\":{\"value\":2860}', students",
        "'\"students\":2860', '\"students\":[2860]', students",
        "'\"students\":2860', '\"students\":1e3', students",
        "'\"township\":\"新安镇\"', '\"township\":7', township",
        "'\"township\":\"新安镇\"', '\"township\":true', township",
        "'\"township\":\"新安镇\"', '\"township\":{\"value\":\"新安镇\"}', township",
        "'\"township\":\"新安镇\"', '\"township\":[\"新安镇\"]', township",
        "'\"phone\":\"13805120001\"', '\"phone\":13805120001', principal.phone",
        "'\"kind\":\"PRIMARY\"', '\"kind\":1', kind",
        "'\"kind\":\"PRIMARY\"', '\"kind\":\"primary\"', kind",
        "'\"kind\":\"PRIMARY\"', '\"kind\":\"\"', kind"
    })
    void a_number_is_no_text_and_a_text_no_number(String right, String wrong, String path) {
        assertThat(FACTS).contains(right);
        assertThatThrownBy(() -> JSON.readValue(FACTS.replace(right, wrong), SchoolFacts.class))
                .asInstanceOf(type(JacksonException.class))
                .extracting(DomainJsonTest::path)
                .isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"students\":2860', '\"students\":-1', students, Count",
        "'\"students\":2860', '\"students\":2147483648', students, Count",
        "'\"students\":2860', '\"students\":99999999999999999999999', students, Count",
        "'\"township\":\"新安镇\"', '\"township\":\" \"', township, Township",
        "'\"township\":\"新安镇\"', '\"township\":\"\\u0000\"', township, Township",
        "'\"phone\":\"0518-83223456\"', '\"phone\":\"83223456\"', vicePrincipal.phone, Phone"
    })
    void a_value_that_breaks_its_rule_is_told_with_its_path_and_its_type(
            String right, String wrong, String path, String broken) {
        assertThat(FACTS).contains(right);
        assertThatThrownBy(() -> JSON.readValue(FACTS.replace(right, wrong), SchoolFacts.class))
                .asInstanceOf(type(ValueInstantiationException.class))
                .satisfies(thrown -> {
                    assertThat(path(thrown)).isEqualTo(path);
                    assertThat(thrown.getCause())
                            .isInstanceOf(InvalidValue.class)
                            .extracting(cause -> ((InvalidValue) cause).type())
                            .isEqualTo(broken);
                });
    }

    @Test
    void a_fault_inside_a_list_is_told_with_its_index() {
        String findings =
                """
                {"itemNo":1,"deductions":[
                  {"checkpoint":"1.1","points":1,"reason":"无独立用房","evidence":[]},
                  {"checkpoint":"1.2","points":0.25,"reason":"面积不足","evidence":[]}],
                 "measurements":[],"notApplicable":[]}
                """;

        assertThatThrownBy(() -> JSON.readValue(findings, ItemFindings.class))
                .asInstanceOf(type(ValueInstantiationException.class))
                .satisfies(thrown -> {
                    assertThat(path(thrown)).isEqualTo("deductions[1].points");
                    assertThat(thrown.getCause()).isInstanceOf(InvalidValue.class);
                });
    }

    @Test
    void a_property_that_nobody_knows_is_refused() {
        assertThatThrownBy(() -> JSON.readValue(
                        "{\"name\":\"王志强\",\"phone\":\"13805120001\",\"wechat\":\"x\"}", Contact.class))
                .isInstanceOf(UnrecognizedPropertyException.class)
                .asInstanceOf(type(JacksonException.class))
                .extracting(DomainJsonTest::path)
                .isEqualTo("wechat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":null,\"phone\":\"13805120001\"}", "{\"phone\":\"13805120001\"}"})
    void a_component_that_must_be_there_is_neither_null_nor_missing(String contact) {
        assertThatThrownBy(() -> JSON.readValue(contact, Contact.class))
                .asInstanceOf(type(MismatchedInputException.class))
                .extracting(DomainJsonTest::path)
                .isEqualTo("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reason", "evidence"})
    void a_missing_reason_or_list_is_told_by_its_name(String missing) {
        String deduction = "{\"checkpoint\":\"1.1\",\"points\":1,\"reason\":\"无独立用房\",\"evidence\":[]}";
        String without = deduction.replaceAll(",\"" + missing + "\":[^,}]*", "");
        assertThat(without).doesNotContain(missing);

        assertThatThrownBy(() -> JSON.readValue(without, Deduction.class))
                .asInstanceOf(type(MismatchedInputException.class))
                .extracting(DomainJsonTest::path)
                .isEqualTo(missing);
    }

    @Test
    void what_may_be_absent_may_be_null_or_missing() {
        String start = "{\"sha256\":\"" + "a".repeat(64) + "\",\"name\":\"a.jpg\"";

        for (String end : List.of("}", ",\"takenAt\":null,\"place\":null}")) {
            assertThat(JSON.readValue(start + end, Evidence.class).takenAt()).isNull();
        }
    }

    @Test
    void a_null_in_a_list_is_refused() {
        assertThatThrownBy(() -> JSON.readValue("[null]", GradeBands.class)).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> JSON.readValue(
                        "{\"itemNo\":1,\"deductions\":[null],\"measurements\":[],\"notApplicable\":[]}", ItemFindings.class))
                .isInstanceOf(JacksonException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"1\"", "{}", "[1]", "[{\"grade\":\"LEVEL_1\"}]", "[{\"grade\":\"LEVEL_1\",\"from\":0.1}]"})
    void bands_are_a_list_of_bands(String json) {
        assertThatThrownBy(() -> JSON.readValue(json, GradeBands.class)).isInstanceOf(JacksonException.class);
    }

    @Test
    void something_after_the_value_is_refused() {
        assertThatThrownBy(() -> JSON.readValue(CONTACT + CONTACT, Contact.class)).isInstanceOf(JacksonException.class);
    }

    @ParameterizedTest
    @CsvSource({"2.0, 2", "2, 2", "0.50, 0.5", "1e1, 10", "1E+3, 1000", "0e-1000000000, 0"})
    void equal_points_are_written_one_way(String given, String written) {
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            Points points = JSON.readValue(given, Points.class);
            assertThat(JSON.writeValueAsString(points)).isEqualTo(written);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000000000", "1e-1000000000", "-1", "0.3", "NaN", "\"2\"", "1001"})
    void points_that_cannot_be_are_refused_at_once(String given) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThatThrownBy(() -> JSON.readValue(given, Points.class)).isInstanceOf(JacksonException.class));
    }

    @Test
    void a_figure_is_written_without_an_exponent() {
        assertThat(JSON.writeValueAsString(new MeasuredValue(new BigDecimal("1E+6")))).isEqualTo("1000000");
        assertThat(JSON.writeValueAsString(new MeasuredValue(new BigDecimal("0.001")))).isEqualTo("0.001");
    }

    @Test
    void a_whole_number_is_taken_for_itself() {
        assertThat(JSON.readValue("15", ItemNo.class)).isEqualTo(new ItemNo(15));
        assertThat(JSON.writeValueAsString(new ItemNo(15))).isEqualTo("15");
        assertThat(JSON.writeValueAsString(Grade.LEVEL_1)).isEqualTo("\"LEVEL_1\"");
    }

    @Test
    void the_shipped_standard_is_read_as_it_is_written() {
        assertThat(JSON.readValue(JSON.writeValueAsString(Guannan.STANDARD), Standard.class)).isEqualTo(Guannan.STANDARD);
    }

    @Test
    void an_inconsistent_standard_cannot_be_read() {
        String wrong = JSON.writeValueAsString(Guannan.STANDARD).replace("\"total\":100", "\"total\":99");

        assertThatThrownBy(() -> JSON.readValue(wrong, Standard.class))
                .isInstanceOf(DatabindException.class)
                .hasCauseInstanceOf(RefusedException.class);
    }

    /** The path to a fault as a reader would write it: {@code deductions[1].points}. */
    private static String path(JacksonException thrown) {
        return thrown.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
