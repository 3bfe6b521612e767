package cn.dabiao.app.endtoend;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** An export, read as whoever receives it would: cells as texts, dates and instants of a workbook as local ones. */
record ExportedTable(List<String> headers, List<List<String>> rows) {

    static ExportedTable csv(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!text.startsWith("\uFEFF")) {
            throw new AssertionError("no byte order mark: " + text);
        }
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(text.substring(1)))
                .setFormat(CSVFormat.RFC4180)
                .get()) {
            return of(parser.stream().map(record -> record.stream().toList()).toList());
        }
    }

    static ExportedTable workbook(byte[] bytes) throws IOException {
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true))) {
            List<Row> rows = workbook.getFirstSheet().read();
            int width = rows.getFirst().getCellCount();
            return of(rows.stream()
                    .map(row -> IntStream.range(0, width)
                            .mapToObj(column -> row.getOptionalCell(column).map(ExportedTable::shown).orElse(""))
                            .toList())
                    .toList());
        }
    }

    private static ExportedTable of(List<List<String>> lines) {
        return new ExportedTable(lines.getFirst(), lines.subList(1, lines.size()));
    }

    private static String shown(Cell cell) {
        if (cell.getType() != CellType.NUMBER) {
            return cell.getText();
        }
        return cell.getDataFormatString() == null ? cell.asNumber().toPlainString() : cell.asDate().toString();
    }
}
