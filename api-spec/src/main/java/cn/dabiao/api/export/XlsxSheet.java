package cn.dabiao.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import cn.dabiao.api.export.Column.Kind;

/**
 * A table as an Excel workbook. Texts are texts, never formulas; dates and instants are cells that Excel knows as such,
 * instants to the millisecond in the time of Beijing, as their headers say. What a sheet cannot hold goes on in another.
 */
final class XlsxSheet implements Sheet {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    /** Excel counts days from the end of 1899. */
    private static final long EPOCH = -LocalDate.of(1899, 12, 30).toEpochDay();
    private static final double MILLIS_OF_DAY = 86_400_000;
    private static final int LONGEST_TEXT = 32_767;

    private final Workbook workbook;
    private final String title;
    private final Table table;
    private final ColumnTexts texts;
    private final int rowsPerSheet;
    private Worksheet sheet;
    private int next;

    XlsxSheet(OutputStream out, String title, Table table, ColumnTexts texts) {
        this(out, title, table, texts, Worksheet.MAX_ROWS);
    }

    XlsxSheet(OutputStream out, String title, Table table, ColumnTexts texts, int rowsPerSheet) {
        this.workbook = new Workbook(out, "Dabiao", null);
        this.title = title;
        this.table = table;
        this.texts = texts;
        this.rowsPerSheet = rowsPerSheet;
        this.sheet = headed();
        this.next = 1;
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        if (next == rowsPerSheet) {
            sheet.finish();
            sheet = headed();
            next = 1;
        }
        for (int column = 0; column < cells.size(); column++) {
            put(cells.get(column), column);
        }
        next++;
    }

    @Override
    public void flush() throws IOException {
        sheet.flush();
    }

    @Override
    public void finish() throws IOException {
        workbook.finish();
    }

    private Worksheet headed() {
        Worksheet headed = workbook.newWorksheet(title);
        headed.freezePane(0, 1);
        for (int at = 0; at < table.columns().size(); at++) {
            Column column = table.columns().get(at);
            String header = table.header(column, texts);
            headed.inlineString(0, at, column.kind() == Kind.MOMENT ? texts.withZone(header) : header);
            headed.style(0, at).bold().set();
            headed.width(at, width(column.kind()));
        }
        return headed;
    }

    /** In place, and not in the table of shared texts, which would hold every text until the end. */
    private void put(Cell cell, int column) {
        switch (cell) {
            case Cell.Text text -> sheet.inlineString(next, column, fitting(text.text()));
            case Cell.Figure figure -> sheet.value(next, column, figure.value());
            case Cell.Day day -> {
                sheet.value(next, column, day.date().toEpochDay() + EPOCH);
                sheet.style(next, column).format("yyyy-mm-dd").set();
            }
            case Cell.Moment moment -> {
                sheet.value(next, column, serial(moment.instant()));
                sheet.style(next, column).format("yyyy-mm-dd hh:mm:ss").set();
            }
            case Cell.Nothing _ -> {
                // An empty cell is none at all.
            }
        }
    }

    private static double serial(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, BEIJING);
        return local.toLocalDate().toEpochDay() + EPOCH + local.get(ChronoField.MILLI_OF_DAY) / MILLIS_OF_DAY;
    }

    private String fitting(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        int end = LONGEST_TEXT - texts.cutOff().length();
        // Not between the halves of a character.
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + texts.cutOff();
    }

    private static double width(Kind kind) {
        return switch (kind) {
            case TEXT, MOMENT -> 22;
            case LIST -> 50;
            case FIGURE, DAY -> 14;
        };
    }
}
