package cn.dabiao.command.school.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.api.school.SchoolFile;

/** Reads a CSV: of commas, or of the tabs and semicolons that a spreadsheet puts there in other places of the world. */
final class CsvFile {

    private static final List<Character> DELIMITERS = List.of(',', '\t', ';');

    private CsvFile() {}

    static List<Line> read(String text, int max) {
        CSVFormat format = CSVFormat.DEFAULT.builder()
                .setDelimiter(delimiter(text))
                // Or the numbers of the rows would not be those that a spreadsheet shows.
                .setIgnoreEmptyLines(false)
                .get();
        long line = 1;
        try (CSVParser parser = CSVParser.parse(text, format)) {
            Lines lines = new Lines(max);
            try {
                for (CSVRecord row : parser) {
                    lines.add(new Line(Math.toIntExact(row.getRecordNumber()), row.toList()));
                }
            } catch (UncheckedIOException | IllegalStateException e) {
                line = parser.getCurrentLineNumber();
                throw new IOException(e);
            }
            return lines.all();
        } catch (IOException e) {
            throw new InvalidRequestException(SchoolFile.PART, null, "csv", Map.of("line", line));
        }
    }

    private static char delimiter(String text) {
        String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return DELIMITERS.stream()
                .max(Comparator.comparingLong(each -> Stream.of(header)
                        .flatMapToInt(String::chars)
                        .filter(it -> it == each)
                        .count()))
                .filter(each -> header.indexOf(each) >= 0)
                .orElse(',');
    }
}
