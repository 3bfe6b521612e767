package cn.dabiao.command.school.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import cn.dabiao.api.problem.FieldError;
import cn.dabiao.api.problem.InvalidFieldsException;
import cn.dabiao.api.school.SchoolFile;

/** Which column of a file is which, in whatever order they stand. */
record Header(Map<Column, Integer> indexes) {

    /** Refuses a header that lacks a column, has one that nobody knows, or one twice; all of it told at once. */
    static Header of(List<Line> lines, Locale locale) {
        if (lines.isEmpty()) {
            throw new InvalidFieldsException(List.of(FieldError.of(
                    SchoolFile.PART, null, "header", Map.of("known", Column.names()), locale)));
        }
        List<String> names = lines.getFirst().cells();
        Map<Column, Integer> indexes = new EnumMap<>(Column.class);
        List<FieldError> errors = new ArrayList<>();
        for (int index = 0; index < names.size(); index++) {
            String name = names.get(index);
            Column column = Column.named(name).orElse(null);
            if (column != null && indexes.putIfAbsent(column, index) != null) {
                errors.add(FieldError.of(column.key(), name, "repeated-column", Map.of(), locale));
            }
            if (column == null && !name.isEmpty()) {
                errors.add(FieldError.of(
                        SchoolFile.PART, name, "unknown-column", Map.of("known", Column.names()), locale));
            }
        }
        Arrays.stream(Column.values())
                .filter(column -> !indexes.containsKey(column))
                .forEach(column -> errors.add(FieldError.of(
                        column.key(), null, "missing-column", Map.of("known", column.toString()), locale)));
        if (!errors.isEmpty()) {
            throw new InvalidFieldsException(errors);
        }
        return new Header(indexes);
    }

    String cell(Column column, Line line) {
        return line.cell(indexes.getOrDefault(column, Integer.MAX_VALUE));
    }

    /** Whether the row says something under no name. */
    boolean saysMoreThanItsColumns(Line line) {
        for (int index = 0; index < line.cells().size(); index++) {
            if (!line.cell(index).isEmpty() && !indexes.containsValue(index)) {
                return true;
            }
        }
        return false;
    }
}
