package cn.dabiao.command.school.importing;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.api.school.SchoolFile;

class FileReaderTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String TWO_SCHOOLS = Files.HEADER + "\r\n" + Files.FIRST + "\r\n" + Files.SECOND + "\r\n";
    private static final List<String> FIRST = List.of(Files.FIRST.split(",", -1));

    @Test
    void a_csv_is_read_in_whatever_excel_saves_it() {
        List<Line> expected = read(Files.csv(TWO_SCHOOLS, UTF_8), null);

        assertThat(expected).hasSize(3).extracting(Line::row).containsExactly(1, 2, 3);
        assertThat(expected.get(1).cells()).isEqualTo(FIRST);
        assertThat(read(Files.csv("\uFEFF" + TWO_SCHOOLS, UTF_8), null)).isEqualTo(expected);
        assertThat(read(Files.csv(TWO_SCHOOLS, GB18030), null)).isEqualTo(expected);
        assertThat(read(Files.csv(TWO_SCHOOLS, Charset.forName("GBK")), null)).isEqualTo(expected);
        assertThat(read(Files.csv("\uFEFF" + TWO_SCHOOLS.replace(',', '\t'), UTF_16LE), null)).isEqualTo(expected);
        assertThat(read(Files.csv(TWO_SCHOOLS.replace("\r\n", "\n"), UTF_8), null)).isEqualTo(expected);
        assertThat(read(Files.csv(TWO_SCHOOLS.replace(',', ';'), UTF_8), null)).isEqualTo(expected);
    }

    @Test
    void a_character_set_that_is_named_is_kept_to() {
        SchoolFile gbk = Files.csv(TWO_SCHOOLS, GB18030);

        assertThat(read(gbk, GB18030).get(1).cells()).isEqualTo(FIRST);
        assertFault(gbk, UTF_8, "decodable");
        assertThat(read(new SchoolFile(TWO_SCHOOLS.getBytes(GB18030), false, GB18030), null)).hasSize(3);
    }

    @Test
    void cells_are_quoted_and_may_hold_commas_quotes_and_line_ends() {
        List<Line> lines = read(Files.csv("a,b\r\n\"x, \"\"y\"\"\r\nz\", b \r\n\r\n　c　,\td\r\n", UTF_8), null);

        assertThat(lines.get(1).cells()).containsExactly("x, \"y\"\r\nz", "b");
        assertThat(lines.get(2)).isEqualTo(new Line(4, List.of("c", "d")));
    }

    @Test
    void a_csv_with_an_open_quote_or_in_no_known_character_set_is_refused() {
        assertFault(Files.csv(Files.HEADER + "\n\"2132072401,", UTF_8), null, "csv");
        assertFault(new SchoolFile(new byte[] {(byte) 0xFF, 0, (byte) 0x80, (byte) 0xFF}, false, null), null, "decodable");
    }

    @Test
    void a_workbook_gives_numbers_as_their_digits() {
        List<Object> header = Arrays.asList((Object[]) Files.HEADER.split(",", -1));
        List<Object> row = Arrays.asList(
                2132072401L, "灌南县实验小学", "公办", "小学", "新安镇", 2860, 168.0, 151, "王志强", 13805120001L, "李秀英",
                "0518-83223456");

        List<Line> lines = read(Files.workbook(List.of(header, row)), null);

        assertThat(lines).containsExactly(new Line(1, List.of(Files.HEADER.split(",", -1))), new Line(2, FIRST));
    }

    @Test
    void a_workbook_is_known_by_its_bytes_whatever_it_is_called() {
        SchoolFile workbook = Files.workbook(List.of(List.of("a"), List.of(), List.of("b")));

        assertThat(read(new SchoolFile(workbook.bytes(), false, null), null))
                .containsExactly(new Line(1, List.of("a")), new Line(3, List.of("b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no zip at all", "PK\u0003\u0004 and then nothing", "\u00D0\u00CF\u0011\u00E0 an old one"})
    void what_is_no_workbook_is_refused(String bytes) {
        assertFault(new SchoolFile(bytes.getBytes(Charset.forName("ISO-8859-1")), true, null), null, "xlsx");
    }

    @Test
    void a_small_workbook_that_unpacks_to_a_large_one_is_refused() throws IOException {
        ImportSettings small = new ImportSettings(DataSize.ofMegabytes(8), DataSize.ofMegabytes(1), 100, 4);
        SchoolFile bomb = zip("xl/worksheets/sheet1.xml", " ".repeat(2 << 20));

        assertThat(bomb.bytes()).hasSizeLessThan(10_000);
        assertThatThrownBy(() -> new FileReader(small).read(bomb, null))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("file breaks unpacked");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<row r=\"1\"><c r=\"A1\"><v>1E999999999</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"e\"><v>#REF!</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><v>not a number</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row>",
        "<row r=\"99999999999\"><c r=\"A1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><v>1</v>"
    })
    void a_hostile_sheet_is_refused_or_read_as_text_and_never_ends_in_anything_else(String rows) throws IOException {
        try {
            assertThat(read(sheet(rows), null)).hasSizeLessThanOrEqualTo(1);
        } catch (InvalidRequestException e) {
            assertThat(e).hasMessage("file breaks xlsx");
        }
    }

    /** The reader would fill the row up to there, and take all the memory there is. */
    @ParameterizedTest
    @ValueSource(strings = {"ZZZZZZ1", "IW1", "XFD1"})
    void a_cell_far_to_the_right_is_refused_before_anything_is_read(String reference) throws IOException {
        assertFault(sheet("<row r=\"1\"><c r=\"" + reference + "\"><v>1</v></c>"), null, "xlsx-columns");
    }

    @Test
    void a_file_of_too_many_rows_is_refused() {
        assertThat(read(Files.csv("a\n" + "b\n".repeat(100), UTF_8), null)).hasSize(101);
        assertFault(Files.csv("a\n" + "b\n".repeat(101), UTF_8), null, "rows");
        assertFault(Files.csv("a\n" + "\n".repeat(1_000), UTF_8), null, "rows");
    }

    private static List<Line> read(SchoolFile file, @Nullable Charset charset) {
        return new FileReader(Files.SETTINGS).read(file, charset);
    }

    private static void assertFault(SchoolFile file, @Nullable Charset charset, String rule) {
        assertThatThrownBy(() -> read(file, charset))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("file breaks " + rule);
    }

    private static SchoolFile sheet(String rows) throws IOException {
        return zip(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                        + "</sheetData></worksheet>");
    }

    /** A workbook of one sheet, but for this entry as it should be. */
    private static SchoolFile zip(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(zip, "[Content_Types].xml",
                    """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Override PartName="/xl/workbook.xml" ContentType=\
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""");
            entry(zip, "_rels/.rels",
                    """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Id="r1" Target="xl/workbook.xml" Type=\
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>""");
            entry(zip, "xl/workbook.xml",
                    """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r=\
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>
                    <sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>""");
            entry(zip, "xl/_rels/workbook.xml.rels",
                    """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Id="r1" Target="worksheets/sheet1.xml" Type=\
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>""");
            entry(zip, name, content);
        }
        return new SchoolFile(bytes.toByteArray(), true, null);
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(UTF_8));
        zip.closeEntry();
    }
}
