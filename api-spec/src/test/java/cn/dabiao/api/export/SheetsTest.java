package cn.dabiao.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;

import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.dabiao.domain.people.Contact;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.standard.CheckpointCode;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Phone;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;

class SheetsTest {

    private static final String HEADERS = "学校代码,内容,总分,认定不达标,等级,截止日期,发生时间,校长姓名,校长电话,扣分";

    /** A row with a column of every kind. */
    public record Sample(
            SchoolCode schoolCode,
            String text,
            @Nullable Points total,
            boolean determined,
            @Nullable Grade grade,
            @Nullable LocalDate dueOn,
            @Nullable Instant at,
            @Nullable Contact principal,
            List<Loss> deductions) {}

    public record Loss(CheckpointCode checkpoint, Points points, @Nullable Reason reason) {}

    @Test
    void a_csv_has_a_byte_order_mark_headers_and_a_cell_for_each_value() throws IOException {
        assertThat(csv(Locale.CHINESE, full("说明"), empty()))
                .isEqualTo("\uFEFF" + HEADERS + "\r\n"
                        + "2132072401,说明,92.5,是,二级达标,2018-04-10,2018-04-09T16:30:00.250Z,张三,0518-83220001,"
                        + "检查点：1.2，分值：2，原因：面积8㎡；检查点：1.3，分值：0.5\r\n"
                        + "2132072401,空,,否,,,,,,\r\n");
    }

    @Test
    void an_english_reader_gets_english_headers_and_words() throws IOException {
        assertThat(csv(Locale.ENGLISH, full("note")))
                .startsWith("\uFEFFSchool code,Text,Total,Determined not attained,Grade,")
                .contains("note,92.5,yes,Level 2,")
                .contains("\"Checkpoint: 1.2, Points: 2, Reason: 面积8㎡; Checkpoint: 1.3, Points: 0.5\"");
    }

    @Test
    void what_separates_cells_is_quoted_and_every_script_is_kept() throws IOException {
        assertThat(csv(Locale.CHINESE, full("一,二\n\"三\" 🏫 مدرسة")))
                .contains("2132072401,\"一,二\n\"\"三\"\" 🏫 مدرسة\",92.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\u00a0=1", "\u200b=1", "　＝1", "＋1", "－1", "＠x"})
    void a_text_that_a_spreadsheet_would_run_is_defused_in_a_csv(String text) {
        assertThat(Formulas.defused(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "1=1", "a-b", "'=1", "0518-83220001", "🏫=1", "（=1）"})
    void any_other_text_stays_as_it_is(String text) {
        assertThat(Formulas.defused(text)).isEqualTo(text);
    }

    @Test
    void a_workbook_has_texts_figures_and_dates_as_such() throws IOException {
        List<Row> rows = rows(xlsx(1000, full("=1+1"), empty()), 0);

        assertThat(rows).hasSize(3);
        assertThat(rows.getFirst().getCellText(6)).isEqualTo("发生时间（北京时间）");
        Row row = rows.get(1);
        assertThat(row.getCell(0).getType()).as("a code is no figure").isEqualTo(CellType.STRING);
        assertThat(row.getCellText(0)).isEqualTo("2132072401");
        assertThat(row.getCell(1).getType()).as("a text is no formula").isEqualTo(CellType.STRING);
        assertThat(row.getCellText(1)).isEqualTo("=1+1");
        assertThat(row.getCell(2).asNumber()).isEqualByComparingTo(new BigDecimal("92.5"));
        assertThat(row.getCellText(3)).isEqualTo("是");
        assertThat(row.getCell(5).asDate()).isEqualTo(LocalDateTime.of(2018, 4, 10, 0, 0));
        assertThat(row.getCell(5).getDataFormatString()).isEqualTo("yyyy-mm-dd");
        assertThat(row.getCell(6).asDate()).isEqualTo(LocalDateTime.of(2018, 4, 10, 0, 30, 0, 250_000_000));
        assertThat(row.getCell(6).getDataFormatString()).isEqualTo("yyyy-mm-dd hh:mm:ss");
        assertThat(row.getCellText(9)).startsWith("检查点：1.2，");
        assertThat(rows.get(2).getOptionalCell(2)).isEmpty();
    }

    @Test
    void a_workbook_keeps_every_script_and_what_xml_would_take_for_its_own() throws IOException {
        String text = "一<二>&\"三\"\n🏫 مدرسة";

        assertThat(rows(xlsx(1000, full(text)), 0).get(1).getCellText(1)).isEqualTo(text);
    }

    @Test
    void a_text_too_long_for_a_cell_says_so_at_its_end() throws IOException {
        String cut = rows(xlsx(1000, full("🏫".repeat(20_000))), 0).get(1).getCellText(1);

        assertThat(cut).hasSizeLessThanOrEqualTo(32_767).startsWith("🏫🏫").endsWith("🏫…（已超出单元格长度上限，全文见 CSV 或 JSON）");
    }

    @Test
    void rows_beyond_what_a_sheet_holds_go_on_in_another_under_the_same_headers() throws IOException {
        byte[] workbook = xlsx(3, full("一"), full("二"), full("三"));

        assertThat(rows(workbook, 0).stream().map(row -> row.getCellText(1))).containsExactly("内容", "一", "二");
        assertThat(rows(workbook, 1).stream().map(row -> row.getCellText(1))).containsExactly("内容", "三");
    }

    private static Sample full(String text) {
        return new Sample(
                new SchoolCode("2132072401"), text, new Points("92.5"), true, Grade.LEVEL_2,
                LocalDate.of(2018, 4, 10), Instant.parse("2018-04-09T16:30:00.250Z"),
                new Contact(new PersonName("张三"), new Phone("0518-83220001")),
                List.of(
                        new Loss(new CheckpointCode("1.2"), new Points("2"), new Reason("面积8㎡")),
                        new Loss(new CheckpointCode("1.3"), new Points("0.5"), null)));
    }

    private static Sample empty() {
        return new Sample(new SchoolCode("2132072401"), "空", null, false, null, null, null, null, List.of());
    }

    private static String csv(Locale language, Sample... samples) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ColumnTexts texts = ColumnTexts.in(language);
        write(ExportFormat.CSV.begin(out, "样本", Table.of(Sample.class), texts), texts, samples);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static byte[] xlsx(int rowsPerSheet, Sample... samples) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ColumnTexts texts = ColumnTexts.in(Locale.CHINESE);
        write(new XlsxSheet(out, "样本", Table.of(Sample.class), texts, rowsPerSheet), texts, samples);
        return out.toByteArray();
    }

    private static void write(Sheet sheet, ColumnTexts texts, Sample... samples) throws IOException {
        for (Sample sample : samples) {
            sheet.row(Table.of(Sample.class).cells(sample, texts));
            sheet.flush();
        }
        sheet.finish();
    }

    private static List<Row> rows(byte[] workbook, int sheet) throws IOException {
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook),
                new ReadingOptions(true, true))) {
            return read.getSheet(sheet).orElseThrow().read();
        }
    }
}
