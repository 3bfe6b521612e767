package cn.dabiao.command.school.importing;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A row of a file, as text, without the blanks around its cells: nobody sees them in a spreadsheet.
 *
 * @param row its number, as a spreadsheet counts, from 1
 */
record Line(int row, List<String> cells) {

    private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Z}\\uFEFF]+|[\\s\\p{Z}\\uFEFF]+$");

    Line {
        cells = cells.stream().map(cell -> AROUND.matcher(cell).replaceAll("")).toList();
    }

    boolean blank() {
        return cells.stream().allMatch(String::isEmpty);
    }

    /** Empty for a cell beyond the row's last. */
    String cell(int index) {
        return index < cells.size() ? cells.get(index) : "";
    }
}
