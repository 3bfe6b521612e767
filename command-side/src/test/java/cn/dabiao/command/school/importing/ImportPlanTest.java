package cn.dabiao.command.school.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

import cn.dabiao.api.problem.FieldError;
import cn.dabiao.api.problem.InvalidFieldsException;
import cn.dabiao.api.school.SchoolImportRow.Change;
import cn.dabiao.api.school.SchoolImportRow.Outcome;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolEvent;
import cn.dabiao.domain.school.SchoolEvent.SchoolClosed;
import cn.dabiao.domain.school.SchoolEvent.SchoolRegistered;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Reason;

/** What becomes of the rows of a file. */
class ImportPlanTest {

    private static final BureauCode BUREAU = new BureauCode("320724");
    private static final BureauCode ELSEWHERE = new BureauCode("320723");
    private static final SchoolCode FIRST = new SchoolCode("2132072401");
    private static final Instant THEN = Instant.parse("2018-03-09T01:00:00Z");

    @Test
    void schools_that_nobody_knows_are_registered() {
        assertThat(plan(List.of(), Files.FIRST, Files.SECOND))
                .extracting(row -> row.read().row(), PlannedRow::outcome)
                .containsExactly(Tuple.tuple(2, Outcome.REGISTER), Tuple.tuple(3, Outcome.REGISTER));
    }

    @Test
    void columns_stand_in_any_order_and_words_may_be_codes() {
        Header header = header("teachers,学生 数,SCHOOLCODE,学校名称,ownership,kind,township,staff,principalName,principalPhone,"
                + "vicePrincipalName,vicePrincipalPhone");
        ReadRow read = RowReader.read(
                header,
                line(2, "151,2860,2132072401,灌南县实验小学,public,PRIMARY,新安镇,168,王志强,13805120001,李秀英,0518-83223456"),
                Locale.CHINESE);
        assertThat(read.errors()).isEmpty();
        assertThat(read.facts()).isEqualTo(facts(Files.FIRST));
    }

    @Test
    void a_file_that_says_what_the_register_says_changes_nothing() {
        assertThat(plan(List.of(registered(BUREAU)), Files.FIRST))
                .extracting(PlannedRow::outcome)
                .containsExactly(Outcome.UNCHANGED);
    }

    @Test
    void what_is_new_of_a_school_is_told_field_by_field() {
        PlannedRow row = plan(List.of(registered(BUREAU)), Files.FIRST.replace("公办", "民办").replace("2860", "2900"))
                .getFirst();

        assertThat(row.outcome()).isEqualTo(Outcome.UPDATE);
        assertThat(row.version()).isEqualTo(1);
        assertThat(row.changes()).containsExactly(
                new Change("ownership", "PUBLIC", "PRIVATE"), new Change("students", "2860", "2900"));
    }

    @Test
    void all_that_is_wrong_with_a_row_is_told_at_once() {
        PlannedRow row = plan(List.of(), "213207240,,国办,大学,新安镇,两千,-1,100001,王志强,123,李秀英,0518-83223456,more")
                .getFirst();

        assertThat(row.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(row.errors()).extracting(FieldError::field, FieldError::rule, FieldError::value).containsExactly(
                Tuple.tuple("schoolCode", "SchoolCode", "213207240"),
                Tuple.tuple("name", "required", null),
                Tuple.tuple("ownership", "one-of", "国办"),
                Tuple.tuple("kind", "one-of", "大学"),
                Tuple.tuple("students", "Count", "两千"),
                Tuple.tuple("staff", "Count", "-1"),
                Tuple.tuple("teachers", "Count", "100001"),
                Tuple.tuple("principalPhone", "Phone", "123"),
                Tuple.tuple("row", "no-column", null));
        assertThat(row.errors().get(2).expected()).isEqualTo("应为下列之一：公办 (PUBLIC)、民办 (PRIVATE)");
        assertThat(row.shown(UnaryOperator.identity()).name()).isNull();
    }

    @Test
    void a_school_that_stands_in_a_file_twice_is_taken_from_neither_row() {
        List<PlannedRow> rows = plan(List.of(), Files.FIRST, Files.SECOND, Files.FIRST.replace("公办", "民办"));

        assertThat(rows).extracting(PlannedRow::outcome)
                .containsExactly(Outcome.REFUSED, Outcome.REGISTER, Outcome.REFUSED);
        assertThat(rows.getFirst().errors().getFirst().expected()).contains("第 4 行");
        assertThat(rows.getLast().errors().getFirst().rule()).isEqualTo("repeated-row");
    }

    @Test
    void a_school_of_another_bureau_or_one_that_has_ceased_is_refused() {
        SchoolClosed closed = new SchoolClosed(FIRST, new Reason("撤销"), THEN);

        assertThat(errors(List.of(registered(ELSEWHERE)))).extracting(FieldError::rule).containsExactly("another-bureau");
        assertThat(errors(List.of(registered(BUREAU), closed)))
                .extracting(FieldError::field, FieldError::rule)
                .containsExactly(Tuple.tuple("schoolCode", "school-ceased"));
    }

    @Test
    void every_column_that_is_missing_unknown_or_there_twice_is_named() {
        assertThatThrownBy(() -> header(Files.HEADER.replace("校长电话,", "联系电话,").replace("乡镇", "学生数")))
                .asInstanceOf(type(InvalidFieldsException.class))
                .satisfies(invalid -> assertThat(invalid.errors())
                        .extracting(FieldError::field, FieldError::value, FieldError::rule)
                        .containsExactly(
                                Tuple.tuple("students", "学生数", "repeated-column"),
                                Tuple.tuple("file", "联系电话", "unknown-column"),
                                Tuple.tuple("township", null, "missing-column"),
                                Tuple.tuple("principalPhone", null, "missing-column")));
        assertThatThrownBy(() -> Header.of(List.of(), Locale.ENGLISH))
                .asInstanceOf(type(InvalidFieldsException.class))
                .satisfies(invalid -> assertThat(invalid.errors().getFirst().expected())
                        .startsWith("the first row has to name the columns: 学校标识码 (schoolCode), "));
    }

    private static List<FieldError> errors(List<? extends SchoolEvent> events) {
        return plan(events, Files.FIRST).getFirst().errors();
    }

    private static List<PlannedRow> plan(List<? extends SchoolEvent> events, String... rows) {
        String text = Files.HEADER + "\n" + String.join("\n", rows);
        List<Line> lines = new FileReader(Files.SETTINGS).read(Files.csv(text, UTF_8), null);
        Header header = Header.of(lines, Locale.CHINESE);
        List<ReadRow> read = lines.stream()
                .skip(1)
                .map(line -> RowReader.read(header, line, Locale.CHINESE))
                .toList();
        return ImportPlan.of(read, Register.of(events), BUREAU, Locale.CHINESE);
    }

    private static SchoolRegistered registered(BureauCode bureau) {
        return new SchoolRegistered(FIRST, bureau, facts(Files.FIRST), THEN);
    }

    private static SchoolFacts facts(String row) {
        return Objects.requireNonNull(
                RowReader.read(header(Files.HEADER), line(2, row), Locale.CHINESE).facts());
    }

    private static Header header(String names) {
        return Header.of(List.of(line(1, names)), Locale.CHINESE);
    }

    private static Line line(int row, String cells) {
        return new Line(row, List.of(cells.split(",", -1)));
    }
}
