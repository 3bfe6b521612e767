package cn.dabiao.command.school.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.api.school.SchoolFile;

/** Collects the rows of a file that are not blank: the column names and at most so many more. */
final class Lines {

    /** A workbook may hold any number of blank rows; whoever formats whole columns does not mean them. */
    private static final int BLANK_FOR_EACH = 10;

    private final int max;
    private final List<Line> lines = new ArrayList<>();
    private long seen;

    /** @param max how many rows a file may have below its column names */
    Lines(int max) {
        this.max = max;
    }

    void add(Line line) {
        seen++;
        if (!line.blank()) {
            lines.add(line);
        }
        if (lines.size() > max + 1 || seen > (long) max * BLANK_FOR_EACH) {
            throw new InvalidRequestException(SchoolFile.PART, null, "rows", Map.of("max", max));
        }
    }

    List<Line> all() {
        return lines;
    }
}
