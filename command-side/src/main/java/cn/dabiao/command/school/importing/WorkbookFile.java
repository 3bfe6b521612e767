package cn.dabiao.command.school.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.api.school.SchoolFile;

/** Reads the first sheet of an Excel workbook, row by row; a number is the text of its digits, as codes and phones need. */
final class WorkbookFile {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    /** An old workbook, or one that is encrypted. */
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    /** A figure of more digits is none of ours, and one like 1E999999999 would not even fit into memory as text. */
    private static final int LONGEST = 30;

    private WorkbookFile() {}

    /** Whether the bytes are a workbook's, whatever the file's name says. */
    static boolean looksLike(byte[] bytes) {
        return startsWith(bytes, ZIP) || startsWith(bytes, OLE2);
    }

    static List<Line> read(byte[] bytes, int maxRows, long maxUnpacked) {
        try {
            WorkbookCheck.requireHarmless(bytes, maxUnpacked);
            return rows(bytes, maxRows);
        } catch (InvalidRequestException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // What is wrong inside a workbook the libraries tell in many ways, and nobody can mend it but by saving it anew.
            throw new InvalidRequestException(SchoolFile.PART, null, "xlsx", Map.of());
        }
    }

    private static List<Line> rows(byte[] bytes, int max) throws IOException {
        Lines lines = new Lines(max);
        try (ReadableWorkbook workbook =
                        new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(false, true));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
                Row row = each.next();
                lines.add(new Line(row.getRowNum(), row.stream().map(WorkbookFile::text).toList()));
            }
        }
        return lines.all();
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        return switch (cell.getValue()) {
            case BigDecimal figure -> digits(figure, cell.getRawValue());
            case String text -> text;
            case null, default -> cell.getRawValue() == null ? "" : cell.getRawValue();
        };
    }

    private static String digits(BigDecimal figure, String raw) {
        boolean long_ = Math.abs((long) figure.scale()) > LONGEST || figure.precision() > LONGEST;
        return long_ ? raw : figure.stripTrailingZeros().toPlainString();
    }

    private static boolean startsWith(byte[] bytes, byte[] magic) {
        for (int index = 0; index < magic.length; index++) {
            if (index >= bytes.length || bytes[index] != magic[index]) {
                return false;
            }
        }
        return true;
    }
}
