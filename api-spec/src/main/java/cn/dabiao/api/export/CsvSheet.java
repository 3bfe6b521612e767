package cn.dabiao.api.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table as CSV: figures plain, dates ISO, instants RFC 3339 in UTC, and no text that a spreadsheet would run. */
final class CsvSheet implements Sheet {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CSVPrinter printer;

    CsvSheet(OutputStream out, List<String> headers) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(headers);
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        printer.printRecord(cells.stream().map(CsvSheet::shown).toList());
    }

    @Override
    public void flush() throws IOException {
        printer.flush();
    }

    @Override
    public void finish() throws IOException {
        flush();
    }

    private static String shown(Cell cell) {
        return switch (cell) {
            case Cell.Text text -> Formulas.defused(text.text());
            case Cell.Figure figure -> figure.value().toPlainString();
            case Cell.Day day -> day.date().toString();
            case Cell.Moment moment -> moment.instant().toString();
            case Cell.Nothing _ -> "";
        };
    }
}
